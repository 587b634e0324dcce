import { expect, it } from 'vitest';
import { PREVIEW_FLIGHTS_MAX } from '../../../shared/bounds.ts';
import { schedulePreview } from '../../../shared/methods/schedule.ts';
import { openSchedule } from './import-files.ts';

const HEAD = 'carrier,number,origin,destination,from,to,departs,arrives,equipment';
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const NOON = Date.UTC(2026, 10, 10, 12);

it('a preview said nothing of period, carriers, seat maps, flights and what has departed', async () => {
  const { take, preview } = await openSchedule(NOON);
  await take(csv('QX,41,JFK,LAX,2026-11-09,2026-11-12,10:00,13:30,738', 'QX,7,JFK,LAX,2026-11-09,2026-11-12,10:00,13:30,738'));
  const previewed = await preview(
    csv(
      'QX,41,JFK,LAX,2026-11-09,2026-11-12,11:00,14:30,738',
      'QX,42,LAX,JFK,2026-11-08,2026-11-13,22:15,06:40,738',
      'QY,1,NRT,HNL,2026-11-12,,21:00,09:05,DH1',
    ),
  );
  expect(schedulePreview.safeParse(previewed).error).toBeUndefined();
  const { summary, counts } = previewed;
  expect(counts).toMatchObject({ added: 7, changed: 4, dropped: 3 });
  expect(summary).toMatchObject({
    period: { from: '2026-11-08', to: '2026-11-13' },
    // QX 41 of the 9th, QX 42 of the 8th and the 9th.
    departed: 3,
    carriers: [
      { carrier: 'QX', flights: 10 },
      { carrier: 'QY', flights: 1 },
    ],
    seatMaps: [
      { equipment: '738', seatMap: 'Boeing 737-800, two cabins', capacity: 'J16 Y144', plain: false, flights: 10 },
      { equipment: 'DH1', seatMap: 'Plain cabin, 40 seats', capacity: 'Y40', plain: true, flights: 1 },
    ],
    flightsMore: 0,
  });
  expect(
    summary.flights.map(({ flight, origin, from, to, dates, added, changed, dropped }) => [
      flight,
      origin,
      from,
      to,
      dates,
      added,
      changed,
      dropped,
    ]),
  ).toEqual([
    ['QX 7', 'JFK', '2026-11-10', '2026-11-12', 3, 0, 0, 3],
    ['QX 41', 'JFK', '2026-11-09', '2026-11-12', 4, 0, 4, 0],
    ['QX 42', 'LAX', '2026-11-08', '2026-11-13', 6, 6, 0, 0],
    ['QY 1', 'NRT', '2026-11-12', '2026-11-12', 1, 1, 0, 0],
  ]);
});

it('a file without a flight has no period', async () => {
  const { preview } = await openSchedule(NOON);
  expect((await preview(HEAD)).summary).toEqual({ period: null, departed: 0, carriers: [], seatMaps: [], flights: [], flightsMore: 0 });
});

it('lists so many flights and counts the others', async () => {
  const { preview } = await openSchedule(NOON);
  const rows = Array.from({ length: PREVIEW_FLIGHTS_MAX + 20 }, (_, row) => `QX,${row + 1},JFK,LAX,2026-11-12,,10:00,13:30,738`);
  const { summary } = await preview(csv(...rows));
  expect(summary.flights).toHaveLength(PREVIEW_FLIGHTS_MAX);
  expect(summary.flightsMore).toBe(20);
});

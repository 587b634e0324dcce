import { describe, expect, it } from 'vitest';
import { openSchedule } from './import-files.ts';
import { readText } from './read-text.ts';
import { carrierRecord, type LegFields, legRecord, ssimFile } from './ssim-lines.ts';

const day = { from: '05JAN27', to: '05JAN27', number: '950' };
/** One number that goes round the islands and leaves Hammerfest (HFT) twice. */
const ROUND: readonly LegFields[] = [
  { leg: '01', origin: 'TOS', departs: '0700', destination: 'HFT', arrives: '0740' },
  { leg: '02', origin: 'HFT', departs: '0800', destination: 'MEH', arrives: '0825' },
  { leg: '03', origin: 'MEH', departs: '0840', destination: 'HFT', arrives: '0905' },
  { leg: '04', origin: 'HFT', departs: '0925', destination: 'KKN', arrives: '1015' },
].map((leg) => ({ ...day, ...leg, departsZone: '+0100', arrivesZone: '+0100', equipment: 'DH4' }));
const file = (...legs: readonly LegFields[]): string => ssimFile(carrierRecord(), ...legs.map((leg) => legRecord(leg)));
const [first, second, third, fourth] = ROUND as [LegFields, LegFields, LegFields, LegFields];

const stored = async ({ db }: Awaited<ReturnType<typeof openSchedule>>) => {
  const sql = "SELECT id, origin || '-' || destination AS leg, departure, cancelled FROM flights ORDER BY departs_at";
  const rows = await db.query<{ id: number; leg: string; departure: number; cancelled: number }>(sql).all();
  return rows.map(({ id, leg, departure, cancelled }) => `${id} ${leg} ${departure}${cancelled ? ' cancelled' : ''}`);
};

describe('a number that leaves an airport twice a day lost its second leg there', () => {
  it('all legs are flights, and the same file again changes nothing', async () => {
    const test = await openSchedule();
    expect((await test.take(file(...ROUND))).counts).toMatchObject({ added: 4, refused: 0 });
    expect(await stored(test)).toEqual(['4 TOS-HFT 1', '1 HFT-MEH 1', '3 MEH-HFT 1', '2 HFT-KKN 2']);
    expect((await test.take(file(...ROUND))).counts).toMatchObject({ unchanged: 4, added: 0, changed: 0, dropped: 0 });
  });

  it('in any order of the records, since the destination tells them apart', async () => {
    const test = await openSchedule();
    await test.take(file(...ROUND));
    expect((await test.take(file(fourth, third, second, first))).counts).toMatchObject({ unchanged: 4 });
  });

  it('the second leg does not take over the passengers of the first when that one is gone', async () => {
    const test = await openSchedule();
    await test.take(file(...ROUND));
    expect((await test.take(file(first, fourth))).counts).toMatchObject({ unchanged: 2, added: 0, changed: 0, dropped: 2 });
    expect(await stored(test)).toEqual(['4 TOS-HFT 1', '1 HFT-MEH 1 cancelled', '3 MEH-HFT 1 cancelled', '2 HFT-KKN 2']);
    expect((await test.take(file(...ROUND))).counts).toMatchObject({ unchanged: 2, changed: 2 });
  });

  it('a second leg that comes later is added, and one that goes elsewhere is changed where it stands', async () => {
    const test = await openSchedule();
    await test.take(file(first, fourth));
    expect((await test.take(file(...ROUND))).counts).toMatchObject({ unchanged: 2, added: 2 });
    expect((await test.take(file(first, second, third, { ...fourth, destination: 'VDS', arrives: '1005' }))).counts).toMatchObject({
      unchanged: 3,
      changed: 1,
    });
    expect(await stored(test)).toEqual(['2 TOS-HFT 1', '3 HFT-MEH 2', '4 MEH-HFT 1', '1 HFT-VDS 1']);
  });

  it('in a CSV, where the times tell that one aircraft flies both', async () => {
    const rows = ROUND.map(
      ({ origin, departs, destination, arrives }) => `QX,950,${origin},${destination},2027-01-05,${departs},${arrives},DH4`,
    );
    const { flights, problems } = await readText(['carrier,number,origin,destination,from,departs,arrives,equipment', ...rows].join('\n'));
    expect(flights).toHaveLength(4);
    expect(problems).toEqual([]);
  });

  it('a shuttle that flies the same leg twice', async () => {
    const back = { ...second, leg: '04', departs: '0920', arrives: '0945' };
    const { flights, problems } = await readText(file(first, second, third, back));
    expect(flights.filter((flight) => flight.includes('HFT-MEH'))).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it.each<[string, LegFields]>([
    ['the same leg at another time', { ...second, departs: '1200', arrives: '1225' }],
    ['a leg that no aircraft can fly as well', { ...second, leg: '05', destination: 'KKN', departs: '0810', arrives: '0900' }],
  ])('not %s, which the file gives twice', async (_name, again) => {
    const { flights, problems } = await readText(file(first, second, again));
    expect(flights).toHaveLength(2);
    expect(problems).toEqual(['6 warning: 1 flight stands in the file before, for the same day and origin; the first is kept']);
  });
});

describe('a leg after midnight belongs to the day on which its flight began', () => {
  const night = (from: string, to: string): LegFields[] => [
    { from, to, departs: '2000', arrives: '2330' },
    { from, to, leg: '02', origin: 'LAX', departs: '0030', departsZone: '-0800', destination: 'SFO', arrives: '0200', dayShifts: '11' },
  ];
  const season = (from: string, to: string, legs: readonly LegFields[]): string =>
    ssimFile(carrierRecord({ from, to }), ...legs.map((leg) => legRecord(leg)));

  it('the next season cancelled the last leg of the season before', async () => {
    const { take, cancelled } = await openSchedule();
    await take(season('01JAN27', '31JAN27', night('01JAN27', '31JAN27')));
    const other = { from: '01FEB27', to: '28FEB27', number: '7' };
    expect((await take(season('01FEB27', '28FEB27', [other]))).counts).toMatchObject({ dropped: 0 });
    expect(await cancelled()).toEqual([]);
  });

  it('a season without the number drops its last leg too', async () => {
    const { take, cancelled } = await openSchedule();
    await take(season('01JAN27', '31JAN27', night('01JAN27', '31JAN27')));
    const other = { from: '01JAN27', to: '31JAN27', number: '7' };
    expect((await take(season('01JAN27', '31JAN27', [other]))).counts).toMatchObject({ dropped: 62 });
    expect((await cancelled()).at(-1)).toBe('QX 41 LAX 2027-02-01');
  });

  it('a store that did not know the day of operation learns it, and nothing counts as changed', async () => {
    const { take, db } = await openSchedule();
    const file = season('01JAN27', '03JAN27', night('01JAN27', '03JAN27'));
    await take(file);
    await db.change('UPDATE flights SET day_shift = 0').run();
    expect((await take(file)).counts).toMatchObject({ unchanged: 6, changed: 0 });
    expect(await db.query('SELECT count(*) AS legs FROM flights WHERE day_shift = 1').get()).toEqual({ legs: 3 });
  });
});

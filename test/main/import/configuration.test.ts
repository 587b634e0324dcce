import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../shared/read-configuration.ts';
import { reference } from '../support/once/reference.ts';
import { ANA, value } from '../support/test-hub.ts';
import { openSchedule } from './import-files.ts';
import { readText } from './read-text.ts';
import { carrierRecord, type LegFields, legRecord, ssimFile } from './ssim-lines.ts';

const monday = { from: '16NOV26', to: '16NOV26' };
const ssim = (...legs: LegFields[]) => ssimFile(carrierRecord(), ...legs.map((leg) => legRecord({ ...monday, ...leg })));
const HEAD = 'carrier,number,origin,destination,from,departs,arrives,equipment,configuration';
const csv = (equipment: string, configuration: string) =>
  [HEAD, `QX,41,JFK,LAX,2026-11-16,10:00,13:30,${equipment},${configuration}`].join('\n');

/** equipment, configuration, the map by which the leg is sold, what is said of it */
const CHOSEN: readonly [string, string, string, string?][] = [
  ['738', '', '737-800'],
  ['738', 'J16Y144VV160', '737-800'],
  ['738', 'C16Y144', '737-800'],
  ['738', 'VV160', '737-800'],
  ['738', 'VVCGO', '737-800'],
  ['738', 'Y000', '737-800'],
  ['738', 'BB12', '737-800'],
  ['735', 'Y118VV118', 'made1-735-y118', 'No seat map of 735 has Y118; it is sold by one that is made from these counts'],
  [
    '772',
    'J14W34Y316VV364',
    'made1-772-j14w34y316',
    'No seat map of 772 has J14 W34 Y316; it is sold by one that is made from these counts',
  ],
  ['CR9', 'F12Y64', 'made1-cr9-f12y64', 'No seat map of CR9 has F12 Y64; it is sold by one that is made from these counts'],
  ['AT4', '', 'plain-48', 'Equipment AT4 has no seat map of its own; it is sold by Plain cabin, 48 seats'],
  ['AT4', 'Y46', 'made1-at4-y46', 'No seat map of AT4 has Y46; it is sold by one that is made from these counts'],
];

describe('the configuration of the file decides by which map a leg is sold; it sold twelve business seats of an aircraft that is Y118', () => {
  it.each(CHOSEN)('SSIM: %s %s by %s', async (equipment, configuration, map, said) => {
    const { maps, problems } = await readText(ssim({ equipment, configuration }));
    expect(maps).toEqual([map]);
    expect(problems).toEqual(said ? [`4 warning: ${said}`] : []);
  });

  it.each(CHOSEN)('CSV: %s %s by %s', async (equipment, configuration, map, said) => {
    const { maps, problems } = await readText(csv(equipment, configuration));
    expect(maps).toEqual([map]);
    expect(problems).toEqual(said ? [`2 warning: ${said}`] : []);
  });

  it('says it once for each equipment and count, and not for each leg', async () => {
    const { maps, problems } = await readText(
      ssim(
        { number: '1', equipment: '735', configuration: 'Y118' },
        { number: '2', equipment: '735', configuration: 'Y118' },
        { number: '3', equipment: '735', configuration: 'W18Y97' },
      ),
    );
    expect(maps).toEqual(['made1-735-y118', 'made1-735-y118', 'made1-735-w18y97']);
    expect(problems).toHaveLength(2);
  });

  it.each([
    ['XXX', 'Y100', 'No aircraft that carries passengers is called "XXX"'],
    ['77F', 'Y100', 'No aircraft that carries passengers is called "77F"'],
    ['738', 'Y1444', 'The configuration "Y1444" has more seats than a seat map can hold'],
    ['738', 'Y999J999', 'The configuration "Y999J999" has more seats than a seat map can hold'],
  ])('%s %s is refused', async (equipment, configuration, why) => {
    expect((await readText(ssim({ equipment, configuration }))).unreadable).toBe(`Not one record can be used; line 4: ${why}`);
    expect((await readText(csv(equipment, configuration))).unreadable).toBe(`Not one record can be used; line 2: ${why}`);
  });

  it.each(['two cabins', '144', 'Y-1', 'Y144/J16'])('a CSV that says %s is refused, because a person wrote it', async (configuration) => {
    expect((await readText(csv('738', configuration))).unreadable).toBe(
      `Not one record can be used; line 2: configuration "${configuration.toUpperCase()}" is not seats of cabins, such as J14W34Y316`,
    );
  });
});

/** Equipment and configurations as a real season has them. */
const SEASON: readonly [string, string][] = [
  ['733', 'W18Y112VV112'],
  ['733', 'Y133VV133'],
  ['735', 'W18Y97VV097'],
  ['735', 'Y118VV118'],
  ['772', 'J14W34Y316VV364'],
  ['AT7', 'Y64VV064'],
];

it('no flight sells a cabin that its record does not have, nor a seat more or less', async () => {
  const store = await openSchedule();
  const legs = SEASON.map(([equipment, configuration], at) => ({ number: String(at + 1), equipment, configuration }));
  const { summary } = await store.take(ssim(...legs));
  expect(summary.seatMaps.map(({ equipment, capacity, made }) => [equipment, capacity, made]).sort()).toEqual([
    ['733', 'W18 Y112', true],
    ['733', 'Y133', true],
    ['735', 'W18 Y97', true],
    ['735', 'Y118', true],
    ['772', 'J14 W34 Y316', true],
    ['AT7', 'Y64', true],
  ]);
  const { flights } = value(await store.hub.ask('flights.board', { from: 'JFK', date: '2026-11-16' }, ANA));
  expect(flights.map(({ flight, cabins }) => [flight, Object.fromEntries(cabins.map(({ cabin, capacity }) => [cabin, capacity]))])).toEqual(
    SEASON.map(([, configuration], at) => [`QX ${at + 1}`, readConfiguration(configuration)]),
  );
  for (const { flightId } of flights)
    expect(value(await store.hub.ask('flights.seatMap', { flightId }, ANA))).toMatchObject({ made: true });
});

it('a new configuration of the same equipment changes the flight, and the same file twice changes nothing', async () => {
  const store = await openSchedule();
  await store.take(ssim({ equipment: '738', configuration: 'Y180' }));
  expect((await store.take(ssim({ equipment: '738', configuration: 'Y180VV2' }))).counts).toMatchObject({ changed: 0, unchanged: 1 });
  expect((await store.take(ssim({ equipment: '738', configuration: 'Y183' }))).counts).toMatchObject({ changed: 1, unchanged: 0 });
  expect(reference.seatPlan('made1-738-y183')?.capacity).toEqual({ Y: 183 });
});

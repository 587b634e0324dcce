import { describe, expect, it } from 'vitest';
import type { LegPattern } from '../../../main/import/leg-pattern.ts';
import { SpokenDays } from '../../../main/import/spoken-days.ts';
import { openSchedule } from './import-files.ts';
import { carrierRecord, type LegFields, legRecord, ssimFile } from './ssim-lines.ts';

/** A file of one carrier; all its legs have the same period. */
const file = (mode: 'L' | 'U', from: string, to: string, legs: readonly LegFields[], validity: object = { from, to }): string =>
  ssimFile(carrierRecord({ mode, ...validity }), ...legs.map((leg) => legRecord({ from, to, ...leg })));

// Tokyo is 9 h ahead: what leaves Sapporo at 22:00 UTC leaves on the next local day.
const japan = (departs = '0100'): LegFields[] => [
  { number: '10', origin: 'HND', departs, destination: 'CTS', arrives: '0235', departsZone: '     ', arrivesZone: '     ' },
  { number: '20', origin: 'CTS', departs: '2200', destination: 'HND', arrives: '2340', departsZone: '     ', arrivesZone: '     ' },
];

describe('an import takes away only what the file speaks for', () => {
  it('a winter in UTC that is imported again cancelled the first flights of the summer', async () => {
    const { take, cancelled } = await openSchedule();
    await take(file('U', '01MAR27', '27MAR27', japan()));
    await take(file('U', '28MAR27', '10APR27', japan()));
    expect((await take(file('U', '01MAR27', '27MAR27', japan('0105')))).counts).toMatchObject({ added: 0, changed: 27, dropped: 0 });
    expect(await cancelled()).toEqual([]);
  });

  // 03:00 UTC is the evening before in Los Angeles.
  const west: LegFields = { number: '10', origin: 'LAX', departs: '0300', destination: 'JFK', arrives: '0830' };
  const east: LegFields = { number: '11', departs: '1500', arrives: '2100' };

  it('a file of four UTC days cancelled a flight of the fifth', async () => {
    const { take, cancelled } = await openSchedule();
    await take(file('U', '02JAN27', '09JAN27', [west, east]));
    expect((await take(file('U', '02JAN27', '05JAN27', [west, east]))).counts).toMatchObject({ unchanged: 8, dropped: 0 });
    expect(await cancelled()).toEqual([]);
  });

  it('a number that is gone from a UTC file is dropped on all its days, the local day before the first of them too', async () => {
    const { take, cancelled } = await openSchedule();
    await take(file('U', '02JAN27', '09JAN27', [west, east]));
    expect((await take(file('U', '02JAN27', '09JAN27', [east]))).counts).toMatchObject({ unchanged: 8, dropped: 8 });
    expect(await cancelled()).toEqual(Array.from({ length: 8 }, (_, day) => `QX 10 LAX 2027-01-0${day + 1}`));
  });

  it('a file with a gap between its periods cancelled what flies in the gap', async () => {
    const { take, cancelled } = await openSchedule();
    await take(file('L', '01FEB27', '28FEB27', [{ number: '7' }]));
    const twoMonths = ssimFile(
      carrierRecord({ from: '01JAN27', to: '31MAR27' }),
      legRecord({ from: '01JAN27', to: '31JAN27' }),
      legRecord({ from: '01MAR27', to: '31MAR27' }),
    );
    expect((await take(twoMonths)).counts.dropped).toBe(0);
    expect(await cancelled()).toEqual([]);
  });

  it('one flight that reaches beyond its season cancelled all others of the next', async () => {
    const { take, cancelled } = await openSchedule();
    await take(file('L', '28MAR27', '10APR27', [{ number: '7' }, { number: '9' }]));
    const season = { from: '01MAR27', to: '27MAR27' };
    expect((await take(file('L', '01MAR27', '10APR27', [{ number: '9', days: '12345  ' }], season))).counts.dropped).toBe(4);
    // Its own days are spoken for: number 9 does not fly at weekends any more.
    expect(await cancelled()).toEqual(['QX 9 JFK 2027-03-28', 'QX 9 JFK 2027-04-03', 'QX 9 JFK 2027-04-04', 'QX 9 JFK 2027-04-10']);
  });

  it('a carrier that a file gives in local times and in UTC loses nothing', async () => {
    const { take } = await openSchedule();
    await take(file('L', '01MAR27', '03MAR27', [{ number: '7' }, { number: '8' }]));
    const both = ssimFile(
      carrierRecord({ mode: 'L' }),
      legRecord({ from: '01MAR27', to: '03MAR27' }),
      carrierRecord({ mode: 'U' }),
      legRecord({ number: '8', from: '01MAR27', to: '03MAR27' }),
    );
    expect((await take(both)).counts.dropped).toBe(0);
  });
});

describe('the days for which a file speaks', () => {
  const pattern = (fromDay: number, toDay: number, more: Partial<LegPattern> = {}): LegPattern =>
    ({ carrier: 'QX', number: 41, suffix: '', times: 'local', fromDay, toDay, ...more }) as LegPattern;
  const spoken = (...patterns: LegPattern[]): string[] => {
    const days = new SpokenDays();
    for (const one of patterns) days.add(one);
    return days.scopes.map(({ carrier, flight, fromDay, toDay }) => `${carrier}${flight ? flight.number : ''} ${fromDay}-${toDay}`);
  };
  const validity = { fromDay: 10, toDay: 20 };

  it.each<[string, LegPattern[], string[]]>([
    ['one period', [pattern(1, 5)], ['QX 1-5']],
    ['periods that touch', [pattern(6, 9), pattern(1, 5)], ['QX 1-9']],
    ['periods apart', [pattern(7, 9), pattern(1, 5)], ['QX 1-5', 'QX 7-9']],
    ['a period that joins others', [pattern(1, 2), pattern(8, 9), pattern(2, 8)], ['QX 1-9']],
    ['two carriers', [pattern(1, 2), pattern(4, 5, { carrier: 'QY' })], ['QX 1-2', 'QY 4-5']],
    ['beyond the validity at both ends', [pattern(5, 25, { validity })], ['QX 10-20', 'QX41 5-9', 'QX41 21-25']],
    ['wholly beyond the validity', [pattern(30, 31, { validity })], ['QX41 30-31']],
    ['a validity without an end', [pattern(5, 25, { validity: { fromDay: 10, toDay: undefined } })], ['QX 10-25', 'QX41 5-9']],
    [
      'beyond the validity, where another block speaks for all',
      [pattern(5, 25, { validity }), pattern(18, 23)],
      ['QX 10-23', 'QX41 5-9', 'QX41 24-25'],
    ],
  ])('%s', (_name, patterns, expected) => {
    expect(spoken(...patterns)).toEqual(expected);
  });

  it('forgets days, never adds any, when a file has more periods than are kept', () => {
    const days = spoken(...Array.from({ length: 80 }, (_, place) => pattern(place * 10, place * 10 + 1)));
    expect(days).toHaveLength(50);
  });
});

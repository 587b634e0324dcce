import { describe, expect, it } from 'vitest';
import { openSchedule } from './import-files.ts';
import { readText } from './read-text.ts';
import { carrierRecord, FILLER, HEADER, legRecord, numbered, trailerRecord } from './ssim-lines.ts';

const legs = ['41', '42', '43', '44'].map((number) => legRecord({ number }));
const whole = numbered([HEADER, carrierRecord(), ...legs, trailerRecord()]);
const other = numbered([HEADER, carrierRecord({ carrier: 'QY' }), legRecord({ carrier: 'QY' }), trailerRecord({ carrier: 'QY' })]).slice(1);
const without = (...places: number[]): string[] => whole.filter((_record, place) => !places.includes(place));
const CARRIER = 1;
const TRAILER = 6;

describe('a file that is not whole cancelled the flights that it lacked', () => {
  it.each<[string, readonly string[], string]>([
    ['records were lost among the others', without(3, 4), 'record 000003 is followed by record 000006, so records are missing'],
    [
      'the last records were lost, and the trailer names them',
      without(5),
      'the trailer names record 000006 as the last before it, and 000005 is the last that came, so records are missing',
    ],
    [
      'records changed places',
      [...without(4, TRAILER), ...whole.slice(4, 5), ...whole.slice(TRAILER)],
      'record 000004 is followed by record 000006, so records are missing',
    ],
    [
      'the trailer says that it goes on elsewhere',
      numbered([HEADER, carrierRecord(), ...legs.slice(0, 2), trailerRecord({ end: 'C' })]),
      'the trailer of QX says that the schedule goes on in another file',
    ],
    ['it was cut off, and another follows', [...whole.slice(0, 3), ...other], 'the schedule of QX has no trailer'],
    [
      'it ends with the trailer of another',
      numbered([HEADER, carrierRecord(), ...legs.slice(0, 2), trailerRecord({ carrier: 'QY' })]),
      'the schedule of QX ends with the trailer of QY',
    ],
    [
      'a carrier record was lost',
      [...whole.slice(0, 3), ...whole.slice(TRAILER), ...other.slice(2)],
      'a trailer of QY stands where no schedule is open',
    ],
  ])('%s', async (_name, records, reason) => {
    const { take, cancelled } = await openSchedule();
    await take(whole.join('\n'));
    const { counts, attention } = await take(records.join('\n'));
    expect(counts.dropped).toBe(0);
    expect(await cancelled()).toEqual([]);
    expect(attention).toContain(`No flight is dropped by this file: ${reason}`);
  });

  it('a whole file without two numbers drops them', async () => {
    const { take } = await openSchedule();
    await take(whole.join('\n'));
    const fewer = numbered([HEADER, carrierRecord(), ...legs.slice(0, 2), trailerRecord()]);
    const { counts, attention } = await take(fewer.join('\n'));
    expect(counts.dropped).toBe(14);
    expect(attention).toEqual([]);
  });
});

describe('serials that say nothing', () => {
  const blank = (record: string): string => `${record.slice(0, 187)}${' '.repeat(13)}`;
  it.each<[string, readonly string[]]>([
    ['none at all', whole.map((record) => blank(record))],
    ['six zeros', whole.map((record) => `${blank(record).slice(0, 194)}000000`)],
    ['fillers between', whole.flatMap((record) => [record, FILLER, FILLER])],
    ['a second carrier that begins again', [...whole, ...other]],
    ['a second carrier that counts on', numbered([...whole, ...other])],
    [
      'the turn after the last',
      [
        ...whole.slice(0, CARRIER),
        ...whole
          .slice(CARRIER)
          .map((record, place) => record.slice(0, 194) + ['999998', '999999', '000001', '000002', '000003', '000004'][place]),
      ].map((record) => (record[0] === '5' ? `${record.slice(0, 187)}000003${record.slice(193)}` : record)),
    ],
  ])('%s', async (_name, records) => {
    const { findings } = await readText(records.join('\n'));
    expect(findings).toMatchObject({ dropNothing: false, attention: [] });
  });
});

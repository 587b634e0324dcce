import { expect, test } from 'vitest';
import { departureTimesText, readDepartureTimes } from '../../../renderer/board/read-departure-times.ts';

const CASES: readonly [typed: string, expected: [number, number] | undefined][] = [
  ['', [0, 1440]],
  ['any', [0, 1440]],
  ['Any time', [0, 1440]],
  ['8-12', [480, 720]],
  ['0800-1200', [480, 720]],
  ['08:00 to 12:00', [480, 720]],
  ['8:30 - 9', [510, 540]],
  ['17-', [1020, 1440]],
  ['after 17', [1020, 1440]],
  ['-9', [0, 540]],
  ['before 9:15', [0, 555]],
  // The end of the day can be said, a minute after it cannot.
  ['5-24', [300, 1440]],
  ['5-2401', undefined],
  ['12-8', undefined],
  ['8:75-9', undefined],
  ['8', undefined],
  ['soon', undefined],
  ['1-2-3', undefined],
];

test.each(CASES)('%j is read as %j', (typed, expected) => {
  const read = readDepartureTimes(typed);
  expect(read && [read.from, read.to]).toEqual(expected);
});

test('what is shown is read back as the same', () => {
  for (const departure of [
    { from: 0, to: 1440 },
    { from: 300, to: 1440 },
    { from: 65, to: 725 },
  ]) {
    expect(readDepartureTimes(departureTimesText(departure))).toEqual(departure);
  }
});

test('a pasted page of spaces is read at once, instead of keeping the console busy', () => {
  expect(readDepartureTimes(`8${' '.repeat(1_000_000)}x`)).toBeUndefined();
});

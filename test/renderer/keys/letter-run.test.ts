import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BURST_MS, LetterRun, PAIR_MS, WORD_MS } from '../../../renderer/keys/letter-run.ts';

const KEYS = new Set(['A', 'B', 'C', 'G', 'G B', 'N']);
let done: string[];
let run: LetterRun;
let now: number;

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  now = 0;
  run = new LetterRun({
    isKey: (key) => KEYS.has(key),
    act: (key) => {
      done.push(key);
      return () => done.push(`${key} back`);
    },
    open: (typed, tookBack) => done.push(`bar ${typed}${tookBack ? ', told' : ''}`),
  });
});
afterEach(() => void vi.useRealTimers());

/** Types the signs, `gap` ms between each two. What follows the first one that opens the command bar goes to the bar's field. */
function type(signs: string, gap: number, keysHere = true): void {
  for (const sign of signs) {
    if (done.some((each) => each.startsWith('bar'))) return;
    run.press(sign.toUpperCase(), sign, now, keysHere);
    vi.advanceTimersByTime(gap);
    now += gap;
  }
}

test.each<[what: string, signs: string, gap: number, done: string[]]>([
  ['a known letter acts', 'b', BURST_MS, ['B']],
  ['two known letters of a person act both', 'ab', 120, ['A', 'B']],
  ['a letter that is no key opens the command bar with it', 'k', 120, ['bar k']],
  ['a scanner: neither letter acts', 'cb7kqf', 3, ['bar cb']],
  ['a scanner, the slowest', 'cb7kqf', BURST_MS - 1, ['bar cb']],
  ['slow typing: what the first letters did is taken back', 'cb7kqf', 400, ['C', 'B', 'B back', 'C back', 'bar cb7, told']],
  ['a letter long after another begins anew', 'c7', WORD_MS + 1, ['C', 'bar 7']],
  ['G and a letter go to a screen', 'gb', 200, ['G', 'G B']],
  ['G and a letter together too', 'gb', 3, ['G B']],
  ['G waits longer than a word', 'gb', PAIR_MS, ['G', 'G B']],
  ['a scanned locator that begins with G and B', 'gb7kqf', 3, ['bar gb7']],
  ['G and a letter that leads nowhere is typing', 'gk', 200, ['G', 'G back', 'bar gk, told']],
])('%s: %s, %i ms apart', (_, signs, gap, expected) => {
  type(signs, gap);
  run.end();
  expect(done).toEqual(expected);
});

test('what cannot be taken back is not said to be', () => {
  run = new LetterRun({
    isKey: (key) => KEYS.has(key),
    act: (key) => () => key !== 'B',
    open: (typed, tookBack) => done.push(`bar ${typed}${tookBack ? ', told' : ''}`),
  });
  type('bk', 400);
  expect(done).toEqual(['bar bk']);
  done = [];
  type('cbk', 400);
  expect(done).toEqual(['bar cbk, told']);
});

test('where letters are no keys, the first one opens the command bar', () => {
  type('b', 200, false);
  expect(done).toEqual(['bar b']);
});

test('another key lets a letter act at once, and ends the word', () => {
  run.press('B', 'b', 0, true);
  run.end();
  run.press('N', 'n', 5, true);
  run.end();
  expect(done).toEqual(['B', 'N']);
});

test('two letters of one burst that a busy page hears late are still a burst', () => {
  run.press('C', 'c', 0, true);
  // The page was busy, so the timer came before the second letter was heard.
  vi.advanceTimersByTime(300);
  run.press('B', 'b', 4, true);
  expect(done).toEqual(['C', 'C back', 'bar cb, told']);
});

test('behind a lock or a dialog nothing that waits acts any more', () => {
  run.press('B', 'b', 0, true);
  run.drop();
  vi.advanceTimersByTime(1_000);
  expect(done).toEqual([]);
});

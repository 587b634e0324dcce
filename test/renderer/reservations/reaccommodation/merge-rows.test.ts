import { expect, test } from 'vitest';
import { mergeRows } from '../../../../renderer/reservations/reaccommodation/merge-rows.ts';
import { changed } from './desk-samples.ts';

const row = (bookingId: number, version = 1) => changed(bookingId, `LOC${bookingId}`, 'LARSEN/NILS MR', { version });
const only = (...ids: number[]) => {
  const set = new Set(ids);
  return (bookingId: number) => set.has(bookingId);
};
const none = only();

test.each([
  [
    'each stays where it stood, new ones come last',
    [1, 2, 3],
    [
      [3, 1],
      [4, 1],
      [1, 1],
    ],
    none,
    none,
    ['1.1', '3.1', '4.1'],
  ],
  ['one that is worked here stays, although the hub lists it no more', [1, 2], [[1, 1]], only(2), none, ['1.1', '2.1']],
  [
    'the newer answer counts',
    [1, 2],
    [
      [2, 5],
      [1, 1],
    ],
    only(2),
    none,
    ['1.1', '2.5'],
  ],
  [
    'what was accepted stays as it was then',
    [1, 2],
    [
      [2, 5],
      [1, 1],
    ],
    none,
    only(2),
    ['1.1', '2.1'],
  ],
  ['nothing is listed and nothing worked', [1, 2], [], none, none, []],
] as const)('%s', (_case, before, fresh, isWorked, isAccepted, after) => {
  const rows = mergeRows(
    before.map((id) => row(id)),
    fresh.map(([id, version]) => row(id, version)),
    isWorked,
    isAccepted,
  );
  expect(rows.map(({ bookingId, version }) => `${bookingId}.${version}`)).toEqual(after);
});

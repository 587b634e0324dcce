import { expect, test } from 'vitest';
import {
  allToggled,
  passengersOf,
  type Standing,
  selectedOf,
  selectedShare,
  toggled,
} from '../../../../renderer/reservations/reaccommodation/selection.ts';

const rows = [
  { bookingId: 1, more: 1 },
  { bookingId: 2, more: 3 },
  { bookingId: 3, more: 0 },
  { bookingId: 4, more: 5 },
];
const STANDINGS: Readonly<Record<number, Standing>> = { 1: 'kept', 2: 'kept', 3: 'conflict', 4: 'none' };
const standingOf = ({ bookingId }: { bookingId: number }): Standing => STANDINGS[bookingId] ?? 'unasked';
const ids = (chosen: readonly { readonly bookingId: number }[]) => chosen.map(({ bookingId }) => bookingId);

test.each<[Standing, boolean]>([
  ['unasked', false],
  ['none', false],
  ['kept', true],
  ['lapsed', false],
  ['conflict', false],
  ['done', false],
])('a booking that stands %s is selected: %s', (standing, selected) => {
  expect(selectedOf(rows.slice(0, 1), () => standing, new Set()).length === 1).toBe(selected);
});

test('who is left out is not accepted, and comes back with all the others', () => {
  const left = toggled(new Set<number>(), 2);
  expect(ids(selectedOf(rows, standingOf, left))).toEqual([1]);
  expect([...toggled(left, 2)]).toEqual([]);
  // Some are selected: the box over the list selects all. All are: it selects none. A conflict stays out of both.
  const all = allToggled(left, rows, standingOf);
  expect(ids(selectedOf(rows, standingOf, all))).toEqual([1, 2]);
  const none = allToggled(all, rows, standingOf);
  expect(ids(selectedOf(rows, standingOf, none))).toEqual([]);
  expect([...none].sort()).toEqual([1, 2]);
});

test('the box over the list and the passengers', () => {
  expect([selectedShare(0, 2), selectedShare(1, 2), selectedShare(2, 2), selectedShare(0, 0)]).toEqual(['none', 'some', 'all', 'none']);
  expect(passengersOf(rows)).toBe(13);
});

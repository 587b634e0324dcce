import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';

/** What the selection must know of a booking. */
type Selectable = Pick<ChangedBooking, 'bookingId' | 'more'>;

/** How a booking stands at this desk. Only a booking whose seats are kept is accepted. */
export type Standing =
  /** No way was asked for yet. */
  | 'unasked'
  /** There is no way for the party together. */
  | 'none'
  | 'kept'
  /** The seats went back to sale before anybody accepted. */
  | 'lapsed'
  /** Somebody changed the booking meanwhile. */
  | 'conflict'
  | 'done';

/** Bookings that would be accepted now: those whose seats are kept and that nobody left out. */
export const selectedOf = <Row extends Selectable>(
  rows: readonly Row[],
  standingOf: (row: Row) => Standing,
  leftOut: ReadonlySet<number>,
): readonly Row[] => rows.filter((row) => standingOf(row) === 'kept' && !leftOut.has(row.bookingId));

/** The same without the booking, or with it. */
export function toggled(leftOut: ReadonlySet<number>, bookingId: number): ReadonlySet<number> {
  const next = new Set(leftOut);
  if (!next.delete(bookingId)) next.add(bookingId);
  return next;
}

/** All of them left out where all can be accepted and are selected; else none of them. */
export function allToggled<Row extends Selectable>(
  leftOut: ReadonlySet<number>,
  rows: readonly Row[],
  standingOf: (row: Row) => Standing,
): ReadonlySet<number> {
  const able = rows.filter((row) => standingOf(row) === 'kept').map(({ bookingId }) => bookingId);
  const next = new Set(leftOut);
  const isAll = able.every((bookingId) => !next.has(bookingId));
  for (const bookingId of able) {
    if (isAll) next.add(bookingId);
    else next.delete(bookingId);
  }
  return next;
}

/** all, some or none: how the box over the list stands. */
export const selectedShare = (selected: number, able: number): 'all' | 'some' | 'none' =>
  selected === 0 ? 'none' : selected === able ? 'all' : 'some';

export const passengersOf = (rows: readonly Selectable[]): number => rows.reduce((sum, { more }) => sum + more + 1, 0);

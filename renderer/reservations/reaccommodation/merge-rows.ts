import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';

/**
 * The rows of the list after a new answer of the hub. Each stays where it stood, because a row that moves is pressed by mistake; new ones come last.
 * `isWorked`: a booking that this desk has seats for stays in the list even where the hub lists it no more. `isAccepted`: it stays as it
 * was when it was accepted here, so that what was sold can still be read beside what was given.
 */
export function mergeRows(
  before: readonly ChangedBooking[],
  fresh: readonly ChangedBooking[],
  isWorked: (bookingId: number) => boolean,
  isAccepted: (bookingId: number) => boolean,
): readonly ChangedBooking[] {
  const answered = new Map(fresh.map((row) => [row.bookingId, row]));
  const stay = before.flatMap((row) => {
    const now = answered.get(row.bookingId);
    answered.delete(row.bookingId);
    if (isAccepted(row.bookingId)) return row;
    return now ?? (isWorked(row.bookingId) ? row : []);
  });
  return [...stay, ...answered.values()];
}

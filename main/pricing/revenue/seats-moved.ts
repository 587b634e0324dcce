import { DAY_MS } from '../../../shared/instants.ts';

/** Seats that came onto the books of one cabin, or (below 0) left them by a cancellation. `at`: UTC milliseconds. */
export interface SeatsMoved {
  readonly at: number;
  readonly seats: number;
}

/** Seats on the books at a moment: all that moved until then. */
export const onBooksAt = (moved: readonly SeatsMoved[], at: number): number =>
  moved.reduce((sum, one) => (one.at <= at ? sum + one.seats : sum), 0);

/** Seats on the books so many whole days of 24 hours before departure, in the order of `days`; undefined where that moment is still to come. */
export const onBooksBefore = (
  moved: readonly SeatsMoved[],
  departsAt: number,
  now: number,
  days: readonly number[],
): (number | undefined)[] =>
  days.map((before) => {
    const at = departsAt - before * DAY_MS;
    return at > now ? undefined : onBooksAt(moved, at);
  });

/** Net change of the seats on the books over the last so many days of 24 hours. */
export const pickedUp = (moved: readonly SeatsMoved[], now: number, days: number): number =>
  onBooksAt(moved, now) - onBooksAt(moved, now - days * DAY_MS);

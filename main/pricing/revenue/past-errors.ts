import type { BookingCurve } from './booking-curve.ts';
import { pickUp } from './pick-up.ts';

/** One departure, foretold so many days before from what was known then. `off`: forecast less final load, in seats. */
export interface PastError {
  readonly departureDay: number;
  readonly final: number;
  readonly off: number;
}

/** The errors of the pick-up on its own past, the latest departure first. Flights that cannot be foretold, or have not left, are left out. */
export const pastErrors = (curves: readonly BookingCurve[], daysBefore: number): readonly PastError[] =>
  curves
    .flatMap(({ departureDay, onBooks }) => {
      const [final] = onBooks;
      const books = onBooks[daysBefore];
      if (final === undefined || books === undefined) return [];
      const told = pickUp(curves, { departureDay, daysBefore, onBooks: books });
      return told ? [{ departureDay, final, off: told.seats - final }] : [];
    })
    .sort((one, other) => other.departureDay - one.departureDay);

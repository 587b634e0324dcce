// The final load of a flight from how comparable flights filled after the same day: pick-up.
// Additive pick-up adds the mean later pick-up to what is on the books. Far from departure this is wrong in a way that can be foretold: a
// flight with many early bookings, such as groups, picks up less. So the later pick-up is a straight line over the seats on the books, fitted
// to the latest departures. A slope of the final load of 1 is additive pick-up, 0 is the mean final load, and the slope is kept between the
// two, because few flights can suggest more than they know.
import type { BookingCurve } from './booking-curve.ts';

/** Older departures tell of another season. Sixty are two months of a daily flight. */
const DEPARTURES_MOST = 60;
/** With fewer departures the slope is not fitted. */
const DEPARTURES_FOR_SLOPE = 10;
/** With fewer nothing is foretold: a week of a daily flight. */
const DEPARTURES_LEAST = 7;

export interface FlightOnBooks {
  readonly departureDay: number;
  readonly daysBefore: number;
  /** Seats on the books, net of cancellations. */
  readonly onBooks: number;
}

export interface PickUp {
  /** The final load in seats and part of one, 0 or more. */
  readonly seats: number;
  /** How many past departures it leans on. */
  readonly departures: number;
}

/**
 * `history`: cleaned curves of comparable flights. Only those that left by the day of the reading count. Undefined if fewer than seven are
 * known at that day. It foretells the load with the classes as they were open then, not what would have been asked for with all open.
 * Source: Talluri and van Ryzin 2004, chapter 9 (pick-up forecasts, regression on bookings on hand).
 */
export function pickUp(history: readonly BookingCurve[], flight: FlightOnBooks): PickUp | undefined {
  const past = latestPairs(history, flight);
  if (past.length < DEPARTURES_LEAST) return undefined;
  const meanBooks = meanOf(past.map(({ books }) => books));
  const meanFinal = meanOf(past.map(({ final }) => final));
  const spread = past.reduce((sum, { books }) => sum + (books - meanBooks) ** 2, 0);
  const together = past.reduce((sum, { books, final }) => sum + (books - meanBooks) * (final - meanFinal), 0);
  const slope = past.length >= DEPARTURES_FOR_SLOPE && spread > 0 ? Math.min(1, Math.max(0, together / spread)) : 1;
  return { seats: Math.max(0, meanFinal + slope * (flight.onBooks - meanBooks)), departures: past.length };
}

const meanOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** Seats on the books at that day, and at departure, of the latest flights that had left by then. */
function latestPairs(history: readonly BookingCurve[], { departureDay, daysBefore }: FlightOnBooks) {
  return history
    .filter((curve) => curve.departureDay <= departureDay - daysBefore)
    .sort((one, other) => other.departureDay - one.departureDay)
    .flatMap(({ onBooks }) => {
      const [final] = onBooks;
      const books = onBooks[daysBefore];
      return final === undefined || books === undefined ? [] : [{ books, final }];
    })
    .slice(0, DEPARTURES_MOST);
}

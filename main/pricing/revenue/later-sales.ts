import { PAST_DAYS, type PastCurve, shareBefore } from './past-curve.ts';
import { pickUp } from './pick-up.ts';

/** What past departures say of the end of a flight, as shares of its seats. */
export interface LaterSales {
  /** Final load. */
  readonly final: number;
  /** Standard deviation of what past departures still sold after that day. */
  readonly deviation: number;
  /** How many past departures it leans on. */
  readonly departures: number;
}

/**
 * The pick-up of main/pricing/revenue/pick-up.ts over shares of seats, from `share` on the books so many days before departure. Undefined when
 * fewer than seven past departures are known, or when departure is farther away than their curves reach.
 */
export function laterSales(past: readonly PastCurve[], departureDay: number, daysBefore: number, share: number): LaterSales | undefined {
  if (daysBefore > PAST_DAYS - 1) return undefined;
  // The pick-up asks for whole days. The figure under that day is of the very moment, so that a flight that leaves at noon is not compared
  // with what others had at midnight.
  const day = Math.ceil(daysBefore);
  const pairs = past.map((curve) => ({
    departureDay: curve.departureDay,
    books: shareBefore(curve, daysBefore),
    final: shareBefore(curve, 0),
  }));
  const history = pairs.map(({ departureDay, books, final }) => {
    const onBooks: number[] = [];
    onBooks[0] = final;
    onBooks[day] = day === 0 ? final : books;
    return { departureDay, onBooks };
  });
  const told = pickUp(history, { departureDay, daysBefore: day, onBooks: share });
  if (!told) return undefined;
  const later = pairs.map(({ books, final }) => final - books);
  const mean = later.reduce((sum, one) => sum + one, 0) / later.length;
  const deviation = Math.sqrt(later.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, later.length - 1));
  return { final: told.seats, deviation, departures: told.departures };
}

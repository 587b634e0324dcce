import { DEPARTURES_MAX, PATTERNS_KEPT_MAX, PATTERNS_OF_FLIGHT_MAX } from './import-bounds.ts';
import { type LegPattern, weekdayOf } from './leg-pattern.ts';

/** What of a leg tells it from another. Its seat map is left out: hundreds of thousands of legs are kept, and each may have a map of its own. */
type Told = Pick<LegPattern, 'arrival' | 'itinerary' | 'fromDay' | 'toDay' | 'weekdays'>;

/** A leg that was read before. */
interface Earlier {
  readonly pattern: Told;
  readonly shift: number;
  readonly starts: number;
  readonly ends: number;
  readonly departure: number;
}

/**
 * Tells which departure of a number from an airport a leg is, where the number leaves it more than once on one day. Two legs are different
 * departures if they go elsewhere, or stand at different places of the itinerary, and the aircraft can fly both. Otherwise the file gives the
 * same leg twice.
 */
export class RepeatedDepartures {
  readonly #flights = new Map<string, Earlier[]>();
  #kept = 0;

  /**
   * 1 for the only or first departure. `shift`: days from the day of operation to the local day of departure. `starts`, `ends`: milliseconds
   * from the beginning of the local day of departure.
   */
  of(pattern: LegPattern, shift: number, starts: number, ends: number): number {
    const key = `${pattern.carrier} ${pattern.number}${pattern.suffix} ${pattern.departure.airport.code}`;
    const earlier = this.#flights.get(key) ?? [];
    const taken = new Set<number>();
    let departure: number | undefined;
    for (const other of earlier) {
      if (!sharesDays(pattern, shift, other)) continue;
      const apart = ends <= other.starts || other.ends <= starts;
      if (apart && isOtherLeg(pattern, other.pattern)) taken.add(other.departure);
      else departure ??= other.departure;
    }
    if (departure === undefined) {
      departure = 1;
      while (taken.has(departure) && departure < DEPARTURES_MAX) departure += 1;
    }
    if (this.#kept < PATTERNS_KEPT_MAX && earlier.length < PATTERNS_OF_FLIGHT_MAX) {
      const { arrival, itinerary, fromDay, toDay, weekdays } = pattern;
      earlier.push({ pattern: { arrival, fromDay, toDay, weekdays, ...(itinerary ? { itinerary } : {}) }, shift, starts, ends, departure });
      this.#flights.set(key, earlier);
      this.#kept += 1;
    }
    return departure;
  }
}

function isOtherLeg(one: Told, other: Told): boolean {
  if (one.arrival.airport !== other.arrival.airport) return true;
  const [a, b] = [one.itinerary, other.itinerary];
  return a !== undefined && b !== undefined && a.variation === b.variation && a.leg !== b.leg;
}

/** Whether two legs depart on one local day: their periods overlap there, and they have a weekday in common. */
function sharesDays(one: Told, shift: number, other: Earlier): boolean {
  const { pattern } = other;
  const from = Math.max(one.fromDay + shift, pattern.fromDay + other.shift);
  const to = Math.min(one.toDay + shift, pattern.toDay + other.shift);
  for (let day = from; day <= Math.min(to, from + 6); day++)
    if (one.weekdays[weekdayOf(day - shift)] && pattern.weekdays[weekdayOf(day - other.shift)]) return true;
  return false;
}

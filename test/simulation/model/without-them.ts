import { DAY_MS } from '../../../shared/instants.ts';
import type { Leg, Model } from './model.ts';

/**
 * Legs of a booking that fly without its passengers. They stay where a leg does not fly, or is missed, or has left before they arrive, and so reach none of
 * the others that were to take them on from there within a day. `fault`: whose a missed leg must be to count.
 */
export function withoutThem(model: Model, legs: readonly Leg[], fault: 'carrier' | 'anybody'): ReadonlySet<Leg> {
  const without = new Set<Leg>();
  let last: Leg | undefined;
  for (const leg of legs) {
    const flight = model.flight(leg.flightId);
    const from = last && leg.back === last.back && leg.departsAt < last.arrivesAt + DAY_MS ? last : undefined;
    const isLate = from !== undefined && (without.has(from) || model.flight(from.flightId).arrives > flight.departs);
    const isMissed = fault === 'carrier' ? leg.missed === 'carrier' : leg.missed !== undefined;
    if (isLate || isMissed || flight.cancelled) without.add(leg);
    last = leg;
  }
  return without;
}

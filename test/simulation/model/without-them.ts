import { DAY_MS } from '../../../shared/instants.ts';
import type { Leg, Model } from './model.ts';

/**
 * Legs of a booking that fly without its passengers. They stay where a leg does not fly, or is missed, and so reach none of the others that were to take
 * them on from there within a day. `fault`: whose a missed leg must be to count.
 */
export function withoutThem(model: Model, legs: readonly Leg[], fault: 'carrier' | 'anybody'): ReadonlySet<Leg> {
  const without = new Set<Leg>();
  let stuck: Leg | undefined;
  for (const leg of legs) {
    const goesOn = stuck !== undefined && leg.back === stuck.back && leg.departsAt < stuck.arrivesAt + DAY_MS;
    const isMissed = fault === 'carrier' ? leg.missed === 'carrier' : leg.missed !== undefined;
    const stays = goesOn || isMissed || model.flight(leg.flightId).cancelled;
    if (stays) without.add(leg);
    stuck = stays ? leg : undefined;
  }
  return without;
}

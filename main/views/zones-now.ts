import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { Reference } from '../reference/reference.ts';
import { offsetAt } from '../reference/zone-time.ts';
import { flownBetween } from '../rules/flown-between.ts';

interface FlightNow {
  readonly origin: string;
  readonly destination: string;
  readonly departs_at: number;
  readonly arrives_at: number;
}

interface ZonesNow {
  readonly originZone: string;
  readonly destinationZone: string;
  /** Ends that have another time, told by another zone than it was sold with, because a supervisor corrected their airport. Left out where none has. */
  readonly rezoned?: string[];
}

/**
 * By which zones the ends of a leg are told now. What was not moved keeps the zone that it was sold with: after a zone was corrected, its moment is
 * right by the old one until the schedule is imported again.
 */
export function zonesNow(reference: Reference, leg: BookedLeg, flight: FlightNow): ZonesNow {
  const [from, to] = flownBetween(reference, flight);
  const leaves = leg.departsAt === flight.departs_at ? leg.originZone : (from?.zone ?? leg.originZone);
  const same = leg.destination === flight.destination;
  const arrives = same && leg.arrivesAt === flight.arrives_at ? leg.destinationZone : (to?.zone ?? leg.destinationZone);
  const isRezoned = (sold: string, now: string, at: number): boolean => sold !== now && offsetAt(sold, at) !== offsetAt(now, at);
  const rezoned = [
    ...(isRezoned(leg.originZone, leaves, flight.departs_at) ? [leg.origin] : []),
    ...(same && isRezoned(leg.destinationZone, arrives, flight.arrives_at) ? [leg.destination] : []),
  ];
  return { originZone: leaves, destinationZone: arrives, ...(rezoned.length > 0 ? { rezoned } : {}) };
}

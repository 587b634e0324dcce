import { HOUR_MS } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import { fareAt, lapFareAt } from '../../shared/leg-fares.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import { type Minor, minor } from '../../shared/money.ts';

/** A longer stay on the way is a stopover, and ends the part of the journey that counts. */
const STOPOVER_MS = 4 * HOUR_MS;

/**
 * What a passenger pays from a flight on to the destination or the first stopover, in minor units: the fare by which compensation for denied boarding
 * is worked out. `legs`: of one booking, in the order of departure. Source: 14 CFR 250.1 and 250.5.
 */
export function fareToStop(party: BookingView['party'], legs: readonly BookedLeg[], from: BookedLeg, passenger: number): Minor {
  let fare = 0;
  let before: BookedLeg | undefined;
  for (const leg of legs) {
    if (leg.departsAt < from.departsAt) continue;
    if (before && leg.departsAt - before.arrivesAt > STOPOVER_MS) break;
    const place = seatedOn(party, leg.segment).findIndex((one) => one.passenger === passenger);
    if (place >= 0) fare += fareAt(leg, place).fare + lapFareAt(leg, place);
    before = leg;
  }
  return minor(fare);
}

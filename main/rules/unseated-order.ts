import { DAY_MS } from '../../shared/instants.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';

/** What decides who is seated first. */
export interface UnseatedParty {
  readonly bookingId: number;
  /** Flies on within a day, as `goesOn` says. */
  readonly connects: boolean;
  /** All of the party are adults. */
  readonly adults: boolean;
}

/** The order in which parties that were sold above the seats get those that come free: who flies on, then families, then as they were booked. */
export const seatedFirst = (one: UnseatedParty, other: UnseatedParty): number =>
  Number(other.connects) - Number(one.connects) || Number(one.adults) - Number(other.adults) || one.bookingId - other.bookingId;

/** Whether a booking goes on within a day after a flight. */
export const goesOn = (legs: readonly BookedLeg[], leg: BookedLeg): boolean =>
  legs.some((next) => next.departsAt >= leg.arrivesAt && next.departsAt - leg.arrivesAt < DAY_MS);

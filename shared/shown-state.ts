import { type Instant, instant, isDue } from './instants.ts';
import { BOOKING_STATES, type BookingState } from './methods/booking-view.ts';

/**
 * What a booking is shown as: its state, or FLOWN. No row and no entry of the journal says FLOWN. The schedule and the time say it, so a booking is
 * flown at the second at which its last flight leaves, on every console, after a restart too. Nothing has to go over the bookings at that second:
 * a night in which a thousand of them leave costs the hub nothing. A flight that is moved or cancelled later needs no counter-entry either.
 */
export const SHOWN_STATES = [...BOOKING_STATES, 'FLOWN'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** `flownAt`: when the last flight leaves, by the schedule of now; left out where the booking will not be flown as it stands. */
export const shownState = ({ state, flownAt }: { state: BookingState; flownAt?: number | undefined }, now: Instant): ShownState =>
  state === 'CONFIRMED' && flownAt !== undefined && isDue(instant(flownAt), now) ? 'FLOWN' : state;

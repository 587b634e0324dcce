import { inject } from 'vitest';
import { assert } from '../../../shared/assert.ts';
import { type Output, PROTOCOL_VERSION } from '../../../shared/contract.ts';
import type { BookingMoved } from '../../../shared/events/booking-moved.ts';
import type { BookingEventType, JournalEvent } from '../../../shared/events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { HeldBooking } from '../../../shared/methods/holds.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import type { Notice } from '../../../shared/notices.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';

// The answers come from a run of the core: run/sample-run.ts. A test changes in them what it is about.
const run = inject('samples');

/** Noon UTC of a Saturday; 07:00 in New York. */
export const NOON = run.state.now;
export const NEW_YORK = run.state.home.zone;
/** Ana at desk T1-04. */
export const signedIn = run.signedIn;
/** What a supervisor is told of the three users of training. */
export const users = run.users;

export const hubState = (change: Partial<Output<'session.state'>> = {}): Output<'session.state'> => ({ ...run.state, ...change });

/** With which the hub greets. */
export const hello = (event: number): Extract<Notice, { type: 'hello' }> => ({
  notice: true,
  type: 'hello',
  version: run.state.version,
  protocol: PROTOCOL_VERSION,
  now: NOON,
  event,
  challenge: 'c2F5IHdoYXQgeW91IGFyZQ',
  hub: run.state.hub,
});

/** A hold of desk T1-04 with five minutes to run: an adult on 17D and a child on 17E of AA 185, JFK to LAX. Event 100 placed it. */
export const hold = (change: Partial<HeldBooking> = {}): HeldBooking => ({ ...run.held, ...change });
/** The same after it was paid in cash, 600.00 given. */
export const sold = (change: Partial<BookingView> = {}): BookingView => ({ ...run.sold, ...change });
/** The leg of the sale as the schedule has it now: as it was sold, but for what a test changes. */
export function legNow(change: Partial<LegNow> = {}): LegNow {
  const [leg] = run.sold.legs;
  assert(leg, 'a flight was sold');
  const { flight, departsAt, arrivesAt, originZone, destination, destinationZone, equipment } = leg;
  return {
    ...{ flight, departsAt, arrivesAt, originZone, destination, destinationZone, equipment },
    ...{ status: 'HK', kind: 'none', movedMinutes: 0 },
    ...change,
  };
}
/** The same by so many minutes later, within the limit. */
export function movedLater(minutes: number): LegNow {
  const { departsAt, arrivesAt } = legNow();
  const by = minutes * MINUTE_MS;
  return legNow({ departsAt: departsAt + by, arrivesAt: arrivesAt + by, status: 'TK', kind: 'moved', movedMinutes: minutes });
}
/** The same after the booking was cancelled. */
export const cancelled = (change: Partial<BookingView> = {}): BookingView => ({ ...run.cancelled, ...change });
/** What cancelling it gives back: first asked for, and asked for again. */
export const [firstOffer, secondOffer] = run.offers;
/** What the history of the sold booking tells, newest first. */
export const soldHistory = run.soldHistory;
/** What a search for the booking finds while it is a hold, and once it is sold. */
export const foundHold = run.foundHold;
export const foundSold = run.foundSold;
/** What goes back at a cancellation: 100 % over 24 h before departure, 50 % over 4 h, then nothing. */
export const settings = run.settings;
export const refundPolicies = run.refundPolicies;
/** What the hub lists of jobs before there were any. */
export const noJobs = run.noJobs;
/** What the hub finds for the text of a place, as far as somebody has typed it, in capitals or not. */
export const placesFor = (text: string) => {
  const answer = run.places[text.toUpperCase()];
  assert(answer, `the run did not ask for the place ${text}`);
  return answer;
};
export const LOCATOR = run.held.locator;
export const LOS_ANGELES = hold().legs[0]?.destinationZone ?? '';

/** What the journal tells when this happens to the hold. `event`: the number that it bears. */
export const bookingEvent = (event: number, type: BookingEventType, change: Partial<BookingMoved> = {}): JournalEvent => {
  const told = run.events.find((each) => each.type === type);
  assert(told, `the run has no ${type}`);
  return { ...told, event, data: { ...told.data, ...change } } as JournalEvent;
};

/** The first refusal of this code that the run came upon, with the details that the hub gave it. */
export const refused = (code: RefusalCode) => {
  const reply = run.refused.find(({ refusal }) => refusal.code === code);
  assert(reply, `nothing in the run is refused as ${code}`);
  return reply;
};

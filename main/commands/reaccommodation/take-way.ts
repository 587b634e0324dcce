import { assert } from '../../../shared/assert.ts';
import { changesBooking } from '../../../shared/follow-booking.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { eventsOfBooking } from '../../store/tables/journal-table.ts';
import { changeRefused } from '../changes/change-refused.ts';
import { hasAll } from '../changes/has-all.ts';
import { makeChange } from '../changes/make-change.ts';
import { changing, problemAfter } from '../changes/plan-change.ts';
import type { Changing, PlannedChange } from '../changes/planned-change.ts';
import { whoText } from '../changes/who-text.ts';
import type { Command, CommandContext } from '../command.ts';
import { holdProblem } from '../hold-problem.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { answeredByWay } from './answered-by-way.ts';
import { endWays } from './end-ways.ts';
import { planAsItIs } from './plan-as-it-is.ts';
import { planWay } from './plan-way.ts';

export interface TakeWayInput {
  readonly bookingId: number;
  /** Of the booking as it was seen. */
  readonly version: number;
  /** The hold of the way; null: its flights as the schedule has them now. */
  readonly hold: number | null;
}

/** `event`: what changed the booking after it was seen. */
export type TakenWay = { readonly done: true; readonly version: number } | { readonly done: false; readonly event: number };

/**
 * Gives a booking one of the ways on that are kept for it, or has it keep its flights at the times of now. Its other ways go back to sale. A booking that
 * has changed since it was seen stays as it is, and the reply names what changed it.
 */
export const takeWay: Command<TakeWayInput, TakenWay> = async (context, { bookingId, version, hold }) => {
  const { db, locators } = context;
  const row = await trustedBooking(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  if (row.version !== version) return accept({ done: false, event: await lastChange(context, row) });
  const booking = await changing(context, bookingId);
  if (!booking.ok) return booking;
  const planned = hold === null ? await planAsItIs(booking.value) : await planHeld(booking.value, hold);
  if (!planned.ok) return planned;
  const problem = hold === null ? undefined : await problemAfter(booking.value, planned.value);
  if (problem) return problem;
  const made = await makeChange(booking.value, planned.value, []);
  if (!made.ok) return made;
  await offerFreed(context, await endWays(context, bookingId));
  const after = await trustedBooking(db, bookingId);
  assert(after, `booking ${locators.of(bookingId)} is there after its change`);
  return accept({ done: true, version: after.version });
};

/** The newest entry of the journal that made the booking another one. */
async function lastChange({ db }: CommandContext, row: BookingRow): Promise<number> {
  const entries = await eventsOfBooking(db, row.id);
  const changed = entries.find(({ type }) => changesBooking('CONFIRMED', type) || changesBooking('CANCELLED', type));
  return (changed ?? entries[0])?.event ?? 0;
}

async function planHeld(booking: Changing, holdId: number): Promise<Reply<PlannedChange>> {
  const { context, row, party, legs } = booking;
  const hold = await trustedBooking(context.db, holdId);
  const problem = holdProblem(context, hold, holdId, row.id);
  if (problem) return problem;
  assert(hold, 'a way without problem exists');
  const replaces = JSON.parse(hold.way_replaces ?? '[]') as number[];
  // The booking may have been changed since the way was kept for it.
  const advice = 'Propose ways for it again';
  if (!hasAll(legs, replaces)) return changeRefused(context, row, 'it has no longer the flights that this way replaces', advice);
  if (whoText(partyOf(hold)) !== whoText(party))
    return changeRefused(context, row, 'the seats of this way are kept for other passengers', advice);
  const given = await answeredByWay(context, row, replaces);
  if (!given) return changeRefused(context, row, 'they missed it by their own fault', 'Sell them the way: O on the booking');
  const way = [];
  for (const { flightId, cabin, seats } of legsOf(hold)) {
    const flight = await context.cache.flight(flightId);
    assert(flight, `flight ${flightId} is held and not known`);
    way.push({ flight, cabin, seats });
  }
  const planned = await planWay(booking, replaces, way, given);
  return accept({ ...planned, hold });
}

import type { Input, Output } from '../../shared/contract.ts';
import type { EventData } from '../../shared/events.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import { isNoSeat } from '../../shared/open-seat.ts';
import { refuse } from '../../shared/refusals.ts';
import { flownBetween } from '../rules/flown-between.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, holdsOfDesk, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { claimantOf } from '../store/tables/claims-table.ts';
import { draftOf, keepDraft } from '../store/tables/drafts-table.ts';
import { cabinCounters, type FlightRow } from '../store/tables/flights-table.ts';
import { writtenHold } from '../views/booking-view.ts';
import { cabinSeats } from '../views/cabin-seats.ts';
import { blockOf } from './blocks/block-in-the-way.ts';
import type { Command, CommandContext } from './command.ts';
import { expireDueHoldsOn } from './expire-holds.ts';
import { type FlightPart, flightPart } from './leg-of-flight.ts';
import { nextBestSeats } from './next-best-seats.ts';
import { holdSeats, minutesAskedFor } from './place-hold.ts';
import { codeProblem, promotedLegs } from './plan-hold.ts';

/**
 * Places a new hold for the party of one that ended unpaid: its time ran out, or its payment failed. On each flight it takes the same seats if they are
 * free, else the next best for the whole party, at the present price, with the code of its promotion while that is valid, and for as long as the first
 * was asked for. A party that was held above the seats gets the best ones if some are free for it by now. Names and contact that were typed go with it; no tender does. While this desk holds seats for it already, that hold is the answer: the key was pressed twice.
 */
export const reviveHold: Command<Input<'holds.revive'>, Output<'holds.revive'>> = async (context, { requestId, bookingId }) => {
  const { db, now, actor, locators } = context;
  const row = await trustedBooking(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  const locator = locators.of(bookingId);
  if (row.state !== 'EXPIRED' && row.state !== 'PAYMENT_FAILED') return refuse('HOLD_NOT_LAPSED', { bookingId, locator, state: row.state });
  const already = await revivedBefore(context, locator);
  if (already) return { ok: true, booking: await writtenHold(db, already, locators) };
  const party = partyOf(row);
  const legs: Input<'holds.place'>['legs'] = [];
  let sameSeats = true;
  for (const leg of legsOf(row)) {
    // A hold has seats for all on a flight, or for nobody.
    const unnamed = leg.seats.find(isNoSeat);
    const seats =
      unnamed === undefined ? await seatsAgain(context, leg, party) : unnamed === 'over' ? await seatsByNow(context, leg, party) : unnamed;
    sameSeats &&= typeof seats === 'string' || seats === leg.seats;
    legs.push({
      flightId: leg.flightId,
      cabin: leg.cabin,
      seats: typeof seats === 'string' ? seats : [...seats],
      ...(leg.back ? { back: leg.back } : {}),
    });
  }
  const passengers = party.map(({ passenger: _, ...held }) => held);
  const code = legsOf(row).find(({ priced }) => priced?.promotion !== undefined)?.priced?.promotion;
  const promotion = code !== undefined && (await isValidCode(context, code, legs, passengers)) ? { promotion: code } : {};
  const minutes = minutesAskedFor((await noteOf(db, bookingId)) ?? '');
  const asked = { ...promotion, ...(minutes === undefined ? {} : { minutes }) };
  // Who said yes to an exit row said it for these very seats.
  const held = await holdSeats(context, { requestId, legs, passengers, exitRowConfirmed: sameSeats, ...asked }, revivesText(locator));
  const kept = held.ok ? await draftOf(db, bookingId) : null;
  if (!kept) return held;
  const { savedAt: _savedAt, user: _user, desk: _desk, ...draft } = kept;
  const { user, desk } = actor;
  await keepDraft(db, { bookingId: context.lastBookingId(), desk, user, at: now, draft: { ...draft, tenders: [] } }, true);
  return held;
};

const revivesText = (locator: string): string => `revives ${locator}`;

const NOTE = "SELECT data FROM journal WHERE booking_id IN (?) AND type = 'hold.placed' ORDER BY event LIMIT 1";

/** What the journal says of the hold that it was placed as. */
async function noteOf(db: ReadDatabase, bookingId: number): Promise<string | undefined> {
  const placed = await db.query<{ data: string }>(NOTE).get(bookingId);
  return placed && (JSON.parse(placed.data) as EventData<'hold.placed'>).note;
}

/** The hold of this desk that was placed for the same lapsed one, if it runs still. */
async function revivedBefore({ db, now, actor }: CommandContext, locator: string): Promise<BookingRow | undefined> {
  for (const hold of await holdsOfDesk(db, actor.desk, now)) {
    if ((await noteOf(db, hold.id))?.split('; ').includes(revivesText(locator))) return hold;
  }
  return undefined;
}

/** Whether a code would be taken now for the same flights and party. Only codes that are refused are left out, so that the hold is placed without. */
async function isValidCode(
  context: CommandContext,
  code: string,
  legs: Input<'holds.place'>['legs'],
  passengers: Input<'holds.place'>['passengers'],
): Promise<boolean> {
  const planned: { flight: FlightRow; party: readonly unknown[]; ofFlight: FlightPart }[] = [];
  for (const [place, leg] of legs.entries()) {
    const flight = await context.cache.flight(leg.flightId);
    const [origin, destination] = flight ? flownBetween(context.reference, flight) : [];
    if (!flight || !origin || !destination) return false;
    planned.push({ flight, party: seatedOn(passengers, place + 1), ofFlight: flightPart(flight, origin, destination) });
  }
  return (await codeProblem(context, await promotedLegs(context, planned, code), code)) === undefined;
}

/** The seats of a leg, if the aircraft still has them and nobody has taken one; else the next best for the party, and the same ones where there are none. */
async function seatsAgain(context: CommandContext, leg: BookedLeg, party: BookingView['party']): Promise<readonly string[]> {
  const { cache, reference } = context;
  const flight = await cache.flight(leg.flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  if (!plan) return leg.seats;
  let isFree = true;
  for (const name of leg.seats) {
    const seat = plan.byName.get(name);
    isFree &&= seat?.cabin === leg.cabin && seat.sellable && !(await isTaken(context, leg.flightId, name));
  }
  if (isFree) return leg.seats;
  const best = await nextBestSeats(context, { flight, plan, cabin: leg.cabin, party: seatedOn(party, leg.segment) });
  return best.length > 0 ? best : leg.seats;
}

/** The best seats of a leg for a party that had none, if it is not above the seats any more; else none again. */
async function seatsByNow(context: CommandContext, leg: BookedLeg, party: BookingView['party']): Promise<readonly string[] | 'over'> {
  const { db, cache, reference } = context;
  const flight = await cache.flight(leg.flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  if (!plan) return 'over';
  await expireDueHoldsOn(context, flight.id);
  const sitting = seatedOn(party, leg.segment);
  const counters = (await cabinCounters(db, flight.id)).find(({ cabin }) => cabin === leg.cabin);
  const { usable, free } = await cabinSeats(db, flight.id, plan, leg.cabin);
  if (sitting.length > Math.min(free, usable - (counters?.held ?? 0) - (counters?.sold ?? 0))) return 'over';
  const best = await nextBestSeats(context, { flight, plan, cabin: leg.cabin, party: sitting });
  return best.length > 0 ? best : 'over';
}

async function isTaken(context: CommandContext, flightId: number, seat: string): Promise<boolean> {
  const { db, now, setApart } = context;
  const claimant = await claimantOf(db, flightId, seat);
  if (!claimant) return (await blockOf(context, flightId, seat)) !== undefined;
  return setApart.has(claimant.id) || claimant.state !== 'HOLD' || !isDue(instant(claimant.expires_at ?? 0), now);
}

import { PARTY_MAX } from '../../shared/bounds.ts';
import { AFTER_CLOSE_REASONS } from '../../shared/close-of-sales.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { SeatsMoved } from '../../shared/events/seats-moved.ts';
import { instant, isDue, MINUTE_MS } from '../../shared/instants.ts';
import { legTotal } from '../../shared/leg-fares.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { sum } from '../../shared/money.ts';
import { isNoSeat, seatNames } from '../../shared/open-seat.ts';
import { accept, type RefusalCode, type Refused, refuse } from '../../shared/refusals.ts';
import { SETTING_RULES } from '../../shared/setting-rules.ts';
import { isPromoted } from '../rules/promotion-problem.ts';
import { trustSeats } from '../store/checks/trust-seats.ts';
import { unusableSeats } from '../store/known-blocks.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { bookingNumbersLeft } from '../store/locators.ts';
import { insertHold } from '../store/tables/bookings-table.ts';
import { countHeld } from '../store/tables/cabin-counters-table.ts';
import { type Claimant, claimantOf, claimFor, claimSeat, claimSeatLater } from '../store/tables/claims-table.ts';
import { cabinCounters, flightName } from '../store/tables/flights-table.ts';
import { promotionUses, takePromotion } from '../store/tables/promotions-table.ts';
import { newHold } from '../views/booking-view.ts';
import { cabinSeats } from '../views/cabin-seats.ts';
import type { Weighed } from '../views/standard-weight.ts';
import { weightProblem } from './aircraft/weight-problem.ts';
import { blockedSeat, blockGivesWay, blockOf, namesBlockDue, refuseBlocked } from './blocks/block-in-the-way.ts';
import { endBlocksDue } from './blocks/end-due-blocks.ts';
import type { Command, CommandContext } from './command.ts';
import { expireDueHoldsOn } from './expire-holds.ts';
import { legOfFlight } from './leg-of-flight.ts';
import { newHoldRow } from './new-hold-row.ts';
import { nextBestSeats } from './next-best-seats.ts';
import { planHold } from './plan-hold.ts';
import type { PlannedLeg } from './planned-leg.ts';
import { priceLeg } from './price-leg.ts';

/**
 * Holds seats for a party on up to three flights each way: all of them or none. A refusal names the first seat that cannot be had. The fare is worked
 * out from the load before this hold, or is what was quoted to this desk a moment before, and stays the same for as long as the hold lives. Names come with the payment.
 */
export const placeHold: Command<Input<'holds.place'>, Output<'holds.place'>> = (context, input) => holdSeats(context, input);

/** The same. `why`: what the history says of it, without passenger data. */
export const holdSeats = async (context: CommandContext, input: Input<'holds.place'>, why = ''): ReturnType<typeof placeHold> => {
  const { db, now, actor } = context;
  if (bookingNumbersLeft(context.lastBookingId()) === 0) return refuse('BOOKING_NUMBERS_GONE');
  if (input.passengers.length > PARTY_MAX) return refuse('GROUP', { count: input.passengers.length });
  const { passengers } = input;
  if (passengers.some(({ type }) => type === 'INS') && !passengers.some(({ type }) => type === 'ADT')) return refuse('INFANT_ALONE');
  const planned = await planHold(context, input);
  if (!planned.ok) return planned;

  const bookingId = context.newBookingId();
  const currency = planned.value[0]?.flight.currency ?? '';
  const legs: BookedLeg[] = [];
  const legJsons: string[] = [];
  const moved: SeatsMoved[] = [];
  for (const [place, leg] of planned.value.entries()) {
    const taken = await takeSeats(context, leg, bookingId, place + 1, passengers);
    if (!taken.ok) return (await seatBefore(context, planned.value, taken.refusal.code, bookingId)) ?? taken;
    legs.push(taken.value.leg);
    legJsons.push(taken.value.legJson);
    moved.push(taken.value.moved);
  }

  const minutes = input.minutes ?? (await context.cache.setting('holdMinutes'));
  const holdMs = Math.min(minutes, SETTING_RULES.holdMinutes.most) * MINUTE_MS;
  // A hold ends at the close of sales at the latest, so that its countdown tells until when it can be paid. One that a supervisor places
  // after the close ends at departure.
  const late = planned.value.filter(({ closes }) => isDue(closes, now));
  const expiresAt = Math.min(now + holdMs, ...planned.value.map(({ flight, closes }) => (isDue(closes, now) ? flight.departs_at : closes)));
  const row = newHoldRow({
    id: bookingId,
    desk: actor.desk,
    user: actor.user,
    created_at: now,
    expires_at: expiresAt,
    party: JSON.stringify(input.passengers.map((held, place) => ({ passenger: place + 1, ...held }))),
    legs: `[${legJsons.join(',')}]`,
    parsedLegs: legs,
    currency,
    total: sum(legs.map(legTotal)),
  });
  await insertHold(db, row);
  rememberBooking(db, row);
  context.emit('hold.placed', {
    bookingId,
    locator: context.locators.of(bookingId),
    desk: row.desk,
    expiresAt,
    legs: moved,
    amount: row.total,
    currency: row.currency,
    note: [
      why,
      input.minutes === undefined ? '' : lengthText(minutes),
      // The journal records that the passenger confirmed the exit row aloud, and why a flight was sold after its close.
      planned.value.some(({ plan, seats }) => seats.some((seat) => plan.byName.get(seat)?.exit)) ? 'exit row confirmed aloud' : '',
      late.length > 0 && input.afterClose ? `after the close of sales: ${AFTER_CLOSE_REASONS[input.afterClose]}` : '',
    ]
      .filter(Boolean)
      .join('; '),
    ...(late.length > 0 ? { overrides: ['afterClose'] } : {}),
  });
  return { ok: true, booking: newHold(row, context.locators) };
};

/** What the journal says of a hold whose length was asked for: `20 minutes asked for`. */
const lengthText = (minutes: number): string => `${minutes} minutes asked for`;

/** The minutes that were asked for by a note of the journal; undefined where the setting gave them. */
export function minutesAskedFor(note: string): number | undefined {
  const minutes = Number.parseInt(note.split('; ').find((part) => part === lengthText(Number.parseInt(part, 10))) ?? '', 10);
  return Number.isNaN(minutes) ? undefined : minutes;
}

async function takeSeats(
  context: CommandContext,
  planned: PlannedLeg,
  bookingId: number,
  segment: number,
  wholeParty: readonly Weighed[],
): Promise<{ readonly ok: true; readonly value: { leg: BookedLeg; legJson: string; moved: SeatsMoved } } | Refused> {
  const { db } = context;
  const { flight, plan, cabin, unnamed, back } = planned;
  const party = planned.party.length;
  await trustSeats(db, flight.id);
  // Whether a party without seats still has some to come is known when it is counted.
  const waits = unnamed !== undefined && planned.seats.every(isNoSeat);
  const gone = waits ? undefined : await claimSeats(context, planned, bookingId, segment);
  if (gone) return gone;
  if (waits && unnamed === 'best') return noneGiven(context, planned);
  const capacity = plan.capacity[cabin] ?? 0;
  let counters = await countHeld(db, flight.id, cabin, party, capacity);
  if (!counters && (await expireDueHoldsOn(context, flight.id)) > 0) counters = await countHeld(db, flight.id, cabin, party, capacity);
  if (!counters) return full(context, planned, 0);
  // Seats that are blocked are none for who has none yet, and only the claims know them.
  const few = waits && (await cabinSeats(db, flight.id, plan, cabin)).free < party;
  const blocked = unusableSeats(db, flight.id, cabin);
  const usable = capacity - (typeof blocked === 'number' ? blocked : await blocked);
  const over = few || counters.held + counters.sold > usable;
  if (over && unnamed !== 'over') return full(context, planned, party);
  const seated = over ? { ...planned, seats: planned.seats.map(() => 'over') } : planned;
  if (waits) await claimSeats(context, seated, bookingId, segment);
  const heavy = await tooHeavy(context, planned, bookingId, wholeParty);
  if (heavy) return heavy;
  const used = await promotionGone(context, planned, bookingId);
  if (used) return used;
  const own = { segment, cabin, ...(back ? { back } : {}), seats: [...seated.seats], ...(await priceLeg(context, seated, counters)) };
  const { leg, legJson } = legOfFlight(planned.ofFlight, own);
  return accept({ leg, legJson, moved: { flightId: flight.id, cabin, seats: leg.seats, ...counters } });
}

/** Claims what the party has on a leg: seats, or its places without a seat. Returns what is in the way of a seat. */
async function claimSeats(context: CommandContext, planned: PlannedLeg, bookingId: number, segment: number): Promise<Refused | undefined> {
  const { db } = context;
  const { flight, cabin } = planned;
  for (const [place, seat] of planned.seats.entries()) {
    const claim = claimFor(cabin, seat, { flightId: flight.id, bookingId, segment, passenger: place + 1 });
    if (db.late) {
      await claimSeatLater(db, claim);
      continue;
    }
    if (await claimSeat(db, claim)) continue;
    const refusal = await seatInTheWay(context, planned, seat, bookingId, place);
    if (refusal) return refusal;
    // The seat of a hold or block that was due may have gone to the waitlist.
    if (!(await claimSeat(db, claim))) return seatRefused(context, planned, seat, await claimantOf(db, flight.id, seat), bookingId);
  }
  return undefined;
}

/** Why a party that names no seats gets none. Some may be left for who picks them. */
async function noneGiven(context: CommandContext, planned: PlannedLeg): Promise<Refused> {
  const refused = await full(context, planned, 0);
  const { flightId, flight, cabin, free } = refused.refusal.details;
  const seatsLeft = typeof free === 'number' && free >= planned.party.length;
  return seatsLeft ? refuse('SEATS_TO_PICK', { flight, flightId, cabin, free }) : refused;
}

/** Why a cabin may not hold a party with seats. `counted`: how many of it are counted already. */
async function full({ db }: CommandContext, { flight, plan, cabin }: PlannedLeg, counted: number): Promise<Refused> {
  const capacity = plan.capacity[cabin] ?? 0;
  const now = (await cabinCounters(db, flight.id)).find((counter) => counter.cabin === cabin);
  const taken = (now?.held ?? 0) + (now?.sold ?? 0) - counted;
  const authorised = now?.authorised ?? capacity;
  const usable = capacity - (await unusableSeats(db, flight.id, cabin));
  const free = Math.max(0, Math.min(authorised, usable) - taken);
  const over = Math.max(0, authorised - Math.max(taken, usable));
  const details = { flight: flightName(flight), flightId: flight.id, cabin, free };
  return over > 0 ? refuse('NO_SEAT_LEFT', { ...details, over }) : refuse('CABIN_FULL', details);
}

/** Why the flight cannot carry the party. Holds that are due give their weight back first. */
async function tooHeavy(
  context: CommandContext,
  { flight }: PlannedLeg,
  bookingId: number,
  party: readonly Weighed[],
): Promise<Refused | undefined> {
  const problem = weightProblem(context, flight, party, [bookingId]);
  if (!problem || !(await problem)) return undefined;
  if ((await expireDueHoldsOn(context, flight.id)) === 0) return problem;
  return weightProblem(context, flight, party, [bookingId]);
}

/** Uses the code of a promotion for the fares of a leg. The plan found enough left of it, and the claim decides. */
async function promotionGone({ db }: CommandContext, { promotion, party }: PlannedLeg, bookingId: number): Promise<Refused | undefined> {
  if (!promotion?.rule || !isPromoted(promotion)) return undefined;
  const { code, stock } = promotion.rule;
  if (await takePromotion(db, bookingId, code, party.length, stock)) return undefined;
  return refuse('PROMOTION_GONE', { code, left: Math.max(0, stock - (await promotionUses(db, code))) });
}

/** Why a seat cannot be had. Undefined when only a hold that is due had it, or a block that gives way; that is ended here. */
async function seatInTheWay(
  context: CommandContext,
  planned: PlannedLeg,
  seat: string,
  bookingId: number,
  place: number,
): Promise<Refused | undefined> {
  const { db, now } = context;
  const claimant = await claimantOf(db, planned.flight.id, seat);
  if (!claimant && (await blockGivesWay(context, planned, seat, place))) return undefined;
  // A hold that cannot be ended keeps its claims: nobody has the seat, and nobody can.
  if (claimant && context.setApart.has(claimant.id)) return seatRefused(context, planned, seat, claimant, bookingId, 'SEAT_BLOCKED');
  if (claimant?.state === 'HOLD' && claimant.expires_at !== null && isDue(instant(claimant.expires_at), now)) {
    await expireDueHoldsOn(context, planned.flight.id);
    return undefined;
  }
  return seatRefused(context, planned, seat, claimant, bookingId);
}

async function seatRefused(
  context: CommandContext,
  planned: PlannedLeg,
  seat: string,
  claimant: Claimant | undefined,
  bookingId: number,
  why?: 'SEAT_BLOCKED',
): Promise<Refused> {
  const { flight } = planned;
  const block = claimant ? undefined : await blockOf(context, flight.id, seat);
  if (block) return refuseBlocked(context, planned, block, bookingId);
  const nextBest = await nextBestSeats(context, planned, bookingId);
  const details = { flightId: flight.id, flight: flightName(flight), seat, nextBest };
  if (why) return refuse(why, { ...details, reason: 'the hold on it cannot be ended' });
  if (claimant?.state !== 'HOLD') return refuse('SEAT_SOLD', details);
  return refuse('SEAT_HELD', { ...details, desk: claimant.desk, here: claimant.desk === context.actor.desk, until: claimant.expires_at });
}

/**
 * The order of the refusals holds for the whole itinerary: a blocked seat on any leg comes before a sold seat, a sold seat before a held seat,
 * and a held seat before a full cabin.
 */
async function seatBefore(
  context: CommandContext,
  legs: readonly PlannedLeg[],
  code: RefusalCode,
  bookingId: number,
): Promise<Refused | undefined> {
  if (code === 'SEAT_BLOCKED') return undefined;
  const blocked = await blockedSeat(context, legs, bookingId);
  if (blocked || code === 'SEAT_SOLD') return blocked;
  const isFull = code === 'CABIN_FULL' || code === 'NO_SEAT_LEFT' || code === 'SEATS_TO_PICK' || code === 'TOO_HEAVY';
  // Who waits for a seat of a later leg whose block is over has it before anybody else, as if that leg had been reached.
  if (isFull && (await namesBlockDue(context, legs))) await endBlocksDue(context);
  let held: (() => Promise<Refused>) | undefined;
  for (const leg of legs) {
    for (const seat of seatNames(leg.seats)) {
      const claimant = await claimantOf(context.db, leg.flight.id, seat);
      if (claimant && claimant.state !== 'HOLD') return seatRefused(context, leg, seat, claimant, bookingId);
      if (claimant && !isDue(instant(claimant.expires_at ?? 0), context.now))
        held ??= () => seatRefused(context, leg, seat, claimant, bookingId);
    }
  }
  return isFull ? held?.() : undefined;
}

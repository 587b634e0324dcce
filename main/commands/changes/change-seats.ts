import { assert } from '../../../shared/assert.ts';
import type { SeatsMoved } from '../../../shared/events/seats-moved.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { seatNames } from '../../../shared/open-seat.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { countersOf, countHeld, countMove } from '../../store/tables/cabin-counters-table.ts';
import { claimSeat, giveUpClaim, passClaimOn, type SeatClaim, seatClaimOf } from '../../store/tables/claims-table.ts';
import { cabinSeats } from '../../views/cabin-seats.ts';
import { weightProblem } from '../aircraft/weight-problem.ts';
import { giveWayAgain } from '../blocks/give-way-again.ts';
import type { CommandContext } from '../command.ts';
import { expireDueHoldsOn } from '../expire-holds.ts';
import type { Changing, PlannedChange, Standing } from './planned-change.ts';

const seatKey = ({ flightId, seat }: Pick<SeatClaim, 'flightId' | 'seat'>): string => `${flightId} ${seat}`;

/** The claims of all seats of a booking, by flight and seat. */
function claimsOf(bookingId: number, { party, legs }: Pick<Standing, 'party' | 'legs'>): Map<string, SeatClaim> {
  const claims = legs.flatMap((leg) => leg.seats.map((_, place) => seatClaimOf(bookingId, leg, seatedOn(party, leg.segment), place)));
  return new Map(claims.map((claim) => [seatKey(claim), claim]));
}

/** Legs with those of their seats that another standing has not. */
const without = (
  bookingId: number,
  { party, legs }: Pick<Standing, 'party' | 'legs'>,
  others: ReadonlyMap<string, SeatClaim>,
): BookedLeg[] =>
  legs.flatMap((leg) => {
    const sitting = seatedOn(party, leg.segment);
    const seats = leg.seats.filter((_, place) => !others.has(seatKey(seatClaimOf(bookingId, leg, sitting, place))));
    return seats.length === 0 ? [] : [{ ...leg, seats }];
  });

export interface SeatsChanged {
  /** What went back to sale, with the counters after it. */
  readonly given: readonly SeatsMoved[];
  /** The seats that passed from the hold. */
  readonly passed: readonly SeatsMoved[];
}

/** Moves the claims and counters of a booking from what it has to what it is to have. Refuses when somebody else has a seat by now. */
export async function changeSeats(
  { context, row, ...before }: Changing,
  { after, hold }: Pick<PlannedChange, 'after' | 'hold'>,
): Promise<{ ok: true; value: SeatsChanged } | Refused> {
  const { db } = context;
  const had = claimsOf(row.id, before);
  const has = claimsOf(row.id, after);
  const held = hold ? claimsOf(hold.id, { party: partyOf(hold), legs: legsOf(hold) }) : new Map<string, SeatClaim>();
  const back = without(row.id, before, has);
  const taken = without(row.id, after, had);

  for (const [key, { flightId, seat }] of had) if (!has.has(key)) await giveUpClaim(db, flightId, seat, row.id);
  for (const [key, claim] of held) {
    if (has.has(key)) continue;
    // A claim without a seat is named for its booking. So the hold gives it up, and the booking makes its own.
    assert(claim.kind !== 'booking', `a seat of hold ${claim.bookingId} was not taken over`);
    await giveUpClaim(db, claim.flightId, claim.seat, claim.bookingId);
  }
  for (const [key, claim] of has) {
    const old = had.get(key);
    const from = old ?? held.get(key);
    if (old && old.passenger === claim.passenger && old.segment === claim.segment) continue;
    if (from) await passClaimOn(db, from, claim);
    else if (!(await claimSeat(db, claim)) && !((await giveWayAgain(context, claim.flightId, claim.seat)) && (await claimSeat(db, claim))))
      return refuse('SEAT_SOLD', { flightId: claim.flightId, flight: flightOf(after.legs, claim), seat: claim.seat, nextBest: [] });
  }

  const given: SeatsMoved[] = [];
  for (const { flightId, cabin, seats } of back) {
    // Within a cabin as many seats are taken as are given up, unless some passengers or flights go.
    const same = hold ? 0 : taken.filter((leg) => leg.flightId === flightId && leg.cabin === cabin).flatMap((leg) => leg.seats).length;
    const less = seats.length - same;
    // Who gets a seat gives up no other, and the cabin counts as many as before.
    const told = less > 0 ? seats : seatNames(seats);
    if (told.length === 0) continue;
    given.push({
      flightId,
      cabin,
      seats: told,
      ...(less > 0 ? await countMove(db, 'cancel', flightId, cabin, less) : await countersOf(db, flightId, cabin)),
    });
  }
  for (const leg of hold ? [] : taken) {
    const same = back
      .filter(({ flightId, cabin }) => leg.flightId === flightId && leg.cabin === cabin)
      .flatMap(({ seats }) => seats).length;
    const full = await countMore(context, leg, leg.seats.length - same);
    if (full) return full;
  }
  const heavy = await tooHeavy({ context, row, ...before }, { after, hold });
  if (heavy) return heavy;
  const passed: SeatsMoved[] = [];
  for (const { flightId, cabin, seats } of hold ? legsOf(hold) : [])
    passed.push({ flightId, cabin, seats, ...(await countMove(db, 'sell', flightId, cabin, seats.length)) });
  return { ok: true, value: { given, passed } };
}

/** Why one of the flights cannot carry the party as it is to be. */
async function tooHeavy(
  { context, row, ...before }: Changing,
  { after, hold }: Pick<PlannedChange, 'after' | 'hold'>,
): Promise<Refused | undefined> {
  const without = [row.id, ...(hold ? [hold.id] : [])];
  for (const { flightId } of after.legs) {
    const flight = await context.cache.flight(flightId);
    const aboard = before.legs.some((leg) => leg.flightId === flightId) ? before.party : [];
    const problem = () => flight && weightProblem(context, flight, after.party, without, aboard);
    if (!(await problem())) continue;
    // Holds that are due give their weight back first.
    await expireDueHoldsOn(context, flightId);
    const still = await problem();
    if (still) return still;
  }
  return undefined;
}

/** Counts seats as sold that were free a moment before. Refuses when the cabin may not sell so many, or no seat would be left for who chooses later. */
async function countMore(
  { db, cache, reference }: CommandContext,
  { flightId, flight, cabin }: BookedLeg,
  seats: number,
): Promise<Refused | undefined> {
  if (seats <= 0) return undefined;
  const row = await cache.flight(flightId);
  const plan = reference.seatPlan(row?.seat_map ?? '');
  const counted = await countHeld(db, flightId, cabin, seats, plan?.capacity[cabin] ?? seats);
  if (!counted || (plan && (await cabinSeats(db, flightId, plan, cabin)).short > 0))
    return refuse('CABIN_FULL', { flightId, flight, cabin, free: 0 });
  await countMove(db, 'sell', flightId, cabin, seats);
  return undefined;
}

const flightOf = (legs: readonly BookedLeg[], { segment }: SeatClaim): string => legs.find((leg) => leg.segment === segment)?.flight ?? '';

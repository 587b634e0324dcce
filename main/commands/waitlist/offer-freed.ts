import { assert } from '../../../shared/assert.ts';
import { WAITLIST_READ_MAX } from '../../../shared/bounds.ts';
import { closeRules } from '../../../shared/close-of-sales.ts';
import { instant, isDue, MINUTE_MS } from '../../../shared/instants.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { trustSeats } from '../../store/checks/trust-seats.ts';
import { mayHaveGivenWay, usableOf } from '../../store/known-blocks.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { mayBeOversold } from '../../store/known-over.ts';
import { isWaitedFor } from '../../store/known-waitlist.ts';
import { bookingNumbersLeft } from '../../store/locators.ts';
import { insertHold } from '../../store/tables/bookings-table.ts';
import { type Counters, countersNow, countHeld } from '../../store/tables/cabin-counters-table.ts';
import { claimFreeSeat, seatClaimOf, seatsTakenNow } from '../../store/tables/claims-table.ts';
import { beginDraft } from '../../store/tables/drafts-table.ts';
import { cabinCounters } from '../../store/tables/flights-table.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import { changeWaitEntry, waitingOn, waitlistMoved } from '../../store/tables/waitlist-table.ts';
import { isUncounted } from '../../store/uncounted-flights.ts';
import { classLeft } from '../../views/class-left.ts';
import { listAfter, listNow, offersEndAt, seatsOfList } from '../../views/list-now.ts';
import { flightTaken } from '../../views/price-question.ts';
import { weightProblem } from '../aircraft/weight-problem.ts';
import { blockAgain } from '../blocks/block-again.ts';
import type { CommandContext } from '../command.ts';
import { flightPart, legOfFlight } from '../leg-of-flight.ts';
import { newHoldRow } from '../new-hold-row.ts';
import type { PlannedLeg } from '../planned-leg.ts';
import { priceLeg } from '../price-leg.ts';
import { seatUnseated } from '../seat-unseated.ts';

interface FlightAndCabin {
  readonly flightId: number;
  readonly cabin: Cabin;
}
type Party = PlannedLeg['party'];

/** Parties of a list that are looked at first. */
const FIRST_READ = 3;

/**
 * Gives seats that came free to those who were sold without one, and offers what is left to those who wait for them. Must be called by every command
 * that gives seats back or lets a cabin sell more, after it has told of that and before it ends. Returns the numbers of the entries that got an offer.
 *
 * 1. The first of the list that fits gets its best seats, as a hold of the desk that took it. Then the next that fits gets what is left.
 * 2. A party is kept together: it gets all of its seats, or none. Who does not fit keeps its place and is passed over.
 * 3. It all happens in the transaction that frees the seats. So nobody can buy them in between.
 * 4. A seat that was kept, or blocked for a passenger who needs assistance, is blocked again, unless who has no seat got it. One that a supervisor sold
 *    although it counts as none is blocked again first: nobody gets it without another decision.
 * 5. A flight whose cabins are still counted by the aircraft that it had before offers nothing: `schedule.settle` offers what it has then.
 * 6. Where nobody waits, which is nearly always, no statement is run.
 */
export async function offerFreed(context: CommandContext, freed: readonly FlightAndCabin[]): Promise<number[]> {
  const offered: number[] = [];
  const all = await withTheirWeight(context, freed);
  for (const [at, { flightId, cabin }] of all.entries()) {
    if (all.findIndex((other) => other.flightId === flightId && other.cabin === cabin) < at) continue;
    const uncounted = isUncounted(context.db, flightId);
    if (typeof uncounted === 'boolean' ? uncounted : await uncounted) continue;
    const gaveWay = mayHaveGivenWay(context.db, flightId);
    if (gaveWay !== false && (await gaveWay)) await blockAgain(context, flightId, cabin, 'override');
    const oversold = mayBeOversold(context.db, flightId, cabin);
    if (typeof oversold === 'boolean' ? oversold : await oversold) await seatUnseated(context, flightId, cabin);
    if (typeof gaveWay === 'boolean' ? gaveWay : await gaveWay) await blockAgain(context, flightId, cabin);
    const waited = isWaitedFor(context.db, flightId, cabin);
    if (typeof waited === 'boolean' ? waited : await waited) offered.push(...(await offerOn(context, flightId, cabin)));
  }
  return offered;
}

/** The same, and every cabin of a flight that sells weight too: what a cabin gives back may be what a party of another cabin lacked. */
async function withTheirWeight({ cache }: CommandContext, freed: readonly FlightAndCabin[]): Promise<readonly FlightAndCabin[]> {
  const heavy: number[] = [];
  for (const { flightId } of freed) {
    const limit = cache.weightLimit(flightId);
    if (limit !== null && (await limit) !== null) heavy.push(flightId);
  }
  return heavy.length === 0 ? freed : [...freed, ...heavy.flatMap((flightId) => CABINS.map((cabin) => ({ flightId, cabin })))];
}

async function offerOn(context: CommandContext, flightId: number, cabin: Cabin): Promise<number[]> {
  const { db, now, cache, reference } = context;
  const flight = await cache.flight(flightId);
  assert(flight, `flight ${flightId} has a waitlist and is not in the schedule`);
  const plan = reference.seatPlan(flight.seat_map);
  const [origin, destination] = flownBetween(reference, flight);
  assert(plan && origin && destination, `flight ${flight.id} flies with facts that this Aisle does not know`);
  const closes = offersEndAt(flight, 0, closeRules(await cache.setting('closeMinutes'), await cache.setting('closeExceptions')));
  const ends = instant(Math.min(closes, flight.departs_at - (await cache.setting('offerCutOffMinutes')) * MINUTE_MS));
  if (flight.cancelled === 1 || isDue(ends, now)) return [];

  await trustSeats(db, flightId);
  const ofFlight = flightPart(flight, origin, destination);
  const offered: number[] = [];
  const usable = await usableOf(db, flightId, cabin, plan.capacity[cabin]);
  const taken = await seatsTakenNow(db, flightId);
  let counters: Counters = (await countersNow(db, flightId, cabin)) ?? { authorised: plan.capacity[cabin] ?? 0, held: 0, sold: 0 };
  let list = listNow({ flight, plan, cabin, usable }, taken, [{ cabin, ...counters }]);
  // Nearly always one of the first fits. Only then are many read at once.
  for (let [passed, most] = [0, FIRST_READ]; list.free > 0; most = WAITLIST_READ_MAX) {
    const some = await waitingOn(db, flightId, cabin, most, passed);
    for (const entry of some) {
      if (list.free === 0 || bookingNumbersLeft(context.lastBookingId()) === 0) return offered;
      const party = JSON.parse(entry.party) as Party;
      const seats = seatsOfList(list, party);
      const fits = seats && !(await weightProblem(context, flight, party));
      const after = fits && (await offer(context, entry, { flight, plan, cabin, seats, party, ofFlight, closes }, counters));
      if (!after) {
        passed++;
        continue;
      }
      offered.push(entry.id);
      counters = after;
      list = listAfter(list, seats, counters);
    }
    if (some.length < most) break;
  }
  return offered;
}

/** Holds seats for a party. They are free, and the cabin may hold them. Returns its counters then; undefined when they cost more than the party pays, or its booking class is not open. */
async function offer(context: CommandContext, entry: WaitRow, planned: PlannedLeg, before: Counters): Promise<Counters | undefined> {
  const { db, now, cache, locators, reference } = context;
  const { flight, plan, cabin, seats, party, ofFlight, closes } = planned;
  const capacity = plan.capacity[cabin] ?? 0;
  if (entry.booking_class !== null) {
    const pricing = { policies: await cache.policies(), now, reference };
    const taken = { ofCabin: before, ofFlight: flightTaken(await cabinCounters(db, flight.id), plan) };
    const one = classLeft(pricing, flight, cabin, taken, entry.booking_class);
    if (!one || one.left < party.length) return undefined;
  }
  const priced = await priceLeg(context, planned, { ...before, held: before.held + party.length });
  if (entry.fare_limit !== null && priced.fare > entry.fare_limit) return undefined;

  const after = await countHeld(db, flight.id, cabin, party.length, Math.max(capacity, before.authorised));
  assert(after, `cabin ${cabin} of flight ${flight.id} may hold ${party.length} seats for its waitlist`);
  const { leg, legJson } = legOfFlight(ofFlight, { segment: 1, cabin, seats: [...seats], ...priced });
  const bookingId = context.newBookingId();
  const held = party.map((passenger, place) => ({ passenger: place + 1, ...passenger }));
  for (const place of seats.keys()) await claimFreeSeat(db, seatClaimOf(bookingId, leg, held, place));
  const { desk, user } = entry;
  const row = newHoldRow({
    ...{ id: bookingId, desk, user, created_at: now, party: JSON.stringify(held), legs: `[${legJson}]`, parsedLegs: [leg] },
    expires_at: Math.min(now + (await cache.setting('offerMinutes')) * MINUTE_MS, closes),
    ...{ currency: flight.currency, total: legTotal(leg) },
  });
  await insertHold(db, row);
  rememberBooking(db, row);
  const typed = { passengers: [], contact: entry.phone, askedBy: entry.contact_name, tenders: [] };
  await beginDraft(db, { bookingId, desk, user, at: now, draft: typed });

  const locator = locators.of(bookingId);
  const moved = { flightId: flight.id, cabin, seats: leg.seats, ...after };
  // The hold is that of the desk which took the party, whoever set its seats free.
  context.emit(
    'hold.placed',
    {
      ...{ bookingId, locator, desk, expiresAt: row.expires_at, legs: [moved] },
      ...{ amount: row.total, currency: row.currency, note: 'offered from the waitlist' },
    },
    { now, actor: { user, desk, role: 'agent' } },
  );
  const changed = await changeWaitEntry(db, entry, { state: 'OFFERED', offered_at: now, hold_id: bookingId });
  context.emit('waitlist.offered', waitlistMoved(changed, flight.id));
  return after;
}

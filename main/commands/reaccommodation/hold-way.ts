import { assert } from '../../../shared/assert.ts';
import { WAY_KEPT_MS } from '../../../shared/bounds.ts';
import { closeRules, closesAt } from '../../../shared/close-of-sales.ts';
import type { SeatsMoved } from '../../../shared/events/seats-moved.ts';
import { isDue } from '../../../shared/instants.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { sum } from '../../../shared/money.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { bookingNumbersLeft } from '../../store/locators.ts';
import { type BookingRow, insertWay } from '../../store/tables/bookings-table.ts';
import { countHeld } from '../../store/tables/cabin-counters-table.ts';
import { claimFreeSeat, seatClaimOf } from '../../store/tables/claims-table.ts';
import type { FoundWay } from '../../views/found-way.ts';
import { hasAll } from '../changes/has-all.ts';
import { problemAfter } from '../changes/plan-change.ts';
import { planInstead } from '../changes/plan-instead.ts';
import type { Changing, PlannedChange } from '../changes/planned-change.ts';
import type { CommandContext } from '../command.ts';
import { bookingMoved } from '../move-seats.ts';
import { newHoldRow } from '../new-hold-row.ts';
import { planWay, type WayFlight } from './plan-way.ts';
import { priceWay } from './price-way.ts';
import { seatsOnWay } from './seats-on-way.ts';

export interface HeldWay {
  readonly row: BookingRow;
  readonly planned: PlannedChange;
}

/**
 * Holds the seats of a way on for some minutes: those of the whole party on all of its flights, or none. Undefined, and nothing is written, when it cannot
 * be had: no room for the party, sales have closed, or the booking could not be changed so.
 */
export async function holdWay(booking: Changing, found: FoundWay): Promise<HeldWay | undefined> {
  const { context, row, party, legs } = booking;
  const { db, now, actor } = context;
  // The booking may have been changed since ways were looked for.
  if (!hasAll(legs, found.replaces) || bookingNumbersLeft(context.lastBookingId()) === 0) return undefined;
  const way: WayFlight[] = [];
  for (const id of found.flights) {
    const flight = await context.cache.flight(id);
    if (!flight || flight.cancelled === 1 || isDue(await closeOf(context, flight), now)) return undefined;
    const seats = await seatsOnWay(context, flight, found.cabin, party);
    if (!seats) return undefined;
    way.push({ flight, cabin: found.cabin, seats });
  }
  const planned = found.change ? await planWay(booking, found.replaces, way, found.change) : await planSold(booking, found.replaces, way);
  if (!planned || (await problemAfter(booking, planned))) return undefined;

  const added = planned.after.legs.filter(({ flightId }) => found.flights.includes(flightId));
  const keeps = found.change ? added.map(heldLeg) : added;
  const closes = await Promise.all(way.map(({ flight }) => closeOf(context, flight)));
  const id = context.newBookingId();
  const held: BookingRow = {
    ...newHoldRow({
      ...{ id, desk: actor.desk, user: actor.user, created_at: now, expires_at: Math.min(now + WAY_KEPT_MS, ...closes) },
      ...{ party: row.party, legs: JSON.stringify(keeps), parsedLegs: keeps, currency: row.currency, total: sum(keeps.map(legTotal)) },
    }),
    ...{ way_for: row.id, way_replaces: JSON.stringify(found.replaces) },
  };
  const moved = await takeSeats(context, held, party, keeps);
  await insertWay(db, held);
  rememberBooking(db, held);
  context.emit('way.kept', {
    ...bookingMoved(context, held, moved, { amount: held.total }),
    forBooking: row.id,
    replaces: [...found.replaces],
  });
  return { row: held, planned };
}

/** What the way means where it is sold: the change that a booking to these seats would be, at the prices of now. Undefined where that is refused. */
async function planSold(booking: Changing, replaces: readonly number[], way: readonly WayFlight[]): Promise<PlannedChange | undefined> {
  const currencies = new Set(way.map(({ flight }) => flight.currency));
  const [currency = ''] = currencies;
  if (currencies.size > 1) return undefined;
  const planned = await planInstead(
    booking,
    { legs: await priceWay(booking, way), party: booking.party, currency },
    { replaces: [...replaces] },
  );
  return planned.ok ? planned.value : undefined;
}

async function closeOf({ cache }: CommandContext, { carrier, origin, departs_at }: WayFlight['flight']) {
  return closesAt(closeRules(await cache.setting('closeMinutes'), await cache.setting('closeExceptions')), carrier, origin, departs_at);
}

/** How the fares of a given way were worked out stays with the booking: no promotion is used twice. */
const heldLeg = ({ priced: _, refund: __, given: ___, others, ...leg }: BookedLeg): BookedLeg => ({
  ...leg,
  ...(others ? { others: others.map(({ at, fare, trace }) => ({ at, fare, trace })) } : {}),
});

/** They were found free just now, and the cabins may hold them. */
async function takeSeats(
  context: CommandContext,
  held: BookingRow,
  party: Changing['party'],
  legs: readonly BookedLeg[],
): Promise<SeatsMoved[]> {
  const { db, cache, reference } = context;
  const moved: SeatsMoved[] = [];
  for (const leg of legs) {
    const { flightId, cabin, seats } = leg;
    for (const place of seats.keys()) await claimFreeSeat(db, seatClaimOf(held.id, leg, party, place));
    const flight = await cache.flight(flightId);
    const capacity = reference.seatPlan(flight?.seat_map ?? '')?.capacity[cabin] ?? 0;
    const counters = await countHeld(db, flightId, cabin, seats.length, capacity);
    assert(counters, `cabin ${cabin} of flight ${flightId} may hold ${seats.length} seats of a way on`);
    moved.push({ flightId, cabin, seats, ...counters });
  }
  return moved;
}

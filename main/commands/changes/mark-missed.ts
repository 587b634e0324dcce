import { closeRules, closesAt } from '../../../shared/close-of-sales.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { DAY_MS, instant, isDue, later } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { keepVersion } from '../../store/tables/booking-versions-table.ts';
import { type BookingRow, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { noteChangedFlight } from '../../store/tables/changed-flights-table.ts';
import { saleRecordOf } from '../../store/tables/sale-record.ts';
import { writtenBooking } from '../../views/booking-view.ts';
import type { Command, CommandContext } from '../command.ts';
import { bookingMoved, keptSeats } from '../move-seats.ts';
import { endWays } from '../reaccommodation/end-ways.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { changeRefused } from './change-refused.ts';
import { replaceStanding } from './make-change.ts';

/** Until so long after it has left somebody may say that a flight was missed. */
const SAID_WITHIN_MS = 2 * DAY_MS;

/**
 * Says that the passengers of a booking missed a flight, and by whose fault, or that they did not. Seats, price and money stay: what was paid is worth
 * what it was.
 * 1. By the carrier's: other flights are given for nothing, and all of its price may go back.
 * 2. By their own: the flight may still be changed, at the fee and the fare that its rules ask.
 */
export const markMissed: Command<Input<'bookings.missed'>, Output<'bookings.missed'>> = async (
  context,
  { bookingId, segment, by, reason },
) => {
  const { db, locators, now } = context;
  const row = await trustedBooking(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  if (row.state !== 'CONFIRMED') return refuse('BOOKING_NOT_CONFIRMED', { bookingId, locator: locators.of(bookingId), state: row.state });
  const legs = legsOf(row);
  const leg = legs.find((one) => one.segment === segment);
  if (!leg) return changeRefused(context, row, 'it has no such flight', 'Choose among the flights of the booking');
  const problem = await whyNotMissed(context, row, leg, by);
  if (problem) return problem;
  const { missed: _, ...rest } = leg;
  const after: BookedLeg = by ? { ...rest, missed: by } : rest;
  const record = await saleRecordOf(db, bookingId);
  const { passengers, tenders } = record;
  await keepVersion(db, row, { passengers, tenders: tenders.length });
  const party = partyOf(row);
  const standing = { party, passengers, legs: legs.map((one) => (one === leg ? after : one)) };
  const { total, fees, refunded } = row;
  const changed = await replaceStanding({ context, row, party, legs, passengers }, standing, { total, fees, refunded });
  await noteChangedFlight(db, leg.flightId, now);
  const note = by ? `${leg.flight} missed by the fault of the ${by}: ${reason}` : `${leg.flight} not missed: ${reason}`;
  const moved = bookingMoved(context, changed, await keptSeats(context, changed), { amount: 0, note, expiresAt: null });
  context.emit('booking.missed', { ...moved, price: changed.total, fees: changed.fees, paid: 0 });
  // Ways that are kept for it were found for what was said before.
  await offerFreed(context, await endWays(context, bookingId));
  return { ok: true, booking: writtenBooking(changed, locators, record) };
};

/** A flight can be missed once nobody is taken on board any more. */
async function whyNotMissed(
  context: CommandContext,
  row: BookingRow,
  leg: BookedLeg,
  by: BookedLeg['missed'] | null,
): Promise<Refused | undefined> {
  const { cache, now } = context;
  const { flightId, flight: name } = leg;
  if ((leg.missed ?? null) === by)
    return changeRefused(
      context,
      row,
      by ? `${name} is said to be missed already` : `${name} is not said to be missed`,
      'Open the booking',
    );
  if (!by) return undefined;
  const flight = await cache.flight(flightId);
  if (!flight || flight.cancelled === 1) return refuse('FLIGHT_CANCELLED', { flightId, flight: name });
  const { carrier, origin, departs_at } = flight;
  const closes = closesAt(
    closeRules(await cache.setting('closeMinutes'), await cache.setting('closeExceptions')),
    carrier,
    origin,
    departs_at,
  );
  if (!isDue(closes, now))
    return changeRefused(context, row, `${name} still takes passengers`, 'Send them to the gate, or change the flight');
  if (isDue(later(instant(departs_at), SAID_WITHIN_MS), now))
    return changeRefused(context, row, `${name} left more than two days ago`, 'Ask a supervisor for a refund');
  return undefined;
}

import { assert } from '../../shared/assert.ts';
import type { BookingMoved } from '../../shared/events/booking-moved.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { keepVersion } from '../store/tables/booking-versions-table.ts';
import { type BookingRow, changedRow, legsOf } from '../store/tables/bookings-table.ts';
import { claimSeat, claimsOfLeg, giveUpClaim } from '../store/tables/claims-table.ts';
import { saleRecordOf } from '../store/tables/sale-record.ts';
import type { CommandContext } from './command.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

const SEAT = 'UPDATE bookings SET legs = ?, version = version + 1 WHERE id = ? AND state = ? AND version = ?';

/**
 * Gives the passengers of a leg at some places other seats, or none, without asking them: the price and all else stay. `seats`: by place, as the leg
 * says them. Returns what an event tells of it.
 */
export async function reseatLeg(
  context: CommandContext,
  row: BookingRow,
  leg: BookedLeg,
  seats: ReadonlyMap<number, string>,
  note: string,
): Promise<BookingMoved & { readonly price: number; readonly fees: number; readonly paid: 0 }> {
  const { db } = context;
  const after: BookedLeg = { ...leg, seats: leg.seats.map((seat, place) => seats.get(place) ?? seat) };
  const [had, has] = [claimsOfLeg(row, leg), claimsOfLeg(row, after)];
  // All are given up first, so that the passengers of a party may change places.
  for (const place of seats.keys()) {
    const old = had[place];
    assert(old, `booking ${row.id} has a passenger at place ${place}`);
    await giveUpClaim(db, old.flightId, old.seat, row.id);
  }
  for (const place of seats.keys()) {
    const claim = has[place];
    assert(claim, `booking ${row.id} has a passenger at place ${place}`);
    assert(await claimSeat(db, claim), `seat ${claim.seat} of flight ${claim.flightId} is free`);
  }
  const { passengers, tenders } = await saleRecordOf(db, row.id);
  await keepVersion(db, row, { passengers, tenders: tenders.length });
  const legs = JSON.stringify(legsOf(row).map((one) => (one.segment === leg.segment ? after : one)));
  const changed = changedRow(row, { legs, version: row.version + 1 });
  const written = await db.change(SEAT).run(legs, row.id, row.state, row.version);
  assert(written === 1, `booking ${row.id} was not seated anew`);
  rememberBooking(db, changed);
  const moved = bookingMoved(context, changed, await keptSeats(context, changed), { note });
  return { ...moved, price: row.total, fees: row.fees, paid: 0 };
}

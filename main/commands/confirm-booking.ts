import { assert } from '../../shared/assert.ts';
import type { Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { hostForm } from '../../shared/passengers.ts';
import { type Refusal, refuse } from '../../shared/refusals.ts';
import { type BookingRow, bookingById, legsOf, writtenBooking } from '../store/bookings-table.ts';
import { countHeld } from '../store/cabin-counters-table.ts';
import { claimSeat } from '../store/claims-table.ts';
import type { WriteDatabase } from '../store/database.ts';
import { settlePayment } from '../store/payments-table.ts';
import { trustedBooking } from '../store/trusted-booking.ts';
import { type SaleInput, saleProblem } from './check-sale.ts';
import type { Command, CommandContext } from './command.ts';
import { expireDueHoldsOn } from './expire-holds.ts';
import { flightProblem } from './flight-problem.ts';
import { holdProblem, idleHoldProblem } from './hold-problem.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';

export interface ConfirmBooking extends SaleInput {
  /** Card tenders approved at the desk's terminal: the place of the tender, its payment, the terminal's code. */
  readonly approved: readonly { readonly tender: number; readonly reference: string; readonly approvalCode: string }[];
}

/**
 * Turns a hold into a booking: hold, names and money are checked and written in one transaction. A sale whose card was
 * approved after the hold had lapsed takes the same seats again if they are free, else says so and nothing is sold.
 */
export const confirmBooking: Command<ConfirmBooking, Output<'bookings.confirm'>> = async (context, input) => {
  const { db, now } = context;
  let row = await trustedBooking(db, input.bookingId);
  const gone = row && (await flightProblem(context, row));
  if (gone) return gone;
  const paid = input.approved.length > 0;
  const late = paid && row && row.desk === context.actor.desk && (await endIfDue(context, row));
  if (late) {
    const retaken = await retakeSeats(context, late);
    if (!retaken.ok) return retaken;
    row = late;
  } else {
    const problem = paid ? holdProblem(context, row, input.bookingId) : idleHoldProblem(context, row, input.bookingId);
    if (problem) return problem;
  }
  assert(row, 'a hold without problem exists');
  const sale = await saleProblem(context, row, input);
  if (sale) return sale;

  await moveBooking(db, row, 'CONFIRMED');
  await db
    .change('UPDATE bookings SET phone = ?, email = ?, asked_by = ?, user_name = ? WHERE id = ?')
    .run(input.contact.phone, input.contact.email, input.contact.askedBy, context.actor.user, row.id);
  for (const leg of legsOf(row))
    await db.change('INSERT INTO booking_legs (flight_id, booking_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(leg.flightId, row.id);
  await writePassengers(db, row.id, input);
  await writeTenders(db, row.id, input);
  for (const { reference, approvalCode } of input.approved) await settlePayment(db, reference, { state: 'APPROVED', approvalCode });

  const legs = await moveSeats(context, row, 'sell');
  const note = [...new Set(input.tenders.map((tender) => tender.kind))].join(', ');
  context.emit('booking.confirmed', bookingMoved(context, row, legs, { amount: row.total, note, expiresAt: null }));
  const after = await bookingById(db, row.id);
  assert(after?.state === 'CONFIRMED' && now >= row.created_at, 'a confirmed booking is stored');
  return { ok: true, booking: await writtenBooking(db, after, context.locators) };
};

/** A hold that is past its time, ended if the sweep has not done so yet; undefined when it is not past it. */
async function endIfDue(context: CommandContext, row: BookingRow): Promise<BookingRow | undefined> {
  const flightId = legsOf(row)[0]?.flightId;
  if (row.state === 'HOLD' && row.expires_at !== null && isDue(instant(row.expires_at), context.now) && flightId !== undefined)
    await expireDueHoldsOn(context, flightId);
  const after = await bookingById(context.db, row.id);
  return after?.state === 'EXPIRED' ? after : undefined;
}

/** Claims and counts the seats of an expired hold once more; refuses when any of them is gone. */
async function retakeSeats(
  context: CommandContext,
  row: BookingRow,
): Promise<{ ok: true } | { readonly ok: false; readonly refusal: Refusal }> {
  const { db, reference } = context;
  for (const leg of legsOf(row)) {
    for (const seat of leg.seats)
      if (!(await claimSeat(db, leg.flightId, seat, row.id)))
        return refuse('PAYMENT_TOO_LATE', { seat, flight: leg.flight, bookingId: row.id });
    const plan = reference.seatPlanFor(leg.equipment);
    const counted = await countHeld(db, leg.flightId, leg.cabin, leg.seats.length, plan?.capacity[leg.cabin] ?? leg.seats.length);
    if (!counted) return refuse('PAYMENT_TOO_LATE', { seat: leg.seats[0], flight: leg.flight, bookingId: row.id });
  }
  return { ok: true };
}

async function writePassengers(db: WriteDatabase, bookingId: number, { passengers }: SaleInput): Promise<void> {
  const sql = `INSERT INTO booking_passengers
    (booking_id, place, type, host_surname, host_given, surname, given, title, birth_date, carried_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  for (const [place, { type, surname, given, title, birthDate, with: carriedBy }] of passengers.entries())
    await db.change(sql).run(bookingId, place, type, hostForm(surname), hostForm(given), surname, given, title, birthDate, carriedBy);
}

async function writeTenders(db: WriteDatabase, bookingId: number, { tenders, approved }: ConfirmBooking): Promise<void> {
  const sql = `INSERT INTO tenders (booking_id, place, kind, amount, given, approval_code, voucher, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  for (const [place, tender] of tenders.entries()) {
    const charge = approved.find((approval) => approval.tender === place);
    const code = tender.kind === 'card' ? (charge?.approvalCode ?? tender.approvalCode) : null;
    assert(tender.kind !== 'card' || code !== null, 'a card tender is approved before it is taken');
    const given = tender.kind === 'cash' ? tender.given : null;
    const voucher = tender.kind === 'voucher' ? tender.voucher : null;
    await db.change(sql).run(bookingId, place, tender.kind, tender.amount, given, code, voucher, charge?.reference ?? null);
  }
}

import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import { sum } from '../../../shared/money.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { splitTenders } from '../../../shared/split-tenders.ts';
import { contactProblem } from '../../rules/check-contact.ts';
import { minorRefusal } from '../../rules/children-alone.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { bookingNumbersLeft } from '../../store/locators.ts';
import { keepVersion } from '../../store/tables/booking-versions-table.ts';
import { type BookingRow, changedRow, insertSplit } from '../../store/tables/bookings-table.ts';
import { passClaimOn, seatClaimOf } from '../../store/tables/claims-table.ts';
import { replaceFindKeys } from '../../store/tables/find-keys-table.ts';
import { keepWishesOfSale, wishesOf } from '../../store/tables/message-wishes-table.ts';
import { givePromotionsBack, takePromotionsAgain } from '../../store/tables/promotions-table.ts';
import { insertSaleRecord, replacePassengers, saleRecordOf, takeFromTender, tendersOf } from '../../store/tables/sale-record.ts';
import type { TenderRow } from '../../store/tables/sale-rows.ts';
import { writtenBooking } from '../../views/booking-view.ts';
import { aloneRules } from '../check-sale.ts';
import type { Command, CommandContext } from '../command.ts';
import { bookingMoved, keptSeats } from '../move-seats.ts';
import { changeRefused } from './change-refused.ts';
import { nameOf } from './name-of.ts';
import { changing } from './plan-change.ts';
import { withoutPassengers } from './plan-leave.ts';
import type { Changing, Standing } from './planned-change.ts';

const CHANGE = `UPDATE bookings SET party = ?, legs = ?, total = ?, version = version + 1 WHERE id = ? AND state = 'CONFIRMED' AND version = ?`;

/**
 * Some passengers of a booking get one of their own, with its own locator and contact. They keep their seats, fares and rules, and take their part
 * of each tender with them. What was kept or given back before stays with the first booking. Nothing is priced anew.
 */
export const splitBooking: Command<Input<'bookings.split'>, Output<'bookings.split'>> = async (
  context,
  { bookingId, version, passengers, contact },
) => {
  const { db, now, actor, locators } = context;
  const booking = await changing(context, bookingId);
  if (!booking.ok) return booking;
  const { row } = booking.value;
  if (row.version !== version) return refuse('OFFER_OUTDATED', { locator: locators.of(bookingId) });
  if (bookingNumbersLeft(context.lastBookingId()) === 0) return refuse('BOOKING_NUMBERS_GONE');
  const problem = splitProblem(booking.value, passengers) ?? contactProblem(contact);
  if (problem) return problem;
  const { party } = booking.value;
  const leaving = new Set(passengers);
  const stays = withoutPassengers(booking.value, leaving);
  const goes = withoutPassengers(booking.value, new Set(party.map(({ passenger }) => passenger).filter((number) => !leaving.has(number))));
  const alone = (await aloneProblem(booking.value, stays)) ?? (await aloneProblem(booking.value, goes));
  if (alone) return alone;

  await keepVersion(db, row, { passengers: booking.value.passengers, tenders: (await tendersOf(db, row.id)).length });
  const price = sum(goes.legs.map(legTotal));
  const tenders = await moveTenders(context, row, price);
  const made: BookingRow = {
    ...{
      id: context.newBookingId(),
      state: 'CONFIRMED',
      desk: actor.desk,
      user: actor.user,
      created_at: now,
      expires_at: null,
      hold_ms: 0,
      extended: 0,
    },
    ...{
      paying_since: null,
      expires_unpaid: null,
      tender_failed_at: null,
      failed_at: null,
      statuses: null,
      ...{ way_for: null, way_replaces: null, minors_by: row.minors_by },
      pay_by: null,
      at_limit: null,
    },
    ...{ party: JSON.stringify(goes.party), legs: JSON.stringify(goes.legs), currency: row.currency, total: price, refunded: 0, fees: 0 },
    ...{ phone: contact.phone, email: contact.email, asked_by: contact.askedBy, version: 1 },
    ...{ sold_at: row.sold_at, sold_by: row.sold_by, sold_desk: row.sold_desk },
  };
  await insertSplit(db, made);
  const record = { passengers: goes.passengers, tenders };
  await insertSaleRecord(db, made.id, record, contact);
  await keepWishesOfSale(db, made.id, contact.messages ?? (await wishesOf(db, row.id)), now);
  for (const leg of goes.legs) {
    await db.change('INSERT INTO booking_legs (flight_id, booking_id) VALUES (?, ?)').run(leg.flightId, made.id);
    const sitting = seatedOn(goes.party, leg.segment);
    for (const place of leg.seats.keys())
      await passClaimOn(db, seatClaimOf(row.id, leg, sitting, place), seatClaimOf(made.id, leg, sitting, place));
  }
  rememberBooking(db, made);
  const left = await keepRest(booking.value, stays, price);
  await givePromotionsBack(db, row.id, booking.value.legs);
  await takePromotionsAgain(db, row.id, stays.legs);
  await takePromotionsAgain(db, made.id, goes.legs);

  const note = `${passengers.length} of ${party.length} passengers split into ${locators.of(made.id)}`;
  const about = { ...bookingMoved(context, left, await keptSeats(context, left), { note, expiresAt: null }) };
  context.emit('booking.divided', { ...about, price: left.total, fees: left.fees, paid: 0 });
  assert(row.sold_at !== null && row.sold_by !== null && row.sold_desk !== null, `booking ${row.id} is sold`);
  context.emit('booking.split', {
    ...bookingMoved(context, made, await keptSeats(context, made), { amount: price, note: locators.of(row.id), expiresAt: null }),
    ...{ from: row.id, sale: { at: row.sold_at, user: row.sold_by, desk: row.sold_desk } },
  });
  return { ok: true, booking: writtenBooking(made, locators, await saleRecordOf(db, made.id)) };
};

function splitProblem({ context, row, party }: Changing, passengers: readonly number[]): Refused | undefined {
  const leaving = new Set(passengers);
  if (passengers.some((number) => !party.some(({ passenger }) => passenger === number)))
    return changeRefused(context, row, 'no such passenger has a seat', 'Choose among the passengers of the booking');
  if (leaving.size === party.length) return changeRefused(context, row, 'nobody would be left on it', 'Leave one passenger on it');
  if (party.some(({ seatFrom }) => seatFrom))
    return changeRefused(context, row, 'an infant gets its seat on the way', 'Sell the second booking anew');
  return undefined;
}

/** Children need an adult on their own booking, or a supervisor's yes that was given before. */
async function aloneProblem({ context, row }: Changing, { passengers, legs }: Standing): Promise<Refused | undefined> {
  return minorRefusal(passengers.map(nameOf), legs, await aloneRules(context), row.minors_by ?? undefined);
}

/** Takes a price out of the tenders of a booking. Returns the tenders of the new one. Cash that was given as change stays with the first. */
async function moveTenders({ db }: CommandContext, row: BookingRow, price: number): Promise<TenderRow[]> {
  const tenders = await tendersOf(db, row.id);
  const parts = splitTenders(price, tenders);
  const moved: TenderRow[] = [];
  for (const [at, tender] of tenders.entries()) {
    const amount = parts[at] ?? 0;
    if (amount === 0) continue;
    await takeFromTender(db, row.id, tender.place, amount);
    const given = tender.given === null ? null : amount;
    moved.push({ ...tender, place: moved.length, amount, given, refunded: 0, refund_voucher: null });
  }
  return moved;
}

/** The first booking with those who stay. */
async function keepRest({ context: { db }, row, passengers }: Changing, stays: Standing, gone: number): Promise<BookingRow> {
  const after = changedRow(row, {
    ...{ party: JSON.stringify(stays.party), legs: JSON.stringify(stays.legs), total: row.total - gone, version: row.version + 1 },
  });
  const changed = await db.change(CHANGE).run(after.party, after.legs, after.total, row.id, row.version);
  assert(changed === 1, `booking ${row.id} was not split`);
  await replacePassengers(db, row.id, stays.passengers);
  const { phone, email } = row;
  await replaceFindKeys(db, row.id, { passengers, phone, email }, { passengers: stays.passengers, phone, email });
  rememberBooking(db, after);
  return after;
}

import { assert } from '../../../shared/assert.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import { minor, sum } from '../../../shared/money.ts';
import { accept, type Reply } from '../../../shared/refusals.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { keepVersion } from '../../store/tables/booking-versions-table.ts';
import { type BookingRow, changedRow, legsOf } from '../../store/tables/bookings-table.ts';
import { dropDraft } from '../../store/tables/drafts-table.ts';
import { replaceFindKeys } from '../../store/tables/find-keys-table.ts';
import { givePromotionsBack, takePromotionsAgain } from '../../store/tables/promotions-table.ts';
import { insertTenders, replacePassengers, tendersOf } from '../../store/tables/sale-record.ts';
import type { TenderRow } from '../../store/tables/sale-rows.ts';
import { giveBack } from '../give-back.ts';
import { moveBooking } from '../move-booking.ts';
import { bookingMoved, keptSeats } from '../move-seats.ts';
import { spendBalances } from '../spend-balances.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { settleOffer } from '../waitlist/settle-offer.ts';
import { changeSeats } from './change-seats.ts';
import type { Changing, PlannedChange, Standing } from './planned-change.ts';

const CHANGE = `UPDATE bookings SET party = ?, legs = ?, total = ?, fees = ?, refunded = ?, version = version + 1
  WHERE id = ? AND state = 'CONFIRMED' AND version = ?`;
const LEG = 'INSERT INTO booking_legs (flight_id, booking_id) VALUES (?, ?) ON CONFLICT DO NOTHING';

/**
 * Makes a planned change in one step: seats, money, names, and the entries of the journal. What stood before is kept. `paid`: the tenders of what is
 * to be paid, checked before. Refuses when a seat is gone.
 */
export async function makeChange(booking: Changing, planned: PlannedChange, paid: readonly TenderRow[]): Promise<Reply<BookingRow>> {
  const { context, row, passengers } = booking;
  const { db } = context;
  const { after, hold, kept, lines, note, overrides = [] } = planned;
  await keepVersion(db, row, { passengers, tenders: (await tendersOf(db, row.id)).length });
  const seats = await changeSeats(booking, planned);
  if (!seats.ok) return seats;
  await movePromotions(booking, planned);

  const total = sum(after.legs.map(legTotal));
  const due = sum(lines.map(({ amount }) => minor(amount)));
  assert(total + kept - row.total === due, `the lines of a change of booking ${row.id} do not add up`);
  const back = Math.max(0, -due);
  assert(sum(paid.map(({ amount }) => minor(amount))) === Math.max(0, due), `a change of booking ${row.id} is not paid as it costs`);
  await takeMoney(booking, paid);
  if (back > 0) await giveBack(context, row, back, 'changed', planned.toVoucher);

  const changed = await replaceStanding(booking, after, { total, fees: row.fees + kept, refunded: row.refunded + back });
  const { given, passed } = seats.value;
  if (given.length > 0) context.emit('booking.seatsGiven', bookingMoved(context, row, [...given], { note, expiresAt: null }));
  if (hold) {
    const merged = await moveBooking(db, hold, 'MERGED');
    await dropDraft(db, hold.id);
    context.emit('hold.merged', bookingMoved(context, merged, [...passed], { note: context.locators.of(row.id), expiresAt: null }));
  }
  const told = {
    ...bookingMoved(context, changed, await keptSeats(context, changed), { amount: back, note, expiresAt: null }),
    ...{ price: total, fees: changed.fees, paid: Math.max(0, due) },
  };
  if (planned.given) context.emit('booking.reaccommodated', { ...told, change: planned.given });
  else context.emit('booking.changed', { ...told, ...(overrides.length > 0 ? { overrides: [...overrides] } : {}) });
  if (hold) await settleOffer(context, { ...hold, state: 'MERGED' });
  await offerFreed(context, given);
  return accept(changed);
}

/** Writes that a booking takes others elsewhere than before. `money`: minor units that it has then. Claims and counters are not touched. */
export async function replaceStanding(
  { context: { db }, row, passengers, legs }: Changing,
  after: Standing,
  money: Pick<BookingRow, 'total' | 'fees' | 'refunded'>,
): Promise<BookingRow> {
  const changed = changedRow(row, {
    ...{ party: JSON.stringify(after.party), legs: JSON.stringify(after.legs) },
    ...{ ...money, version: row.version + 1 },
  });
  const { total, fees, refunded } = money;
  const written = await db.change(CHANGE).run(changed.party, changed.legs, total, fees, refunded, row.id, row.version);
  assert(written === 1, `booking ${row.id} did not change`);
  if (after.passengers !== passengers) {
    await replacePassengers(db, row.id, after.passengers);
    const { phone, email } = row;
    await replaceFindKeys(db, row.id, { passengers, phone, email }, { passengers: after.passengers, phone, email });
  }
  for (const { flightId } of after.legs) if (!legs.some((leg) => leg.flightId === flightId)) await db.change(LEG).run(flightId, row.id);
  rememberBooking(db, changed);
  return changed;
}

/** Fares that were sold with a promotion go with their seats, whatever is left of it: the price was agreed before. */
export async function movePromotions(
  { context, row, legs }: Changing,
  { after, hold }: Pick<PlannedChange, 'after' | 'hold'>,
): Promise<void> {
  const { db } = context;
  await givePromotionsBack(db, row.id, legs);
  if (hold) await givePromotionsBack(db, hold.id, legsOf(hold));
  await takePromotionsAgain(db, row.id, after.legs);
}

/** Writes tenders down behind those of the sale. */
async function takeMoney({ context, row }: Changing, paid: readonly TenderRow[]): Promise<void> {
  const { db } = context;
  if (paid.length === 0) return;
  const before = (await tendersOf(db, row.id)).length;
  await spendBalances(context, row.currency, paid);
  await insertTenders(
    db,
    row.id,
    paid.map((tender, at) => ({ ...tender, place: before + at })),
  );
}

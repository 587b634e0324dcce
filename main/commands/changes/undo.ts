import { assert } from '../../../shared/assert.ts';
import { UNDO_MS } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import type { BookingEventType } from '../../../shared/events.ts';
import { instant, isDue, later } from '../../../shared/instants.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import { sum } from '../../../shared/money.ts';
import { accept, type Refused, type Reply, refuse } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { keepVersion, keptVersion } from '../../store/tables/booking-versions-table.ts';
import { type BookingRow, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { wasDenied } from '../../store/tables/denials-table.ts';
import { eventsOfBooking } from '../../store/tables/journal-table.ts';
import { saleRecordOf, tendersOf } from '../../store/tables/sale-record.ts';
import type { PassengerRow } from '../../store/tables/sale-rows.ts';
import { gaveSeatUp } from '../../store/tables/volunteers-table.ts';
import { writtenBooking } from '../../views/booking-view.ts';
import type { Command, CommandContext } from '../command.ts';
import { flightProblem } from '../flight-problem.ts';
import { giveToTenders } from '../give-back.ts';
import { moveBooking } from '../move-booking.ts';
import { bookingMoved, keptSeats, moveSeats } from '../move-seats.ts';
import { retakeSeats } from '../retake-seats.ts';
import { seatedAgain } from '../seated-again.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { changeSeats } from './change-seats.ts';
import { begunProblem } from './flown-problem.ts';
import { movePromotions, replaceStanding } from './make-change.ts';
import type { Standing } from './planned-change.ts';
import { refundsProblem, takeRefundsBack } from './undo-refunds.ts';

/** What can be taken back, by the entry that the journal has of it. */
const UNDONE = [
  'booking.confirmed',
  'booking.cancelled',
  'booking.changed',
  'booking.reaccommodated',
] as const satisfies readonly BookingEventType[];
type Undone = (typeof UNDONE)[number];
/** What is told of a booking without changing it. It may come after what is taken back. */
const TELLS_ONLY: ReadonlySet<BookingEventType> = new Set([
  'receipt.printed',
  'booking.quoted',
  'booking.changeQuoted',
  'payment.triedAgain',
  'payment.refunded',
  'payment.stuck',
  // The message that tells of a sale is sent within a second.
  'message.sent',
  'message.stuck',
  'message.sentAgain',
  'message.wished',
]);

/**
 * Takes the last sale, cancellation or change of a booking back whole, within UNDO_MS and at the desk that made it: its seats and its money. Nothing is
 * deleted: each part has a counter-entry. Refuses when a seat or the money cannot come back.
 */
export const undo: Command<Input<'bookings.undo'>, Output<'bookings.undo'>> = async (context, { bookingId, version }) => {
  const { db, locators } = context;
  const row = await trustedBooking(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  if (row.version !== version) return refuse('OFFER_OUTDATED', { locator: locators.of(bookingId) });
  const last = await lastStep(context, row);
  if (!last.ok) return last;
  const done = await UNDO[last.value](context, row);
  if (!done.ok) return done;
  const back = await seatedAgain(context, done.value);
  return { ok: true, booking: writtenBooking(back, locators, await saleRecordOf(db, bookingId)) };
};

const undoRefused = ({ locators }: CommandContext, row: BookingRow, problem: string): Refused =>
  refuse('UNDO_REFUSED', { bookingId: row.id, locator: locators.of(row.id), problem });

/** The step that would be taken back. */
async function lastStep(context: CommandContext, row: BookingRow): Promise<Reply<Undone>> {
  const { db, now, actor } = context;
  const last = (await eventsOfBooking(db, row.id)).find(({ type }) => !TELLS_ONLY.has(type));
  const kind = UNDONE.find((type) => type === last?.type);
  if (!last || !kind) return undoRefused(context, row, 'its last step cannot be taken back');
  if (last.desk !== actor.desk) return undoRefused(context, row, `desk ${last.desk} made it`);
  // Somebody else has that seat by now, or is to have it.
  if (kind !== 'booking.confirmed' && ((await gaveSeatUp(db, row.id)) || (await wasDenied(db, row.id))))
    return undoRefused(context, row, 'its passenger gave a seat up, or was denied boarding');
  if (isDue(later(instant(last.at), UNDO_MS), now)) return undoRefused(context, row, 'it is longer ago than a minute');
  return { ok: true, value: kind };
}

const UNDO: Readonly<Record<Undone, (context: CommandContext, row: BookingRow) => Promise<Reply<BookingRow>>>> = {
  'booking.confirmed': undoSale,
  'booking.cancelled': undoCancel,
  'booking.changed': undoChange,
  'booking.reaccommodated': (context, row) => undoChange(context, row, true),
};

/** The seats go back to sale and all of the money to those who paid. The booking reads HX. Whoever has left with a flight was carried. */
async function undoSale(context: CommandContext, row: BookingRow): Promise<Reply<BookingRow>> {
  const begun = await begunProblem(context, row);
  if (begun) return begun;
  const shares = (await tendersOf(context.db, row.id)).map((tender) => ({ tender, amount: tender.amount }));
  await giveToTenders(context, row, shares, { reason: 'undone', notBefore: context.now });
  const after = await moveBooking(context.db, row, 'CANCELLED', { refunded: row.total });
  const legs = await moveSeats(context, row, 'cancel');
  context.emit('booking.saleUndone', bookingMoved(context, row, legs, { amount: row.total, expiresAt: null }));
  await offerFreed(context, legs);
  return { ok: true, value: after };
}

/** The same seats are taken again, if they are free, and the money comes back from where it went. */
async function undoCancel(context: CommandContext, row: BookingRow): Promise<Reply<BookingRow>> {
  const gone = await flightProblem(context, row);
  if (gone) return gone;
  const lost = await retakeSeats(context, row);
  if (lost) {
    const { leg, seat, heavy } = lost;
    if (heavy) return heavy;
    const details = { flightId: leg.flightId, flight: leg.flight };
    return seat ? refuse('SEAT_SOLD', { ...details, seat, nextBest: [] }) : refuse('CABIN_FULL', { ...details, cabin: leg.cabin, free: 0 });
  }
  const problem = await refundsProblem(context, row);
  if (problem) return undoRefused(context, row, problem);
  const back = await takeRefundsBack(context, row);
  const fees = row.fees - (row.total - back);
  const after = await moveBooking(context.db, row, 'CONFIRMED', { refunded: row.refunded - back, fees });
  const legs = await moveSeats(context, row, 'sell');
  assert(row.sold_at !== null && row.sold_by !== null && row.sold_desk !== null, `booking ${row.id} was sold`);
  context.emit('booking.cancelUndone', {
    ...bookingMoved(context, after, legs, { amount: -back, expiresAt: null }),
    ...{ price: row.total, fees, sale: { at: row.sold_at, user: row.sold_by, desk: row.sold_desk } },
  });
  return { ok: true, value: after };
}

/**
 * The booking becomes what it was before the change. What was paid for it goes back, and what went back comes again. `asCarrierLeft`: the change answered
 * what the carrier had done to its flights, so that it waits for another answer then, whatever became of them.
 */
async function undoChange(context: CommandContext, row: BookingRow, asCarrierLeft = false): Promise<Reply<BookingRow>> {
  const { db } = context;
  const kept = await keptVersion(db, row.id, row.version - 1);
  assert(kept, `what booking ${row.id} was before its change was not kept`);
  const { passengers } = await saleRecordOf(db, row.id);
  const booking = { context, row, party: partyOf(row), legs: legsOf(row), passengers };
  const after: Standing = {
    party: JSON.parse(kept.party) as BookingView['party'],
    legs: JSON.parse(kept.legs) as BookedLeg[],
    passengers: JSON.parse(kept.passengers) as PassengerRow[],
  };
  // What was missed is missed again, whenever it left.
  const flown = after.legs.filter(({ missed }) => !missed);
  const gone = asCarrierLeft ? undefined : await flightProblem(context, { ...row, legs: kept.legs, parsedLegs: flown });
  if (gone) return gone;
  const problem = await refundsProblem(context, row);
  if (problem) return undoRefused(context, row, problem);
  await keepVersion(db, row, { passengers, tenders: (await tendersOf(db, row.id)).length });
  const seats = await changeSeats(booking, { after });
  if (!seats.ok) return seats;
  await movePromotions(booking, { after });

  const again = await takeRefundsBack(context, row);
  const given = await giveAddedBack(context, row, kept.tenders);
  const left = (await tendersOf(db, row.id)).reduce((all, { amount, refunded }) => all + amount - refunded, 0);
  const total = sum(after.legs.map(legTotal));
  const refunded = row.refunded + given - again;
  const changed = await replaceStanding(booking, after, { total, fees: left - total, refunded });
  const { given: back } = seats.value;
  if (back.length > 0)
    context.emit('booking.seatsGiven', bookingMoved(context, row, [...back], { note: 'change undone', expiresAt: null }));
  context.emit('booking.changeUndone', {
    ...bookingMoved(context, changed, await keptSeats(context, changed), { amount: given - again, expiresAt: null }),
    ...{ price: total, fees: changed.fees, paid: 0 },
  });
  await offerFreed(context, back);
  return accept(changed);
}

/** What was paid for a change goes back, to the tenders that paid it. Returns the minor units. */
async function giveAddedBack(context: CommandContext, row: BookingRow, before: number): Promise<number> {
  const added = (await tendersOf(context.db, row.id)).slice(before);
  const shares = added.map((tender) => ({ tender, amount: tender.amount - tender.refunded }));
  await giveToTenders(context, row, shares, { reason: 'undone', notBefore: context.now });
  return shares.reduce((all, { amount }) => all + amount, 0);
}

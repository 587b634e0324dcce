import { PAYMENT_GRACE_MS, REFUND_QUOTE_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { connect } from '../world.ts';
import { type ModelBooking, type ModelCommand, type ModelState, no } from './state.ts';

type Sale = Input<'bookings.confirm'>;
type Charge = { reference: string; tender: number; amount: number; approvalCode: string | null };
const HOUR_MS = 3_600_000;

/** What was held may have been cancelled, moved or put on another aircraft since. */
function checkFlights(state: ModelState, now: number, { legs }: ModelBooking): void {
  const flown = state.flown(legs);
  const flights = flown.map(({ flight }) => flight);
  if (flights.some((flight, at) => flight.cancelled || flight.destination !== legs[at]?.flight.destination)) throw no('FLIGHT_CANCELLED');
  if (flights.some(({ departs }) => departs <= now)) throw no('FLIGHT_DEPARTED');
  if (!connect(flights)) throw no('CONNECTION_INVALID');
  if (flown.some(({ seats, facts }) => seats.some((seat) => !facts[seat]))) throw no('SEAT_UNKNOWN');
  if (flown.some(({ seats, facts, cabin }) => seats.some((seat) => facts[seat]?.cabin !== cabin))) throw no('SEAT_OTHER_CABIN');
}

function ageOn(birthDate: string, day: number): number {
  const on = new Date(day * 24 * HOUR_MS).toISOString().slice(0, 10);
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
}

/** Names, ages, exit rows, contact and money, in the order of the refusals. The simulation carries no infants. */
function checkSale(state: ModelState, { legs, party, total }: ModelBooking, { passengers, contact, tenders }: Sale): void {
  const names = passengers.map((name) => ({ ...name, ages: legs.map(({ flight }) => ageOn(name.birthDate ?? '1980-01-01', flight.day)) }));
  if (names.map(({ type }) => type).join() !== party.map(({ type }) => type).join()) throw no('PASSENGERS_MISMATCH');
  if (names.some(({ surname }) => !/[A-Z].*[A-Z]/i.test(surname))) throw no('NAME_INVALID');
  if (names.some(({ type, birthDate }) => type !== 'ADT' && !birthDate)) throw no('NAME_INVALID');
  if (names.some(({ type, ages }) => ages.some((age) => (type === 'ADT' ? age < 12 : age < 2 || age >= 12)))) throw no('AGE_MISMATCH');
  for (const [leg, { seats, facts }] of state.flown(legs).entries())
    if (seats.some((seat, at) => facts[seat]?.exit && (names[at]?.ages[leg] ?? 99) < 15)) throw no('EXIT_ROW_TOO_YOUNG');
  if (!contact.phone && !contact.email) throw no('CONTACT_MISSING');
  if (tenders.reduce((sum, { amount }) => sum + amount, 0) !== total) throw no('TENDERS_MISMATCH');
  if (tenders.some((tender) => tender.kind === 'cash' && tender.given < tender.amount)) throw no('CASH_SHORT');
  const vouchers = tenders.flatMap((tender) => (tender.kind === 'voucher' ? [tender.voucher] : []));
  if (new Set(vouchers).size < vouchers.length || vouchers.some((voucher) => state.vouchers.has(voucher))) throw no('VOUCHER_USED');
}

/** A hold that may be paid now. A payment that came after it had ended takes the same seats again, if they are free. */
function payable(state: ModelState, sale: Sale, command: ModelCommand, paid: boolean): ModelBooking {
  const hold = state.booking(sale.bookingId);
  checkFlights(state, command.now, hold);
  const late = paid && hold.state === 'EXPIRED' && hold.desk === command.actor.desk;
  if (!late) state.hold(sale.bookingId, command, paid);
  for (const { flightId, flight, cabin, seats } of late ? hold.legs : []) {
    const { authorised, held, sold } = state.counter(flight, cabin);
    const full = held + sold + seats.length > authorised;
    if (full || seats.some((seat) => state.claims.has(`${flightId} ${seat}`))) throw no('PAYMENT_TOO_LATE');
  }
  checkSale(state, hold, sale);
  return hold;
}

export function begin(state: ModelState, sale: Sale & { charges: Charge[] }, command: ModelCommand): object {
  const hold = payable(state, sale, command, false);
  const { bookingId, expiresAt } = hold;
  Object.assign(hold, { payingSince: command.now, expiresAt: Math.max(expiresAt, command.now + PAYMENT_GRACE_MS) });
  for (const { reference, amount } of sale.charges) state.payments.set(reference, { bookingId, amount, state: 'PENDING', refund: 0 });
  return state.tell('payment.begun', hold);
}

export function confirm(state: ModelState, sale: Sale & { approved: Charge[] }, command: ModelCommand): object {
  const hold = payable(state, sale, command, sale.approved.length > 0);
  const cards = new Map(sale.approved.map(({ tender, reference }) => [tender, reference]));
  hold.tenders = sale.tenders.map(({ kind, amount }, at) => ({ kind, amount, reference: cards.get(at) ?? null, refunded: 0 }));
  for (const tender of sale.tenders) if (tender.kind === 'voucher') state.vouchers.add(tender.voucher);
  for (const { reference } of sale.approved) Object.assign(state.payments.get(reference) ?? {}, { state: 'APPROVED' });
  return state.turn(hold, 'CONFIRMED', 'booking.confirmed', hold.state === 'HOLD' ? 'held' : null, 'sold');
}

export function fail(state: ModelState, { bookingId, charges }: { bookingId: number; charges: Charge[] }): object {
  let refundsDue = 0;
  for (const { reference, approvalCode } of charges) {
    const payment = state.payments.get(reference);
    if (payment?.state !== 'PENDING') continue;
    Object.assign(payment, approvalCode === null ? { state: 'DECLINED' } : { state: 'REFUND_DUE', refund: payment.amount });
    if (approvalCode !== null) refundsDue++;
  }
  const booking = state.bookings.get(bookingId);
  if (booking?.state === 'HOLD') state.turn(booking, 'PAYMENT_FAILED', 'payment.failed', 'held', null);
  else if (booking && refundsDue > 0) state.events.push(['payment.failed', bookingId]);
  return { refundsDue };
}

export function refunded(state: ModelState, { reference }: Pick<Charge, 'reference'>): object {
  const payment = state.payments.get(reference);
  if (payment?.state !== 'REFUND_DUE') return { recorded: false };
  payment.state = 'REFUNDED';
  state.events.push(['payment.refunded', payment.bookingId]);
  return { recorded: true };
}

/** A booking that can be cancelled, and the milliseconds until its first flight leaves, as the schedule says now. */
function cancellable(state: ModelState, bookingId: number, now: number) {
  const booking = state.booking(bookingId);
  if (booking.state !== 'CONFIRMED') throw no('BOOKING_NOT_CONFIRMED');
  const left = Math.min(...state.flown(booking.legs).map(({ flight }) => flight.departs)) - now;
  if (left <= 0) throw no('BOOKING_FLOWN');
  return { booking, left, quotes: state.quotes.filter((quote) => quote.bookingId === bookingId) };
}

export function quote(state: ModelState, { bookingId }: Input<'bookings.cancelQuote'>, { now }: ModelCommand): object {
  const { booking, left, quotes } = cancellable(state, bookingId, now);
  const percent = left > 24 * HOUR_MS ? 100 : left > 6 * HOUR_MS ? 50 : 0;
  const refund = Math.floor((booking.total * percent * 2 + 100) / 200);
  const made = { quoteId: state.quotes.length + 1, bookingId, refund, validUntil: now + Math.min(REFUND_QUOTE_MS, left) };
  state.quotes.push(made);
  state.events.push(['booking.quoted', bookingId]);
  return { ...made, number: quotes.length + 1, percent, paid: booking.total };
}

export function cancel(state: ModelState, { bookingId, quoteId }: Input<'bookings.cancel'>, { now }: ModelCommand): object {
  const { booking, quotes } = cancellable(state, bookingId, now);
  const newest = quotes.at(-1);
  if (!newest || !quotes.some((one) => one.quoteId === quoteId)) throw no('QUOTE_UNKNOWN');
  if (newest.quoteId !== quoteId) throw no('QUOTE_REPLACED');
  if (newest.validUntil <= now) throw no('QUOTE_EXPIRED');
  booking.refunded = newest.refund;
  // Money goes back the way it came: cards first, then cash, then vouchers.
  let left = newest.refund;
  for (const tender of ['card', 'cash', 'voucher'].flatMap((kind) => booking.tenders.filter((one) => one.kind === kind))) {
    tender.refunded = Math.min(left, tender.amount);
    left -= tender.refunded;
    const payment = tender.refunded > 0 ? state.payments.get(tender.reference ?? '') : undefined;
    if (payment) Object.assign(payment, { state: 'REFUND_DUE', refund: tender.refunded });
  }
  return state.turn(booking, 'CANCELLED', 'booking.cancelled', 'sold', null);
}

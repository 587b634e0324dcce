import { PAYMENT_GRACE_MS, REFUND_QUOTE_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { connect } from '../world.ts';
import { type ModelBooking, type ModelCommand, type ModelState, no, refuse } from './state.ts';

type Sale = Omit<Input<'bookings.confirm'>, 'requestId'>;
type Begin = Sale & { readonly charges: readonly { readonly reference: string; readonly amount: number }[] };
type Paid = Sale & { readonly approved: readonly { readonly tender: number; readonly reference: string }[] };
type Failed = { readonly bookingId: number; readonly charges: readonly { reference: string; approvalCode: string | null }[] };
const HOUR_MS = 3_600_000;

/** What was held may have been cancelled, moved or put on another aircraft since. */
function checkFlights(state: ModelState, now: number, { legs }: ModelBooking): void {
  const flown = state.flown(legs);
  const flights = flown.map(({ flight }) => flight);
  refuse(
    'FLIGHT_CANCELLED',
    flights.some((flight, at) => flight.cancelled || flight.destination !== legs[at]?.flight.destination),
  );
  refuse(
    'FLIGHT_DEPARTED',
    flights.some(({ departs }) => departs <= now),
  );
  refuse('CONNECTION_INVALID', !connect(flights));
  refuse(
    'SEAT_UNKNOWN',
    flown.some(({ seats, facts }) => seats.some((seat) => !facts[seat])),
  );
  refuse(
    'SEAT_OTHER_CABIN',
    flown.some(({ seats, facts, cabin }) => seats.some((seat) => facts[seat]?.cabin !== cabin)),
  );
}

function ageOn(birthDate: string, day: number): number {
  const on = new Date(day * 24 * HOUR_MS).toISOString().slice(0, 10);
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
}

/** Names, ages, exit rows, contact and money, in the order of the refusals. The simulation carries no infants. */
function checkSale(state: ModelState, { legs, party, total }: ModelBooking, { passengers, contact, tenders }: Sale): void {
  const names = passengers.map((name) => ({ ...name, ages: legs.map(({ flight }) => ageOn(name.birthDate ?? '1980-01-01', flight.day)) }));
  refuse('PASSENGERS_MISMATCH', names.map(({ type }) => type).join() !== party.map(({ type }) => type).join());
  refuse(
    'NAME_INVALID',
    names.some(({ surname }) => !/[A-Z].*[A-Z]/i.test(surname)),
  );
  refuse(
    'NAME_INVALID',
    names.some(({ type, birthDate }) => type !== 'ADT' && !birthDate),
  );
  refuse(
    'AGE_MISMATCH',
    names.some(({ type, ages }) => ages.some((age) => (type === 'ADT' ? age < 12 : age < 2 || age >= 12))),
  );
  for (const [leg, { seats, facts }] of state.flown(legs).entries())
    refuse(
      'EXIT_ROW_TOO_YOUNG',
      seats.some((seat, at) => facts[seat]?.exit && (names[at]?.ages[leg] ?? 99) < 15),
    );
  refuse('CONTACT_MISSING', !contact.phone && !contact.email);
  refuse('TENDERS_MISMATCH', tenders.reduce((sum, { amount }) => sum + amount, 0) !== total);
  refuse(
    'CASH_SHORT',
    tenders.some((tender) => tender.kind === 'cash' && tender.given < tender.amount),
  );
  const vouchers = tenders.flatMap((tender) => (tender.kind === 'voucher' ? [tender.voucher] : []));
  refuse('VOUCHER_USED', new Set(vouchers).size < vouchers.length || vouchers.some((voucher) => state.vouchers.has(voucher)));
}

export function begin(state: ModelState, sale: Begin, command: ModelCommand): object {
  const { now } = command;
  const hold = state.booking(sale.bookingId);
  checkFlights(state, now, hold);
  state.checkHold(hold, command);
  checkSale(state, hold, sale);
  Object.assign(hold, { payingSince: now, expiresAt: Math.max(hold.expiresAt, now + PAYMENT_GRACE_MS) });
  for (const { reference, amount } of sale.charges)
    state.payments.set(reference, { bookingId: hold.bookingId, amount, state: 'PENDING', refund: 0 });
  state.events.push(['payment.begun', hold.bookingId]);
  return state.view(hold);
}

export function confirm(state: ModelState, sale: Paid, command: ModelCommand): object {
  const hold = state.booking(sale.bookingId);
  const paid = sale.approved.length > 0;
  const late = paid && hold.state === 'EXPIRED' && hold.desk === command.actor.desk;
  checkFlights(state, command.now, hold);
  if (late) checkFree(state, hold);
  else state.checkHold(hold, command, paid);
  checkSale(state, hold, sale);
  state.turn(hold, 'CONFIRMED', 'booking.confirmed', late ? null : 'held', 'sold');
  hold.tenders = sale.tenders.map(({ kind, amount }, index) => {
    const reference = sale.approved.find((charge) => charge.tender === index)?.reference ?? null;
    return { kind, amount, reference, refunded: 0 };
  });
  for (const tender of sale.tenders) if (tender.kind === 'voucher') state.vouchers.add(tender.voucher);
  for (const { reference } of sale.approved) Object.assign(state.payments.get(reference) ?? {}, { state: 'APPROVED' });
  return state.view(hold);
}

/** A payment that came after the hold had ended takes the same seats again, if they are free. */
function checkFree(state: ModelState, { legs }: ModelBooking): void {
  for (const { flightId, flight, cabin, seats } of legs) {
    const { authorised, held, sold } = state.counter(flight, cabin);
    refuse('PAYMENT_TOO_LATE', held + sold + seats.length > authorised);
    refuse(
      'PAYMENT_TOO_LATE',
      seats.some((seat) => state.claims.has(`${flightId} ${seat}`)),
    );
  }
}

export function fail(state: ModelState, { bookingId, charges }: Failed): object {
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

export function refunded(state: ModelState, { reference }: { readonly reference: string }): object {
  const payment = state.payments.get(reference);
  if (payment?.state !== 'REFUND_DUE') return { recorded: false };
  payment.state = 'REFUNDED';
  state.events.push(['payment.refunded', payment.bookingId]);
  return { recorded: true };
}

/** A booking that can be cancelled, and the milliseconds until its first flight leaves, as the schedule says now. */
function cancellable(state: ModelState, bookingId: number, now: number) {
  const booking = state.booking(bookingId);
  refuse('BOOKING_NOT_CONFIRMED', booking.state !== 'CONFIRMED');
  const left = Math.min(...state.flown(booking.legs).map(({ flight }) => flight.departs)) - now;
  refuse('BOOKING_FLOWN', left <= 0);
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
  refuse('QUOTE_REPLACED', newest.quoteId !== quoteId);
  refuse('QUOTE_EXPIRED', newest.validUntil <= now);
  state.turn(booking, 'CANCELLED', 'booking.cancelled', 'sold', null);
  booking.refunded = newest.refund;
  // Money goes back the way it came: cards first, then cash, then vouchers.
  let left = newest.refund;
  for (const tender of ['card', 'cash', 'voucher'].flatMap((kind) => booking.tenders.filter((one) => one.kind === kind))) {
    tender.refunded = Math.min(left, tender.amount);
    left -= tender.refunded;
    const payment = tender.refunded > 0 ? state.payments.get(tender.reference ?? '') : undefined;
    if (payment) Object.assign(payment, { state: 'REFUND_DUE', refund: tender.refunded });
  }
  return state.view(booking);
}

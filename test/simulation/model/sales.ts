import { PAYMENT_GRACE_MS, REFUND_QUOTE_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { connect, SEATS } from '../world.ts';
import { type Asker, type Expected, type ModelBooking, type ModelState, no, yes } from './state.ts';

type Sale = Omit<Input<'bookings.confirm'>, 'requestId'>;
type Begin = Sale & { readonly charges: readonly { readonly reference: string; readonly amount: number }[] };
type Paid = Sale & { readonly approved: readonly { readonly tender: number; readonly reference: string }[] };
type Charged = readonly { readonly reference: string; readonly approvalCode: string | null }[];
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What was held may have been cancelled, moved or put on another aircraft since. */
function flightsGone(state: ModelState, now: number, { legs }: ModelBooking): Expected | undefined {
  const flown = legs.flatMap((leg) => {
    const flight = state.flights.get(leg.flightId);
    return flight ? [{ leg, flight, facts: SEATS[flight.map] ?? {} }] : [];
  });
  if (flown.some(({ leg, flight }) => flight.cancelled || flight.destination !== leg.destination)) return no('FLIGHT_CANCELLED');
  if (flown.some(({ flight }) => flight.departs <= now)) return no('FLIGHT_DEPARTED');
  if (!connect(flown.map(({ flight }) => flight))) return no('CONNECTION_INVALID');
  if (flown.some(({ leg, facts }) => leg.seats.some((seat) => !facts[seat]))) return no('SEAT_UNKNOWN');
  if (flown.some(({ leg, facts }) => leg.seats.some((seat) => facts[seat]?.cabin !== leg.cabin))) return no('SEAT_OTHER_CABIN');
  return undefined;
}

function ageOn(birthDate: string, day: number): number {
  const on = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
}

/** Names, ages, exit rows, contact and money, in the order of the refusals. The simulation carries no infants. */
function saleRefused(state: ModelState, hold: ModelBooking, sale: Sale): Expected | undefined {
  const names = sale.passengers.map((name) => ({ ...name, ages: hold.legs.map(({ day }) => ageOn(name.birthDate ?? '1980-01-01', day)) }));
  if (names.map(({ type }) => type).join() !== hold.party.map(({ type }) => type).join()) return no('PASSENGERS_MISMATCH');
  if (names.some(({ surname }) => !/[A-Z].*[A-Z]/i.test(surname))) return no('NAME_INVALID');
  if (names.some(({ type, birthDate }) => type !== 'ADT' && !birthDate)) return no('NAME_INVALID');
  if (names.some(({ type, ages }) => ages.some((age) => (type === 'ADT' ? age < 12 : age < 2 || age >= 12)))) return no('AGE_MISMATCH');
  for (const [leg, { flightId, seats }] of hold.legs.entries()) {
    const map = SEATS[state.flights.get(flightId)?.map ?? ''];
    if (seats.some((seat, index) => map?.[seat]?.exit && (names[index]?.ages[leg] ?? 99) < 15)) return no('EXIT_ROW_TOO_YOUNG');
  }
  if (!sale.contact.phone && !sale.contact.email) return no('CONTACT_MISSING');
  if (sale.tenders.reduce((sum, { amount }) => sum + amount, 0) !== hold.total) return no('TENDERS_MISMATCH');
  if (sale.tenders.some((tender) => tender.kind === 'cash' && tender.given < tender.amount)) return no('CASH_SHORT');
  const vouchers = sale.tenders.flatMap((tender) => (tender.kind === 'voucher' ? [tender.voucher] : []));
  if (new Set(vouchers).size < vouchers.length || vouchers.some((voucher) => state.vouchers.has(voucher))) return no('VOUCHER_USED');
  return undefined;
}

export function begin(state: ModelState, now: number, asker: Asker, sale: Begin): Expected {
  const hold = state.bookings.get(sale.bookingId);
  const refused = (hold && flightsGone(state, now, hold)) ?? state.holdRefused(hold, asker) ?? (hold && saleRefused(state, hold, sale));
  if (refused || !hold) return refused ?? no('BOOKING_UNKNOWN');
  Object.assign(hold, { payingSince: now, expiresAt: Math.max(hold.expiresAt, now + PAYMENT_GRACE_MS) });
  for (const { reference, amount } of sale.charges)
    state.payments.set(reference, { bookingId: hold.bookingId, amount, state: 'PENDING', refund: 0 });
  state.events.push(['payment.begun', hold.bookingId]);
  return yes(state.view(hold));
}

export function confirm(state: ModelState, now: number, asker: Asker, sale: Paid): Expected {
  const hold = state.bookings.get(sale.bookingId);
  const paid = sale.approved.length > 0;
  const late = paid && hold?.state === 'EXPIRED' && hold.desk === asker.desk;
  const gone = hold && flightsGone(state, now, hold);
  const refused =
    gone ?? (late ? seatsGone(state, hold) : state.holdRefused(hold, asker, paid)) ?? (hold && saleRefused(state, hold, sale));
  if (refused || !hold) return refused ?? no('BOOKING_UNKNOWN');
  state.end(hold, 'CONFIRMED', 'booking.confirmed');
  for (const { flightId, cabin, seats } of hold.legs) {
    for (const seat of seats) state.claims.set(`${flightId} ${seat}`, hold.bookingId);
    const counter = state.counters.get(`${flightId} ${cabin}`);
    if (counter && !late) counter.held -= seats.length;
    if (counter) counter.sold += seats.length;
  }
  hold.tenders = sale.tenders.map(({ kind, amount }, index) => {
    const reference = sale.approved.find((charge) => charge.tender === index)?.reference ?? null;
    return { kind, amount, reference, refunded: 0 };
  });
  for (const tender of sale.tenders) if (tender.kind === 'voucher') state.vouchers.add(tender.voucher);
  for (const { reference } of sale.approved) Object.assign(state.payments.get(reference) ?? {}, { state: 'APPROVED' });
  return yes(state.view(hold));
}

/** A payment that came after the hold had ended takes the same seats again, if they are free. */
function seatsGone(state: ModelState, { legs }: ModelBooking): Expected | undefined {
  const free = legs.every(({ flightId, cabin, seats }) => {
    const counter = state.counters.get(`${flightId} ${cabin}`);
    const room = counter && counter.held + counter.sold + seats.length <= counter.authorised;
    return room && seats.every((seat) => !state.claims.has(`${flightId} ${seat}`));
  });
  return free ? undefined : no('PAYMENT_TOO_LATE');
}

export function fail(state: ModelState, bookingId: number, charges: Charged): Expected {
  let refundsDue = 0;
  for (const { reference, approvalCode } of charges) {
    const payment = state.payments.get(reference);
    if (payment?.state !== 'PENDING') continue;
    Object.assign(payment, approvalCode === null ? { state: 'DECLINED' } : { state: 'REFUND_DUE', refund: payment.amount });
    if (approvalCode !== null) refundsDue++;
  }
  const booking = state.bookings.get(bookingId);
  if (booking?.state === 'HOLD') state.end(booking, 'PAYMENT_FAILED', 'payment.failed', 'held');
  else if (booking && refundsDue > 0) state.events.push(['payment.failed', bookingId]);
  return yes({ refundsDue });
}

export function refunded(state: ModelState, reference: string): Expected {
  const payment = state.payments.get(reference);
  if (payment?.state !== 'REFUND_DUE') return yes({ recorded: false });
  payment.state = 'REFUNDED';
  state.events.push(['payment.refunded', payment.bookingId]);
  return yes({ recorded: true });
}

/** Milliseconds until the first flight of a booking leaves, as the schedule says now. */
const msLeft = (state: ModelState, now: number, { legs }: ModelBooking): number =>
  Math.min(...legs.map((leg) => state.flights.get(leg.flightId)?.departs ?? leg.departsAt)) - now;

function cancelRefused(state: ModelState, now: number, booking: ModelBooking | undefined): Expected | undefined {
  if (!booking) return no('BOOKING_UNKNOWN');
  if (booking.state !== 'CONFIRMED') return no('BOOKING_NOT_CONFIRMED');
  return msLeft(state, now, booking) <= 0 ? no('BOOKING_FLOWN') : undefined;
}

export function quote(state: ModelState, now: number, bookingId: number): Expected {
  const booking = state.bookings.get(bookingId);
  const refused = cancelRefused(state, now, booking);
  if (refused || !booking) return refused ?? no('BOOKING_UNKNOWN');
  const left = msLeft(state, now, booking);
  const percent = left > 24 * HOUR_MS ? 100 : left > 6 * HOUR_MS ? 50 : 0;
  const refund = Math.floor((booking.total * percent * 2 + 100) / 200);
  const made = { quoteId: state.quotes.length + 1, bookingId, refund, validUntil: Math.min(now + REFUND_QUOTE_MS, now + left) };
  const number = state.quotes.filter((older) => older.bookingId === bookingId).length + 1;
  state.quotes.push(made);
  state.events.push(['booking.quoted', bookingId]);
  return yes({ ...made, number, percent, paid: booking.total });
}

export function cancel(state: ModelState, now: number, bookingId: number, quoteId: number): Expected {
  const booking = state.bookings.get(bookingId);
  const refused = cancelRefused(state, now, booking);
  if (refused || !booking) return refused ?? no('BOOKING_UNKNOWN');
  const own = state.quotes.filter((one) => one.bookingId === bookingId);
  const newest = own.at(-1);
  if (!newest || !own.some((one) => one.quoteId === quoteId)) return no('QUOTE_UNKNOWN');
  if (newest.quoteId !== quoteId) return no('QUOTE_REPLACED');
  if (newest.validUntil <= now) return no('QUOTE_EXPIRED');
  state.end(booking, 'CANCELLED', 'booking.cancelled', 'sold');
  booking.refunded = newest.refund;
  // Money goes back the way it came: cards first, then cash, then vouchers.
  let left = newest.refund;
  for (const tender of ['card', 'cash', 'voucher'].flatMap((kind) => booking.tenders.filter((one) => one.kind === kind))) {
    tender.refunded = Math.min(left, tender.amount);
    left -= tender.refunded;
    const payment = tender.refunded > 0 ? state.payments.get(tender.reference ?? '') : undefined;
    if (payment) Object.assign(payment, { state: 'REFUND_DUE', refund: tender.refunded });
  }
  return yes(state.view(booking));
}

import { PAYMENT_GRACE_MS, REFUND_QUOTE_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { SEATS } from '../world.ts';
import { type Asker, type Expected, type ModelBooking, type ModelState, no, yes } from './state.ts';

export type Sale = Omit<Input<'bookings.confirm'>, 'requestId'>;
export type PaidSale = Sale & { readonly approved: readonly { readonly tender: number; readonly reference: string }[] };
export type Charges = { readonly charges: readonly { readonly reference: string; readonly amount: number }[]; readonly terminal: boolean };
export type Failed = {
  readonly bookingId: number;
  readonly charges: readonly { readonly reference: string; readonly approvalCode: string | null }[];
};

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
  for (const [index, { flight }] of flown.entries()) {
    const before = flown[index - 1]?.flight;
    if (before && !state.connects(before, flight)) return no('CONNECTION_INVALID');
  }
  if (flown.some(({ leg, facts }) => leg.seats.some((seat) => !facts[seat]))) return no('SEAT_UNKNOWN');
  if (flown.some(({ leg, facts }) => leg.seats.some((seat) => facts[seat]?.cabin !== leg.cabin))) return no('SEAT_OTHER_CABIN');
  return undefined;
}

function ageOn(birthDate: string, day: number): number {
  const [year = 0, month = 0, date = 0] = birthDate.split('-').map(Number);
  const on = new Date(day * DAY_MS);
  const before = on.getUTCMonth() + 1 < month || (on.getUTCMonth() + 1 === month && on.getUTCDate() < date);
  return on.getUTCFullYear() - year - (before ? 1 : 0);
}

/** Names, ages, exit rows, contact and money, in the order of the refusals. The simulation carries no infants. */
function saleRefused(state: ModelState, hold: ModelBooking, sale: Sale): Expected | undefined {
  const names = sale.passengers.map((name) => ({ ...name, ages: hold.legs.map(({ day }) => ageOn(name.birthDate ?? '1980-01-01', day)) }));
  if (names.length !== hold.party.length || names.some(({ type }, index) => type !== hold.party[index]?.type))
    return no('PASSENGERS_MISMATCH');
  if (names.some(({ type, surname, birthDate }) => !/[A-Z].*[A-Z]/i.test(surname) || (type !== 'ADT' && !birthDate)))
    return no('NAME_INVALID');
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

export function begin(state: ModelState, now: number, asker: Asker, sale: Sale & Charges): Expected {
  const hold = state.bookings.get(sale.bookingId);
  const refused = (hold && flightsGone(state, now, hold)) ?? state.holdRefused(hold, asker) ?? (hold && saleRefused(state, hold, sale));
  if (refused || !hold) return refused ?? no('BOOKING_UNKNOWN');
  if (!sale.terminal) return no('TERMINAL_MISSING');
  hold.payingSince = now;
  hold.expiresAt = Math.max(hold.expiresAt, now + PAYMENT_GRACE_MS);
  for (const { reference, amount } of sale.charges)
    state.payments.set(reference, { bookingId: hold.bookingId, amount, state: 'PENDING', refund: 0 });
  state.events.push(['payment.begun', hold.bookingId]);
  return yes(state.view(hold));
}

export function confirm(state: ModelState, now: number, asker: Asker, sale: PaidSale): Expected {
  const hold = state.bookings.get(sale.bookingId);
  const gone = hold && flightsGone(state, now, hold);
  if (gone) return gone;
  const paid = sale.approved.length > 0;
  const late = paid && hold?.state === 'EXPIRED' && hold.desk === asker.desk;
  const refused = late ? seatsGone(state, hold) : state.holdRefused(hold, asker, paid);
  const problem = refused ?? (hold && saleRefused(state, hold, sale));
  if (problem || !hold) return problem ?? no('BOOKING_UNKNOWN');
  state.end(hold, 'CONFIRMED');
  for (const { flightId, cabin, seats } of hold.legs) {
    for (const seat of seats) state.claims.set(`${flightId} ${seat}`, hold.bookingId);
    const counter = state.counters.get(`${flightId} ${cabin}`);
    if (counter && !late) counter.held -= seats.length;
    if (counter) counter.sold += seats.length;
  }
  hold.tenders = sale.tenders.map((tender, index) => {
    const voucher = tender.kind === 'voucher' ? tender.voucher : null;
    const reference = sale.approved.find((charge) => charge.tender === index)?.reference ?? null;
    return { kind: tender.kind, amount: tender.amount, voucher, reference, refunded: 0 };
  });
  for (const { voucher } of hold.tenders) if (voucher) state.vouchers.add(voucher);
  for (const { reference } of sale.approved) pay(state, reference).state = 'APPROVED';
  state.events.push(['booking.confirmed', hold.bookingId]);
  return yes(state.view(hold));
}

/** A payment that came after the hold had ended takes the same seats again, if they are free. */
function seatsGone(state: ModelState, { legs }: ModelBooking): Expected | undefined {
  const room = legs.every(({ flightId, cabin, seats, equipment }) => {
    const counter = state.counters.get(`${flightId} ${cabin}`);
    return counter && counter.held + counter.sold + seats.length <= counter.authorised && equipment;
  });
  return room && legs.every(({ flightId, seats }) => seats.every((seat) => !state.claims.has(`${flightId} ${seat}`)))
    ? undefined
    : no('PAYMENT_TOO_LATE');
}

function pay(state: ModelState, reference: string) {
  const payment = state.payments.get(reference);
  if (!payment) throw new Error(`the model knows no payment ${reference}`);
  return payment;
}

export function fail(state: ModelState, { bookingId, charges }: Failed): Expected {
  let refundsDue = 0;
  for (const { reference, approvalCode } of charges) {
    const payment = state.payments.get(reference);
    if (payment?.state !== 'PENDING') continue;
    payment.state = approvalCode === null ? 'DECLINED' : 'REFUND_DUE';
    if (approvalCode === null) continue;
    payment.refund = payment.amount;
    refundsDue++;
  }
  const booking = state.bookings.get(bookingId);
  if (booking?.state === 'HOLD') {
    state.end(booking, 'PAYMENT_FAILED');
    state.free(booking, 'held');
    state.events.push(['payment.failed', bookingId]);
  } else if (booking && refundsDue > 0) state.events.push(['payment.failed', bookingId]);
  return yes({ refundsDue });
}

export function refunded(state: ModelState, { reference }: { readonly reference: string }): Expected {
  const payment = state.payments.get(reference);
  if (payment?.state !== 'REFUND_DUE') return yes({ recorded: false });
  payment.state = 'REFUNDED';
  state.events.push(['payment.refunded', payment.bookingId]);
  return yes({ recorded: true });
}

/** When the first flight of a booking leaves, as the schedule says now. */
const leaves = (state: ModelState, { legs }: ModelBooking): number =>
  Math.min(...legs.map((leg) => state.flights.get(leg.flightId)?.departs ?? leg.departsAt));

function cancelRefused(state: ModelState, now: number, booking: ModelBooking | undefined): Expected | undefined {
  if (!booking) return no('BOOKING_UNKNOWN');
  if (booking.state !== 'CONFIRMED') return no('BOOKING_NOT_CONFIRMED');
  return leaves(state, booking) <= now ? no('BOOKING_FLOWN') : undefined;
}

export function quote(state: ModelState, now: number, bookingId: number): Expected {
  const booking = state.bookings.get(bookingId);
  const refused = cancelRefused(state, now, booking);
  if (refused || !booking) return refused ?? no('BOOKING_UNKNOWN');
  const left = leaves(state, booking) - now;
  const percent = left > 24 * HOUR_MS ? 100 : left > 6 * HOUR_MS ? 50 : 0;
  const made = {
    quoteId: state.quotes.length + 1,
    bookingId,
    number: state.quotes.filter((older) => older.bookingId === bookingId).length + 1,
    percent,
    refund: Math.floor((booking.total * percent * 2 + 100) / 200),
    validUntil: Math.min(now + REFUND_QUOTE_MS, now + left),
  };
  state.quotes.push(made);
  state.events.push(['booking.quoted', bookingId]);
  return yes({ ...made, paid: booking.total });
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
  state.end(booking, 'CANCELLED');
  state.free(booking, 'sold');
  booking.refunded = newest.refund;
  // Money goes back the way it came: cards first, then cash, then vouchers.
  let left = newest.refund;
  for (const kind of ['card', 'cash', 'voucher']) {
    for (const tender of booking.tenders.filter((one) => one.kind === kind)) {
      tender.refunded = Math.min(left, tender.amount);
      left -= tender.refunded;
      if (tender.reference && tender.refunded > 0)
        Object.assign(pay(state, tender.reference), { state: 'REFUND_DUE', refund: tender.refunded });
    }
  }
  state.events.push(['booking.cancelled', bookingId]);
  return yes(state.view(booking));
}

import type { SaleInput } from '../../../main/commands/check-sale.ts';
import { HOLD_CEILING_MS, OFFER_MS, PARTY_MAX, PAYMENT_GRACE_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { CLOSE_MS, capacity } from '../world.ts';
import { blockedAnew, keptByBlock, passBlocks, passBlocksAgain } from './blocks.ts';
import { keysOfLeg } from './claim-keys.ts';
import { customersOfSale } from './customers.ts';
import { refused } from './expected.ts';
import { follow, onWays } from './follow.ts';
import { giveBack } from './give-back.ts';
import { keepWishes, type Typed } from './messages.ts';
import type { Commands, Model, ModelBooking, ModelCommand } from './model.ts';
import type { ModelQuote } from './model-rows.ts';
import { isOpenLeft } from './open-left.ts';
import { CLASSES, PROMOTED, PROMOTED_MAX } from './policies.ts';
import { pricedLeg, priceOf } from './priced-leg.ts';
import { givenUp, refundTerms } from './refund-policies.ts';
import { seatsHeld } from './refuse-full.ts';
import { namesFit, sittingOn, tendersPay, tendersTaken } from './sale-checks.ts';
import { seatsAsked } from './seats-asked.ts';
import { departures, soldAsScheduled } from './shortened-holds.ts';
import { offerFreed, settleOffer } from './waitlist.ts';
import { tooHeavy } from './weights.ts';
import { withoutThem } from './without-them.ts';

type Sale = SaleInput;
type FailedCharge = { reference: string; approvalCode: string | null; mayBeCharged: boolean };
type Charge = { reference: string; tender: number; amount: number; approvalCode: string | null };
type Place = Input<'holds.place'>;

/** Phone and e-mail, typed into one field. */
function typedContact({ contact, messages }: Input<'holds.keepDraft'>['draft']): Typed {
  const email = contact.split(' ').find((word) => word.includes('@')) ?? '';
  return { phone: contact.replace(email, '').trim(), email, wishes: messages };
}

/** A hold with which this desk may go on. */
export function own(model: Model, bookingId: number, { actor }: ModelCommand, whilePaying = false): ModelBooking {
  const hold = model.booking(bookingId);
  // A way on is taken by its booking alone.
  if (model.ways.has(bookingId)) throw refused('BOOKING_UNKNOWN');
  const { state, desk, payingSince } = hold;
  if (state === 'HOLD' && desk !== actor.desk) throw refused('HOLD_OF_OTHER_DESK', { desk });
  if (state === 'EXPIRED') throw refused('HOLD_EXPIRED');
  if (state !== 'HOLD') throw refused('HOLD_ENDED', { state });
  if (payingSince !== null && !whilePaying) throw refused('PAYMENT_UNDER_WAY');
  return hold;
}

/** A hold that may be paid now. What was held may have changed since; a payment that came too late takes the seats again, if they are free. */
function payable(
  model: Model,
  { bookingId, passengers, contact, tenders, slipsCompared, minorsBy }: Sale,
  command: ModelCommand,
  paid: boolean,
): ModelBooking {
  const hold = model.booking(bookingId);
  const { legs, total } = hold;
  const flights = model.flown(legs);
  const seats = model.seats(legs);
  if (flights.some((flight, at) => flight.cancelled || flight.destination !== legs[at]?.destination)) throw refused('FLIGHT_CANCELLED');
  if (flights.some(({ departs }) => departs <= command.now)) throw refused('FLIGHT_DEPARTED');
  if (!follow(onWays(flights, legs))) throw refused('CONNECTION_INVALID');
  if (seats.some(({ fact }) => !fact)) throw refused('SEAT_UNKNOWN');
  if (seats.some(({ fact, cabin }) => fact?.cabin !== cabin)) throw refused('SEAT_OTHER_CABIN');
  const late = paid && hold.state === 'EXPIRED' && hold.desk === command.actor.desk;
  if (!late) own(model, bookingId, command, paid);
  const full = legs.some(({ flightId, cabin, seats: held }) => held.length > model.room(flightId, cabin));
  const gone = (leg: (typeof legs)[number]) => leg.seats.some((seat) => blockedAnew(model, leg.flightId, seat));
  const openLeft = legs.every((leg) => isOpenLeft(model, leg, keysOfLeg(hold, leg)));
  const heavy = legs.some(({ flightId }) => tooHeavy(model, flightId, hold.party, [bookingId]));
  if (late && (full || heavy || !openLeft || seats.some(({ by }) => by) || legs.some(gone))) throw refused('PAYMENT_TOO_LATE');
  namesFit(model, hold, passengers, minorsBy);
  if (!contact.phone && !contact.email) throw refused('CONTACT_MISSING');
  if (contact.phone && !/\d.*\d.*\d.*\d.*\d/.test(contact.phone)) throw refused('CONTACT_INVALID');
  if (!contact.askedBy) throw refused('REQUESTED_BY_MISSING');
  tendersPay(model, total, { tenders, slipsCompared }, command);
  const named = tenders.flatMap((tender) => (tender.kind === 'card' && tender.charge ? [{ ...tender, charge: tender.charge }] : []));
  const taken = new Map(hold.state === 'HOLD' ? model.taken(bookingId) : []);
  if (named.some(({ charge, amount }) => taken.get(charge)?.amount !== amount)) throw refused('CHARGE_NOT_TAKEN');
  if (new Set(named.map(({ charge }) => charge)).size < named.length) throw refused('CHARGE_NOT_TAKEN');
  return hold;
}

/** The newest quote of a booking, if it is this one and may still be taken. */
export function standing(
  model: Model,
  { bookingId, version }: ModelBooking,
  offerId: number,
  kind: ModelQuote['kind'],
  now: number,
): ModelQuote {
  const quotes = model.quotes.filter((quote) => quote.bookingId === bookingId);
  const known = quotes.find((quote) => quote.offerId === offerId);
  if (!known) throw refused('OFFER_UNKNOWN');
  if (known.kind !== kind) throw refused('OFFER_OTHER');
  if (quotes.at(-1) !== known) throw refused('OFFER_REPLACED');
  if (known.bookingVersion !== version) throw refused('OFFER_OUTDATED');
  if (known.validUntil <= now) throw refused('OFFER_EXPIRED');
  return known;
}

export const percentOf = (amount: number, percent: number): number => Math.floor((amount * percent * 2 + 100) / 200);

/** A booking that can be cancelled, and the milliseconds until its first flight leaves, as the schedule says now. */
function cancellable(model: Model, bookingId: number, now: number) {
  const booking = model.booking(bookingId);
  if (booking.state !== 'CONFIRMED') throw refused('BOOKING_NOT_CONFIRMED');
  // Flights that the carrier cancelled leave no more, and those after them without their passengers; without any other the booking can be cancelled for ever.
  const without = withoutThem(model, booking.legs, 'carrier');
  const leaving = model.flown(booking.legs.filter((leg) => !without.has(leg)));
  const left = Math.min(...leaving.map(({ departs }) => departs)) - now;
  if (left <= 0) throw refused('BOOKING_FLOWN');
  return { booking, left, quotes: model.quotes.filter((quote) => quote.bookingId === bookingId) };
}

/** A hold that is given up, by its desk or by who waited for it. */
export function released(model: Model, hold: ModelBooking, now: number): ModelBooking {
  const after = model.write('hold.released', { ...hold, state: 'RELEASED', tenders: [] });
  model.reverseTaken(hold.bookingId, now);
  settleOffer(model, hold.bookingId);
  return after;
}

/** One line a refusal, in the order of shared/refusals.ts, here and above. */
export const BOOKINGS: Commands = {
  'holds.place'(
    model,
    { legs: asked, passengers, exitRowConfirmed, afterClose, promotion, minutes, override }: Place,
    { now, actor: { desk, role } },
  ) {
    const party = passengers.map((held, at) => ({ passenger: at + 1, ...held }));
    if (party.length > PARTY_MAX) throw refused('GROUP');
    if (party.some(({ type }) => type === 'INS') && !party.some(({ type }) => type === 'ADT')) throw refused('INFANT_ALONE');
    const flights = model.flown(asked);
    if (flights.some(({ cancelled }) => cancelled)) throw refused('FLIGHT_CANCELLED');
    if (flights.some(({ departs }) => departs <= now)) throw refused('FLIGHT_DEPARTED');
    const closed = ({ departs }: { departs: number }) => departs - CLOSE_MS <= now;
    if (flights.some(closed) && !(afterClose && role === 'supervisor')) throw refused('SALES_CLOSED');
    if (asked.some(({ cabin }, at) => capacity(flights[at]?.map ?? '', cabin) === 0)) throw refused('CABIN_UNKNOWN');
    if (!follow(onWays(flights, asked))) throw refused('CONNECTION_INVALID');
    const knows = flights.map(
      (flight) => model.policies.of(flight, now).name === PROMOTED && ['WELCOME', 'EARLY'].includes(promotion ?? ''),
    );
    const isPromoted = (leg: number) => promotion === 'WELCOME' && knows[leg] === true;
    if (promotion && !knows.includes(true)) throw refused('PROMOTION_UNKNOWN');
    if (promotion === 'EARLY') throw refused('PROMOTION_OVER');
    const laterThan = (leg: number) => party.flatMap(({ seatFrom }) => (seatFrom && seatFrom.segment > leg + 1 ? [seatFrom.with] : []));
    const seated = (leg: number) => party.length - laterThan(leg).length;
    const wantsCode = asked.reduce((sum, _, leg) => sum + (isPromoted(leg) ? seated(leg) : 0), 0);
    if (wantsCode > 0 && model.promoted() + wantsCode > PROMOTED_MAX) throw refused('PROMOTION_GONE');
    const wanted = asked.map((leg, at) => ({ ...leg, seats: seatsAsked(model, leg, sittingOn(party, at + 1)) }));
    if (wanted.some(({ seats }, leg) => seats.length !== seated(leg))) throw refused('PARTY_MISMATCH');
    const seats = model.seats(wanted);
    const refuseSeat = (code: RefusalCode, wrong: (seat: (typeof seats)[number], place: number) => unknown): void => {
      for (const { seat } of seats.filter(wrong)) throw refused(code, { seat });
    };
    refuseSeat('SEAT_UNKNOWN', ({ fact }) => !fact);
    refuseSeat('SEAT_TWICE', ({ seat, leg }, place) => seats.findIndex((one) => one.seat === seat && one.leg === leg) < place);
    refuseSeat('SEAT_OTHER_CABIN', ({ fact, cabin }) => fact?.cabin !== cabin);
    refuseSeat('SEAT_BLOCKED', ({ fact }) => !fact?.sellable);
    const blocked = keptByBlock(model, wanted, (leg) => sittingOn(party, leg + 1));
    // A supervisor sells what somebody blocked, and says why.
    if (blocked && (override === undefined || role !== 'supervisor')) throw refused('SEAT_BLOCKED', { seat: blocked });
    const carriesOn = (at: number, leg: number) => party[at]?.infant || laterThan(leg).includes(at);
    refuseSeat(
      'EXIT_ROW_REFUSED',
      ({ fact, at, leg }) => fact?.exit && (party[at]?.type !== 'ADT' || party[at].assistance || carriesOn(at, leg)),
    );
    refuseSeat('EXIT_ROW_UNCONFIRMED', ({ fact }) => fact?.exit && !exitRowConfirmed);
    refuseSeat('SEAT_SOLD', ({ by }) => by && by.state !== 'HOLD');
    for (const { seat, by } of seats) if (by) throw refused('SEAT_HELD', { seat, desk: by.desk, until: by.expiresAt });
    const legs = wanted.map((leg, at) => {
      const said = asked[at]?.seats;
      const seats = seatsHeld(model, leg, typeof said === 'string' ? said : undefined);
      const heavy = tooHeavy(model, leg.flightId, party);
      if (heavy) throw heavy;
      return { ...leg, seats };
    });

    const ends = flights.map((flight) => (closed(flight) ? flight.departs : flight.departs - CLOSE_MS));
    const expiresAt = Math.min(now + (minutes ?? model.settings.holdMinutes) * 60_000, ...ends);
    const held = legs.map((leg, at) => {
      const flight = model.flight(leg.flightId);
      const { flightId, back, cabin, seats, offer } = leg;
      const promoted = isPromoted(at);
      const ofParty = model.policies.of(flight, now).name === CLASSES ? seats.length : 1;
      const byHand = model.classesByHand(flight, now);
      const quoted = (current: { policy: number; fare: number }) =>
        model.priceQuotes.fare(offer, { flightId, cabin, desk, now, promoted, party: ofParty, byHand, ...current });
      const carries = (place: number) => Boolean(carriesOn(place, at));
      return pricedLeg(model, { flight, back, cabin, seats, party, segment: at + 1, now, promoted, carries, quoted });
    });
    const total = priceOf(held);
    const fresh = {
      extended: false,
      payingSince: null,
      tenderFailedAt: null,
      tenders: [],
      refunded: 0,
      fees: 0,
      sale: null,
      minorsBy: undefined,
    };
    const times = { createdAt: now, expiresAt, holdMs: expiresAt - now };
    const hold = { bookingId: model.keptNumber ?? model.bookings.size + 1, state: 'HOLD', desk, party, legs: held, total } as const;
    for (const [at, leg] of legs.entries()) passBlocks(model, leg, sittingOn(party, at + 1));
    if (legs.some(({ back }) => back)) model.met.push(legs.length > 3 ? 'a return of many flights' : 'a return');
    if (minutes !== undefined) model.minutesAsked.set(hold.bookingId, minutes);
    return model.write('hold.placed', { ...hold, ...times, ...fresh }, total, flights.some(closed) ? ['afterClose'] : undefined);
  },
  'holds.extend'(model, { bookingId }: Input<'holds.extend'>, command) {
    const hold = own(model, bookingId, command);
    if (hold.extended) throw refused('HOLD_EXTENDED');
    const until = hold.expiresAt ?? 0;
    const ends = departures(model, hold.legs).map((departsAt) =>
      command.actor.role === 'supervisor' && departsAt - CLOSE_MS < until ? departsAt : departsAt - CLOSE_MS,
    );
    const ceiling = Math.min(hold.createdAt + HOLD_CEILING_MS, ...ends);
    const expiresAt = Math.min(until + model.settings.holdMinutes * 60_000, ceiling);
    if (expiresAt <= until) throw refused('HOLD_CEILING');
    return model.write('hold.extended', { ...hold, expiresAt, holdMs: expiresAt - hold.createdAt, extended: true });
  },
  'holds.release'(model, { bookingId }: Input<'holds.release'>, command) {
    return released(model, own(model, bookingId, command), command.now);
  },
  'holds.keepDraft'(model, { bookingId, confirming, draft }: Input<'holds.keepDraft'>, command) {
    const kept = { id: own(model, bookingId, command, true).bookingId, desk: command.actor.desk, at: command.now };
    model.drafts.set(bookingId, kept);
    model.typed.set(bookingId, typedContact(draft));
    if (confirming) model.unheard.set(bookingId, kept);
    return { savedAt: command.now };
  },
  'bookings.heard'(model, { bookingId }: Input<'bookings.heard'>, { actor }) {
    if (model.unheard.get(bookingId)?.desk === actor.desk) model.unheard.delete(bookingId);
    return { bookingId };
  },
  'holds.expireDue': () => undefined, // What is due has ended before any command.
  'payments.begin'(model, sale: Sale & { charges: Charge[] }, command) {
    const hold = payable(model, sale, command, false);
    const fresh = { bookingId: hold.bookingId, at: command.now, state: 'PENDING' };
    model.unpaid.set(hold.bookingId, hold.expiresAt ?? 0);
    for (const { reference, amount } of sale.charges) model.payments.set(reference, { ...fresh, amount, approvalCode: null });
    const kept = { id: hold.bookingId, desk: command.actor.desk, at: command.now };
    model.unheard.set(hold.bookingId, kept);
    const { messages: wishes, ...contact } = sale.contact;
    if (!model.drafts.has(hold.bookingId)) model.typed.set(hold.bookingId, { ...contact, wishes });
    if (!model.drafts.has(hold.bookingId)) model.drafts.set(hold.bookingId, kept);
    const expiresAt = Math.max(hold.expiresAt ?? 0, command.now + PAYMENT_GRACE_MS);
    const asked = sale.charges.reduce((sum, { amount }) => sum + amount, 0);
    return model.write('payment.begun', { ...hold, payingSince: command.now, expiresAt, holdMs: expiresAt - hold.createdAt }, asked);
  },
  'payments.confirm'(model, sale: Sale & { approved: Charge[] }, command) {
    const hold = payable(model, sale, command, sale.approved.length > 0);
    if (sale.approved.some(({ reference }) => model.payments.get(reference)?.state !== 'PENDING')) throw refused('CHARGE_NOT_TAKEN');
    const tenders = tendersTaken(model, sale.tenders, sale.approved);
    model.take(tenders);
    model.takenAt.set(
      hold.bookingId,
      tenders.map(() => ({ at: command.now, desk: command.actor.desk })),
    );
    for (const { charge } of tenders) Object.assign(model.payments.get(charge ?? '') ?? {}, { state: 'APPROVED' });
    model.drafts.delete(hold.bookingId);
    const { user, desk } = command.actor;
    // A booking of children alone names the supervisor who said yes. No other booking names one.
    const minorsBy = sale.passengers.every(({ type }) => type !== 'ADT') ? sale.minorsBy : undefined;
    if (minorsBy) model.met.push('minors');
    const sold = { ...hold, state: 'CONFIRMED', tenders, sale: { at: command.now, user, desk }, minorsBy } as const;
    if (hold.state !== 'HOLD') for (const leg of hold.legs) passBlocksAgain(model, leg);
    const legs = soldAsScheduled(model, hold.legs);
    if (legs) {
      model.met.push('sold with other times than held');
      const { bookingId, version, party, total } = model.booking(hold.bookingId);
      model.versions.push({ bookingId, version, party, legs: hold.legs, total, names: [], tenders: 0 });
    }
    const made = model.write('booking.confirmed', { ...sold, ...(legs ? { legs } : {}) }, hold.total);
    if (hold.payBy) model.met.push(model.takenOver.has(hold.bookingId) ? 'paid later elsewhere' : 'paid later');
    customersOfSale(model, { ...sale, requestId: '' });
    model.reverseTaken(hold.bookingId, command.now);
    settleOffer(model, hold.bookingId);
    const names = sale.passengers.map(({ type, surname, given, birthDate, with: carrier }) => ({
      type,
      surname,
      given,
      birthDate,
      with: carrier,
    }));
    model.names.set(hold.bookingId, names);
    model.contacts.set(hold.bookingId, sale.contact);
    keepWishes(model, hold.bookingId, sale.contact.messages);
    model.everOn.set(hold.bookingId, new Set(hold.legs.map(({ flightId }) => flightId)));
    if (hold.state === 'HOLD') return made;
    // Who was paid late and has no seat gets one that came free meanwhile.
    model.freed.push(...hold.legs.filter(({ seats }) => seats.includes('over')));
    offerFreed(model, command.now);
    return { ...made, ...model.booking(hold.bookingId) };
  },
  'payments.renew'(model, { bookingId }: { bookingId: number }, { now }) {
    const booking = model.bookings.get(bookingId);
    const expiresAt = now + PAYMENT_GRACE_MS;
    if (booking?.state !== 'HOLD' || booking.payingSince === null || (booking.expiresAt ?? 0) >= expiresAt) return { renewed: false };
    model.write('payment.renewed', { ...booking, expiresAt, holdMs: expiresAt - booking.createdAt });
    return { renewed: true };
  },
  'payments.fail'(model, { bookingId, charges, final }: { bookingId: number; charges: FailedCharge[]; final: boolean }, { now }) {
    const hold = model.bookings.get(bookingId);
    const open = charges.filter(({ reference }) => model.payments.get(reference)?.state === 'PENDING');
    const since = hold?.payingSince ?? null;
    const attempt = open.some(({ reference }) => model.payments.get(reference)?.at === since);
    const live = hold?.state === 'HOLD' && (since === null ? final : attempt) ? hold : undefined;
    let keep = false;
    if (live) {
      const own = model.unpaid.get(bookingId) ?? 0;
      const once = live.tenderFailedAt === null ? now + model.settings.tenderMinutes * 60_000 : 0;
      const until = Math.min(Math.max(own, once), ...departures(model, live.legs));
      keep = !final && model.settings.tenderMinutes > 0 && until > now;
      if (keep) {
        const kept = open.flatMap(({ reference: charge, approvalCode }) =>
          approvalCode === null ? [] : [{ charge, approvalCode, amount: model.payments.get(charge)?.amount ?? 0 }],
        );
        const tenders = [...live.tenders, ...kept.map((one) => ({ kind: 'card' as const, ...one, voucher: null, refunded: 0 }))];
        const holdMs = until - live.createdAt;
        const after = { ...live, payingSince: null, tenderFailedAt: now, expiresAt: until, holdMs, tenders };
        model.write('payment.tenderFailed', after);
      } else {
        model.write('payment.failed', { ...live, state: 'PAYMENT_FAILED', payingSince: null, tenders: [] });
        model.reverseTaken(bookingId, now);
        settleOffer(model, bookingId);
      }
    }
    let reversalsDue = 0;
    for (const { reference, approvalCode, mayBeCharged } of open) {
      const payment = model.payments.get(reference);
      if (!payment) continue;
      if (keep && approvalCode !== null) Object.assign(payment, { state: 'TAKEN', approvalCode });
      else if (mayBeCharged) {
        reversalsDue++;
        model.reverse(reference, now);
      } else payment.state = 'DECLINED';
    }
    const taken = model.taken(bookingId).reduce((sum, [, { amount }]) => sum + amount, 0);
    const after = model.bookings.get(bookingId);
    return { reversalsDue, taken, until: after?.state === 'HOLD' ? after.expiresAt : null };
  },
  'bookings.cancelQuote'(model, { bookingId, toVoucher = false, waiver }: Input<'bookings.cancelQuote'>, { now, actor }) {
    const waived = waiver !== undefined;
    if (waived && actor.role !== 'supervisor') throw refused('ROLE_REQUIRED');
    const { booking, left, quotes } = cancellable(model, bookingId, now);
    const given = booking.legs.flatMap((leg) => givenUp(leg));
    const { percent, back, fee } = refundTerms(model, given, booking.legs, { now, waived });
    const refund = back - fee('cancelFee', booking.party.length, back);
    const made = {
      offerId: model.quotes.length + 1,
      kind: 'cancel' as const,
      bookingId,
      bookingVersion: booking.version,
      total: refund,
      validUntil: now + Math.min(OFFER_MS, left),
      ...{ toVoucher, waived },
    };
    model.quotes.push(made);
    model.write('booking.quoted', booking, refund);
    const { toVoucher: _, waived: __, ...told } = made;
    return { ...told, number: quotes.length + 1, percent, paid: booking.total };
  },
  'bookings.cancel'(model, { bookingId, offerId }: Input<'bookings.cancel'>, { now }) {
    const { booking } = cancellable(model, bookingId, now);
    const newest = standing(model, booking, offerId, 'cancel', now);
    const tenders = giveBack(model, bookingId, booking.tenders, newest.total, now, newest.toVoucher);
    const fees = booking.fees + booking.total - newest.total;
    const refunded = booking.refunded + newest.total;
    const cancelled = { ...booking, state: 'CANCELLED', refunded, fees, tenders } as const;
    return model.write('booking.cancelled', cancelled, newest.total, newest.waived ? ['waiver'] : undefined);
  },
};

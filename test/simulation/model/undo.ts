import { UNDO_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { blockedAnew, passBlocksAgain } from './blocks.ts';
import { claimKeys, isSeat, keysOfLeg } from './claim-keys.ts';
import { refused } from './expected.ts';
import { follow, onWays } from './follow.ts';
import { giveTo, refundsOf } from './give-back.ts';
import type { Commands, Leg, Model, ModelBooking, ModelCommand } from './model.ts';
import { isOpenLeft } from './open-left.ts';
import { priceOf } from './priced-leg.ts';
import { offerFreed } from './waitlist.ts';
import { carry, tooHeavy } from './weights.ts';
import { withoutThem } from './without-them.ts';

/** What can be taken back, by the last thing that the journal tells of a booking. */
const UNDONE = ['booking.confirmed', 'booking.cancelled', 'booking.changed', 'booking.reaccommodated'] as const;

const no = (problem: string) => refused('UNDO_REFUSED', { problem });

/** The flights that are to be sold again are as they were, and have not left. */
function fliesStill(model: Model, legs: readonly Leg[], now: number): void {
  const flights = model.flown(legs);
  if (flights.some((flight, at) => flight.cancelled || flight.destination !== legs[at]?.destination)) throw refused('FLIGHT_CANCELLED');
  if (flights.some(({ departs }) => departs <= now)) throw refused('FLIGHT_DEPARTED');
  if (!follow(onWays(flights, legs))) throw refused('CONNECTION_INVALID');
  const seats = model.seats(legs);
  if (seats.some(({ fact }) => !fact)) throw refused('SEAT_UNKNOWN');
  if (seats.some(({ fact, cabin }) => fact?.cabin !== cabin)) throw refused('SEAT_OTHER_CABIN');
}

/** What went back with the newest version can come again. */
function comesAgain(model: Model, { bookingId, version, tenders }: ModelBooking, now: number): void {
  const refunds = refundsOf(model, bookingId, version);
  const ofTender = (by: 'voucher' | 'account', which: string | null | undefined): number =>
    refunds.reduce((sum, { place, amount }) => sum + (tenders[place]?.[by] === which ? amount : 0), 0);
  for (const { id, place, called, issued } of refunds) {
    const job = model.jobs.find(({ subject }) => called !== null && subject === called);
    if (job && (job.state !== 'WAITING' || job.tries > 0 || job.notBefore <= now)) throw no('the card was refunded already');
    if (issued) throw no('a new voucher was issued for it');
    if (model.byHand.some((refund) => refund.id === id && refund.state === 'DONE')) throw no('the wallet was refunded already');
    const account = model.accounts.find(({ code }) => code === tenders[place]?.account);
    if (account && (!account.open || account.limit - account.balance < ofTender('account', account.code)))
      throw no('its account has no room for it');
    const voucher = model.vouchers.get(tenders[place]?.voucher ?? '');
    if (voucher && (voucher.balance < ofTender('voucher', voucher.number) || voucher.validUntil <= now))
      throw no('its voucher was used meanwhile');
  }
}

/** Each part of it has a counter-entry; a card that was not asked yet is not asked. How much came, and the tenders after it. */
function takeAgain(model: Model, { bookingId, version, tenders: given }: ModelBooking) {
  const tenders = given.map((tender) => ({ ...tender }));
  let back = 0;
  for (const { id, place, amount, called } of refundsOf(model, bookingId, version)) {
    const tender = tenders[place] as (typeof tenders)[number];
    tender.refunded -= amount;
    back += amount;
    const byHand = model.byHand.find((refund) => refund.id === id);
    if (byHand) {
      byHand.state = 'STOPPED';
      continue;
    }
    if (called === null) {
      model.refundsMade++;
      if (tender.account) model.owe(tender.account, amount);
      if (tender.voucher) model.spend(tender.voucher, amount);
      if (tender.kind === 'cash') model.moveCash(amount);
      continue;
    }
    Object.assign(model.refunds.get(called) ?? {}, { state: 'STOPPED' });
    Object.assign(model.jobs.find(({ subject }) => subject === called) ?? {}, { state: 'STOPPED' });
  }
  return { back, tenders };
}

function undoSale(model: Model, booking: ModelBooking, { now }: ModelCommand): ModelBooking {
  const without = withoutThem(model, booking.legs, 'carrier');
  const leaving = model.flown(booking.legs.filter((leg) => !without.has(leg)));
  if (leaving.some(({ departs }) => departs <= now)) throw refused('BOOKING_FLOWN');
  const shares = booking.tenders.map(({ amount: back }, at) => ({ at, back }));
  const tenders = giveTo(model, booking.bookingId, booking.tenders, shares, { now, notBefore: now });
  return model.write('booking.saleUndone', { ...booking, state: 'CANCELLED', refunded: booking.total, tenders }, booking.total);
}

function undoCancel(model: Model, booking: ModelBooking, { now }: ModelCommand): ModelBooking {
  const { legs, total } = booking;
  fliesStill(model, legs, now);
  for (const leg of legs) {
    for (const { seat, by } of model.seats([leg])) if (by || blockedAnew(model, leg.flightId, seat)) throw refused('SEAT_SOLD', { seat });
    const full = leg.seats.length > model.room(leg.flightId, leg.cabin) || !isOpenLeft(model, leg, keysOfLeg(booking, leg));
    if (full) throw refused('CABIN_FULL', { cabin: leg.cabin });
    const heavy = tooHeavy(model, leg.flightId, booking.party, [booking.bookingId]);
    if (heavy) throw heavy;
  }
  comesAgain(model, booking, now);
  const { back, tenders } = takeAgain(model, booking);
  const [fees, refunded] = [booking.fees - (total - back), booking.refunded - back];
  for (const leg of legs) passBlocksAgain(model, leg);
  return model.write('booking.cancelUndone', { ...booking, state: 'CONFIRMED', tenders, refunded, fees }, -back);
}

/** `asCarrierLeft`: what the carrier did to its flights waits for another answer then, whatever became of them. */
function undoChange(model: Model, booking: ModelBooking, { now }: ModelCommand, asCarrierLeft = false): ModelBooking {
  const { bookingId, desk, legs, version, party, total } = booking;
  const before = model.versions.findLast((kept) => kept.bookingId === bookingId && kept.version === version - 1);
  if (!before) throw new Error(`nobody knows what booking ${bookingId} was before its change`);
  // What was missed is missed again, whenever it left.
  const flown = before.legs.filter(({ missed }) => !missed);
  if (!asCarrierLeft) fliesStill(model, flown, now);
  comesAgain(model, booking, now);
  const [had, has] = [claimKeys(booking), claimKeys(before)];
  const taken = has.filter((key) => !had.includes(key));
  const isGone = (key: string): boolean => {
    const [flightId, seat = ''] = key.split(' ');
    return model.claims.has(key) || blockedAnew(model, Number(flightId), seat);
  };
  if (taken.some(isGone)) throw refused('SEAT_SOLD');
  // In each cabin of each flight: how many seats it has more than before, below 0 how many fewer.
  const more = new Map<string, number>();
  for (const [sign, all] of [
    [-1, legs],
    [1, before.legs],
  ] as const)
    for (const { flightId, cabin, seats } of all)
      more.set(`${flightId} ${cabin}`, (more.get(`${flightId} ${cabin}`) ?? 0) + sign * seats.length);
  for (const { flightId, cabin } of before.legs) {
    const needs = more.get(`${flightId} ${cabin}`) ?? 0;
    if (needs > Math.max(0, model.room(flightId, cabin))) throw refused('CABIN_FULL', { cabin });
    if (needs > 0 && !isOpenLeft(model, { flightId, cabin }, has)) throw refused('CABIN_FULL', { cabin });
  }
  carry(model, booking, before);
  const given = legs.flatMap((leg) => {
    const keys = keysOfLeg(booking, leg);
    const seats = leg.seats.filter((_, at) => !has.includes(keys[at] ?? ''));
    // Who gives a seat back, and has none again, gives up no other.
    const told = (more.get(`${leg.flightId} ${leg.cabin}`) ?? 0) < 0 ? seats : seats.filter(isSeat);
    return told.length === 0 ? [] : [{ ...leg, seats: told }];
  });

  model.versions.push({ bookingId, version, party, legs, total, names: model.names.get(bookingId) ?? [], tenders: booking.tenders.length });
  for (const leg of before.legs) passBlocksAgain(model, leg);
  for (const key of had) model.claims.delete(key);
  for (const key of has) model.claims.set(key, bookingId);
  for (const { flightId, cabin } of [...legs, ...before.legs]) {
    const key = `${flightId} ${cabin}`;
    const counter = model.counter(flightId, cabin);
    model.counters.set(key, { ...counter, sold: counter.sold + (more.get(key) ?? 0) });
    more.delete(key);
  }
  const counted = (all: readonly Pick<Leg, 'flightId' | 'cabin' | 'seats'>[]) =>
    all.map(({ flightId, cabin, seats }) => ({ flightId, cabin, seats, ...model.counter(flightId, cabin) }));
  const again = takeAgain(model, booking);
  const added = again.tenders.flatMap(({ amount, refunded }, at) => (at < before.tenders ? [] : [{ at, back: amount - refunded }]));
  const tenders = giveTo(model, bookingId, again.tenders, added, { now, notBefore: now });
  const back = added.reduce((sum, share) => sum + share.back, 0);
  const price = priceOf(before.legs);
  const after: ModelBooking = {
    ...booking,
    ...{ party: before.party, legs: before.legs, total: price, tenders, version: version + 1 },
    fees: tenders.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0) - price,
    refunded: booking.refunded + back - again.back,
    statuses: before.legs.map(({ seats }) => seats.map(() => 'HK' as const)),
  };
  model.bookings.set(bookingId, after);
  model.names.set(bookingId, before.names);
  model.freed.push(...given);
  if (given.length > 0) model.events.push(['booking.seatsGiven', bookingId, { bookingId, desk, amount: 0, legs: counted(given) }]);
  const moved = { bookingId, desk, amount: back - again.back, price, fees: after.fees, paid: 0 };
  model.events.push(['booking.changeUndone', bookingId, { ...moved, legs: counted(before.legs) }]);
  return after;
}

export const UNDO: Commands = {
  'bookings.undo'(model, { bookingId, version }: Input<'bookings.undo'>, command) {
    const booking = model.booking(bookingId);
    if (booking.version !== version) throw refused('OFFER_OUTDATED');
    const last = model.history.lastSteps.get(bookingId);
    const kind = UNDONE.find((type) => type === last?.type);
    if (!last || !kind) throw no('its last step cannot be taken back');
    if (last.desk !== command.actor.desk) throw no(`desk ${last.desk} made it`);
    if (kind !== 'booking.confirmed' && model.oversale.left(bookingId)) throw no('its passenger gave a seat up, or was denied boarding');
    if (last.at + UNDO_MS <= command.now) throw no('it is longer ago than a minute');
    const undo = { 'booking.confirmed': undoSale, 'booking.cancelled': undoCancel }[kind as string];
    const after = undo ? undo(model, booking, command) : undoChange(model, booking, command, kind === 'booking.reaccommodated');
    model.met.push(`of ${kind}`);
    // Who comes back without a seat gets one that came free meanwhile.
    model.freed.push(...(after.state === 'CONFIRMED' ? after.legs.filter(({ seats }) => seats.includes('over')) : []));
    offerFreed(model, command.now);
    return { ...model.booking(bookingId), passengers: model.names.get(bookingId) };
  },
};

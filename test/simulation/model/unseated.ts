import { DAY_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { SEATS } from '../world.ts';
import { bestAmong, likeAmong, takenOn } from './best-for.ts';
import { isFree, seatsOf } from './blocks.ts';
import { isSeat, keysOfLeg } from './claim-keys.ts';
import type { Leg, Model, ModelBooking } from './model.ts';
import { seatsLeft } from './open-left.ts';
import { sittingOn } from './sale-checks.ts';

const CABINS = ['F', 'J', 'W', 'Y'] as const;

export interface Aboard {
  readonly booking: ModelBooking;
  readonly leg: Leg;
}

/** Every booking that is held or sold on a flight, in the order of their numbers. */
export const aboard = (model: Model, flightId: number): Aboard[] =>
  [...model.bookings.values()]
    .filter(({ state }) => state === 'HOLD' || state === 'CONFIRMED')
    .sort((a, b) => a.bookingId - b.bookingId)
    .flatMap((booking) => {
      const leg = booking.legs.find((one) => one.flightId === flightId);
      return leg ? [{ booking, leg }] : [];
    });

/** How many passengers of a cabin have this in the place of a seat: `open` choose later, `over` were sold above the seats. */
export const withoutSeat = (model: Model, flightId: number, cabin: Cabin, what: 'open' | 'over'): number =>
  aboard(model, flightId).reduce((sum, { leg }) => sum + (leg.cabin === cabin ? leg.seats.filter((seat) => seat === what).length : 0), 0);

/** The cabins in which somebody has no seat, in the order of flights and cabins. */
export const oversoldCabins = (model: Model) =>
  [...model.flights.keys()]
    .sort((a, b) => a - b)
    .flatMap((flightId) => CABINS.filter((cabin) => withoutSeat(model, flightId, cabin, 'over') > 0).map((cabin) => ({ flightId, cabin })));

/** Who gets a seat first: who flies on within a day, then families, then as they were booked. */
function rank({ booking, leg }: Aboard): readonly number[] {
  const fliesOn = booking.legs.some(({ departsAt }) => departsAt >= leg.arrivesAt && departsAt - leg.arrivesAt < DAY_MS);
  const adults = sittingOn(booking.party, leg.segment).every(({ type }) => type === 'ADT');
  return [fliesOn ? 0 : 1, adults ? 1 : 0, booking.bookingId];
}
export const inOrder = (a: Aboard, b: Aboard): number => {
  const [one, other] = [rank(a), rank(b)];
  return one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

/** Some passengers of a leg get other seats, or none, and nothing else changes. What stood before is kept. */
function reseat(model: Model, { booking, leg }: Aboard, seats: ReadonlyMap<number, string>, what: 'seated' | 'unseated'): void {
  const { bookingId, desk, version, party, legs, total, fees, state, expiresAt } = booking;
  const names = model.names.get(bookingId) ?? [];
  model.versions.push({ bookingId, version, party, legs, total, names, tenders: booking.tenders.length });
  if (what === 'unseated' && state !== 'HOLD') model.history.unseatedOnce.add(bookingId);
  const gone = what === 'unseated' ? [...seats.keys()].map((at) => leg.seats[at] ?? '') : [];
  const lost = gone.length > 0 ? { lost: [...(leg.lost ?? []), ...gone] } : {};
  const after: Leg = { ...leg, ...lost, seats: leg.seats.map((seat, at) => seats.get(at) ?? seat) };
  const fareOf = model.soldAt.get(leg);
  if (fareOf) model.soldAt.set(after, fareOf);
  for (const key of keysOfLeg(booking, leg)) model.claims.delete(key);
  for (const key of keysOfLeg(booking, after)) model.claims.set(key, bookingId);
  const now = legs.map((one) => (one === leg ? after : one));
  model.bookings.set(bookingId, { ...booking, legs: now, version: version + 1 });
  const told = now.map((one) => ({
    ...{ flightId: one.flightId, cabin: one.cabin, seats: one.seats },
    ...model.counter(one.flightId, one.cabin),
  }));
  const about = what === 'unseated' ? { flightId: leg.flightId, cabin: leg.cabin } : {};
  const money = { amount: 0, price: total, fees, paid: 0 };
  const isHold = state === 'HOLD';
  model.events.push([
    `${isHold ? 'hold' : 'booking'}.${what}`,
    bookingId,
    { bookingId, desk, legs: told, ...money, ...about, ...(isHold ? { expiresAt } : {}) },
  ]);
  model.met.push(`${isHold ? 'hold' : 'booking'} ${what}`);
}

/** Who was sold above the seats of a cabin gets those that came free, a party as a whole or not at all. */
export function seatUnseated(model: Model, flightId: number, cabin: Cabin, now: number): void {
  const flight = model.flight(flightId);
  if (flight.cancelled || flight.departs <= now) return;
  const without = aboard(model, flightId).filter(({ leg }) => leg.cabin === cabin && leg.seats.includes('over'));
  for (const one of without.sort(inOrder)) {
    const { booking, leg } = one;
    if (booking.expiresAt !== null && booking.expiresAt <= now) continue;
    const free = seatsLeft(model, { flightId, cabin });
    if (free <= 0) return;
    const places = leg.seats.flatMap((seat, at) => (seat === 'over' ? [at] : []));
    const sitting = sittingOn(booking.party, leg.segment);
    const party = places.flatMap((at) => {
      const held = sitting[at];
      return held ? [{ ...held, infant: held.carries }] : [];
    });
    const seats = bestAmong(model, { flightId, cabin }, party, takenOn(model, flightId), free);
    if (!seats) model.met.push('party without a seat passed over');
    else reseat(model, one, new Map(places.map((place, at) => [place, seats[at] ?? ''])), 'seated');
  }
}

/** Whether a passenger of a cabin may stay in a seat: the aircraft sells it there, and it is in an exit row only for who sat in one. */
function mayStay(seat: string, cabin: Cabin, sold: string, now: string): boolean {
  const [before, after] = [SEATS[sold]?.[seat], SEATS[now]?.[seat]];
  return !isSeat(seat) || (after?.sellable === true && after.cabin === cabin && (!after.exit || before?.exit === true));
}

/**
 * A flight got another aircraft: who cannot stay in a seat gets another one, a party as a whole or not at all, and then those who choose later lose their
 * places where they are too many, the last first. Who booked after `lastBooking` did so for the other aircraft.
 */
export function seatOnOtherMap(model: Model, flightId: number, before: string, now: number, lastBooking = Number.MAX_SAFE_INTEGER): void {
  const flight = model.flight(flightId);
  if (flight.cancelled || flight.departs <= now) return;
  const here = aboard(model, flightId);
  // What somebody has lost is looked at on the desk for changes, also where all keep a seat.
  if (here.length > 0) model.queues.changed.set(flightId, now);
  const lasting = here.filter(({ booking: { expiresAt } }) => expiresAt === null || expiresAt > now).sort(inOrder);
  for (const one of lasting) {
    const { booking, leg } = one;
    const sold = booking.bookingId > lastBooking ? flight.map : before;
    const lose = leg.seats.flatMap((seat, at) => (mayStay(seat, leg.cabin, sold, flight.map) ? [] : [at]));
    if (lose.length === 0) continue;
    const given = likeAmong(model, { flightId, cabin: leg.cabin, before }, { booking, leg, lose });
    if (given) reseat(model, one, given, 'seated');
    else reseat(model, one, new Map(lose.map((at) => [at, 'over'])), 'unseated');
    model.met.push(given ? 'seat like the one that is gone' : 'no seat like those that are gone');
  }
  for (const cabin of CABINS) {
    const left = seatsOf(model, flightId, cabin).filter((seat) => isFree(model, flightId, seat)).length;
    const open = aboard(model, flightId).filter(({ leg }) => leg.cabin === cabin && leg.seats.includes('open'));
    let tooMany = withoutSeat(model, flightId, cabin, 'open') - left;
    for (const one of open.sort(inOrder).reverse()) {
      if (tooMany <= 0) break;
      const places = one.leg.seats.flatMap((seat, at): [number, string][] => (seat === 'open' ? [[at, 'over']] : []));
      tooMany -= places.length;
      reseat(model, one, new Map(places), 'unseated');
    }
  }
}

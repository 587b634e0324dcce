import { MINUTE_MS } from '../../../shared/instants.ts';
import type { WaitEnd, WaitState } from '../../../shared/methods/waitlist.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { CLOSE_MS } from '../world.ts';
import { bestFor } from './best-for.ts';
import { blockAgain } from './blocks.ts';
import { classRoom } from './class-room.ts';
import type { Model, ModelBooking, ModelFlight } from './model.ts';
import { pricedLeg, priceOf } from './priced-leg.ts';
import { seatUnseated } from './unseated.ts';
import { tooHeavy } from './weights.ts';

export interface FlightAndCabin {
  readonly flightId: number;
  readonly cabin: Cabin;
}

/** A party that waits, or waited. */
export interface ModelWait {
  readonly id: number;
  readonly flights: readonly number[];
  readonly cabin: Cabin;
  /** The letter of the booking class that it waits for; null: any. */
  readonly bookingClass: string | null;
  readonly party: readonly Omit<ModelBooking['party'][number], 'passenger'>[];
  /** Per adult, in minor units. */
  readonly fareLimit: number | null;
  readonly desk: string;
  phone: string;
  readonly joinedAt: number;
  /** When the last of its flights was to leave when it joined. */
  readonly leavesAt: number;
  state: WaitState;
  /** 2 comes before 1, and 1 before 0. */
  priority: number;
  offeredAt: number | null;
  hold: number | null;
  answeredAt: number | null;
  why: WaitEnd | '';
}

/** How long seats are held for who waited, and how long before departure nothing is offered any more: no step of a run changes it. */
const OFFER_HELD_MS = 15 * MINUTE_MS;
const CUT_OFF_MS = 60 * MINUTE_MS;

/** From when on nothing is offered. */
export const offersEnd = ({ departs }: ModelFlight): number => departs - Math.max(CUT_OFF_MS, CLOSE_MS);

/** What an event tells of a party. */
export function tellOf(model: Model, type: string, entry: ModelWait, flightId: number | null = null): void {
  const { id, flights, cabin, bookingClass, party, priority, desk, hold, why } = entry;
  const told = { entryId: id, flights, cabin, passengers: party.length, priority, desk, hold, flightId, why };
  model.events.push([
    type,
    null,
    {
      ...told,
      ...(bookingClass === null ? {} : { bookingClass }),
      ...(type === 'waitlist.joined' && priority === 2 ? { overrides: ['priority'] } : {}),
    },
  ]);
}

/** Who waits for a cabin, in the order in which seats are offered: priority first, then who came first. */
export const waitingFor = (model: Model, { flightId, cabin }: FlightAndCabin): ModelWait[] =>
  model.waits
    .filter((entry) => entry.state === 'WAITING' && entry.cabin === cabin && entry.flights.includes(flightId))
    .sort((a, b) => b.priority - a.priority || a.id - b.id);

/** Every cabin for which somebody waits, in the order of flights and cabins. */
export function waitedFor(model: Model): FlightAndCabin[] {
  const waiting = model.waits.filter(({ state }) => state === 'WAITING');
  const all = waiting.flatMap(({ flights, cabin }) => flights.map((flightId) => ({ flightId, cabin })));
  return all.sort((a, b) => a.flightId - b.flightId || (a.cabin < b.cabin ? -1 : 1));
}

const ENDS: Partial<Record<ModelBooking['state'], readonly [WaitState, WaitEnd]>> = {
  CONFIRMED: ['CLEARED', 'paid'],
  MERGED: ['CLEARED', 'paid'],
  EXPIRED: ['UNABLE', 'lapsed'],
  RELEASED: ['UNABLE', 'no'],
  PAYMENT_FAILED: ['UNABLE', 'unpaid'],
};

/** A hold ended, or was paid: so did the wait of the party that it was offered to. One that was paid too late was unable before. */
export function settleOffer(model: Model, bookingId: number): void {
  const entry = model.waits.find(({ hold }) => hold === bookingId);
  const booking = model.bookings.get(bookingId);
  if (!entry || !booking) return;
  const end = ENDS[booking.state];
  if (!end) throw new Error(`an offer is ${booking.state}`);
  [entry.state, entry.why] = end;
  model.met.push(`offer ${entry.why}`);
  tellOf(model, entry.state === 'CLEARED' ? 'waitlist.cleared' : 'waitlist.ended', entry, booking.legs[0]?.flightId ?? null);
}

/** What a supervisor sold although it was blocked is blocked again. Seats that came free go to who has none. What else gave way to a sale is blocked again, and the rest is offered to who waits for it. Returns the numbers of those who got an offer. */
export function offerFreed(model: Model, now: number): number[] {
  const told = model.freed.splice(0);
  // What a cabin gives back may be the weight that a party of another cabin lacked.
  const heavy = told.filter(({ flightId }) => (model.limits.get(flightId) ?? null) !== null);
  const freed = [...told, ...heavy.flatMap(({ flightId }) => (['F', 'J', 'W', 'Y'] as const).map((cabin) => ({ flightId, cabin })))];
  const first = freed.filter(
    ({ flightId, cabin }, at) => freed.findIndex((one) => one.flightId === flightId && one.cabin === cabin) === at,
  );
  return first.flatMap((place) => {
    blockAgain(model, place.flightId, place.cabin, now, 'override');
    seatUnseated(model, place.flightId, place.cabin, now);
    blockAgain(model, place.flightId, place.cabin, now, 'sold');
    return offerOn(model, place, now);
  });
}

/** The first that fits as a whole gets its seats, then the next that fits what is left. */
function offerOn(model: Model, place: FlightAndCabin, now: number): number[] {
  const flight = model.flight(place.flightId);
  if (flight.cancelled || now >= offersEnd(flight)) return [];
  return waitingFor(model, place).flatMap((entry) => (offer(model, flight, entry, now) ? [entry.id] : []));
}

/** What a party would have on a flight now, or why it has nothing: it does not fit, its class has no room, or it would pay more than it wants. */
function fitting(model: Model, flight: ModelFlight, { cabin, bookingClass, party, fareLimit }: ModelWait, now: number) {
  const seats = bestFor(model, { flightId: flight.id, cabin }, party);
  if (!seats) return undefined;
  if (tooHeavy(model, flight.id, party)) return 'offer too heavy';
  if (bookingClass !== null && classRoom(model, flight, cabin, bookingClass, now) < party.length) return 'offer of a closed class';
  const carries = (place: number) => party[place]?.infant === true;
  const leg = pricedLeg(model, { flight, cabin, seats, party, segment: 1, now, promoted: false, carries });
  return fareLimit !== null && leg.fare > fareLimit ? 'offer too dear' : leg;
}

/** A party that waits although seats could be offered to it now, and of which flight. */
export function leftWaiting(model: Model, now: number): readonly [entry: ModelWait, flightId: number] | undefined {
  for (const place of waitedFor(model)) {
    const flight = model.flight(place.flightId);
    if (flight.cancelled || now >= offersEnd(flight)) continue;
    const entry = waitingFor(model, place).find((one) => typeof fitting(model, flight, one, now) === 'object');
    if (entry) return [entry, flight.id];
  }
  return undefined;
}

function offer(model: Model, flight: ModelFlight, entry: ModelWait, now: number): boolean {
  const { bookingClass, party, desk } = entry;
  const leg = fitting(model, flight, entry, now);
  if (typeof leg === 'string') model.met.push(leg);
  if (typeof leg !== 'object') return false;
  const bookingId = model.bookings.size + (model.keptNumber === undefined ? 1 : 2);
  const expiresAt = Math.min(now + OFFER_HELD_MS, flight.departs - CLOSE_MS);
  const total = priceOf([leg]);
  const held = party.map((passenger, place) => ({ passenger: place + 1, ...passenger }));
  const fresh = { extended: false, payingSince: null, tenderFailedAt: null, tenders: [], refunded: 0, fees: 0, sale: null };
  const hold = { bookingId, state: 'HOLD', desk, party: held, legs: [leg], total, minorsBy: undefined } as const;
  model.write('hold.placed', { ...hold, createdAt: now, expiresAt, holdMs: expiresAt - now, ...fresh }, total);
  // The name and the telephone number that wait are what was typed for the sale.
  model.drafts.set(bookingId, { id: bookingId, desk, at: now });
  model.typed.set(bookingId, { phone: entry.phone, email: '' });
  Object.assign(entry, { state: 'OFFERED', offeredAt: now, hold: bookingId });
  model.met.push('offers', ...(bookingClass === null ? [] : ['offers of a class']));
  tellOf(model, 'waitlist.offered', entry, flight.id);
  return true;
}

import type { Input } from '../../../shared/contract.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { AUTHORISED, capacity, FLIGHTS, MAP_OF, SEATS, type WorldFlight } from '../world.ts';

/** As the engine is given it; the body is JSON. */
export type ModelCommand = { name: string; requestId: string | null; body: string; actor: { user: string; desk: string }; now: number };
export type ModelFlight = WorldFlight & { readonly map: string; readonly cancelled: boolean };
type Count = 'held' | 'sold' | null;
type Leg = Input<'holds.place'>['legs'][number];
/** The flight as it was when the seats were held. */
type ModelLeg = Leg & { readonly fare: number; readonly flight: ModelFlight };
type ModelTender = Pick<BookingView['tenders'][number], 'kind' | 'amount' | 'refunded'> & { readonly reference: string | null };
type Seen = 'bookingId' | 'state' | 'desk' | 'createdAt' | 'holdMs' | 'extended' | 'payingSince' | 'party' | 'total' | 'refunded';
export type ModelBooking = Pick<BookingView, Seen> & { expiresAt: number; legs: readonly ModelLeg[]; tenders: readonly ModelTender[] };

/** What a reply must be: fields that the value must hold, or the refusal and what its details must hold. */
export type Expected = { ok: true; value: unknown } | { ok: false; refusal: { code: RefusalCode; details: object } };
/** Thrown by a command, before it changes anything. */
export const no = (code: RefusalCode, details: object = {}): Expected => ({ ok: false, refusal: { code, details } });

function known<Row>(rows: ReadonlyMap<number, Row>, id: number, otherwise: RefusalCode): Row {
  const row = rows.get(id);
  if (row === undefined) throw no(otherwise);
  return row;
}

/** What the model keeps: plain maps, written from the rules of the design and sharing no code with what it foretells. */
export class ModelState {
  readonly flights = new Map<number, ModelFlight>();
  readonly counters = new Map<string, { authorised: number; held: number; sold: number }>();
  /** Who has a seat, by flight and seat. */
  readonly claims = new Map<string, number>();
  readonly bookings = new Map<number, ModelBooking>();
  /** Of the bookings, those that are holds. */
  readonly holds = new Set<ModelBooking>();
  readonly payments = new Map<string, { readonly bookingId: number; readonly amount: number; state: string; refund: number }>();
  readonly vouchers = new Set<string>();
  readonly quotes: { readonly quoteId: number; readonly bookingId: number; readonly refund: number; readonly validUntil: number }[] = [];
  readonly replies = new Map<string, { readonly asked: string; readonly at: number; readonly expected: Expected }>();
  readonly staged = new Map<string, readonly Omit<ModelFlight, 'id' | 'strategy' | 'cancelled'>[]>();
  holdMinutes = 5;
  generation = 0;
  /** Type and booking of each event that the command under way writes. */
  events: [type: string, bookingId: number | null][] = [];

  constructor() {
    for (const flight of FLIGHTS) this.flights.set(flight.id, { ...flight, map: MAP_OF[flight.equipment] ?? '', cancelled: false });
    for (const { flight, cabin, authorised } of AUTHORISED) this.counters.set(`${flight} ${cabin}`, { authorised, held: 0, sold: 0 });
  }

  booking = (bookingId: number): ModelBooking => known(this.bookings, bookingId, 'BOOKING_UNKNOWN');
  flight = (flightId: number): ModelFlight => known(this.flights, flightId, 'FLIGHT_UNKNOWN');

  /** Legs with their flights and the facts of all seats, as the schedule says now. */
  flown(legs: readonly Leg[]) {
    const flights = legs.map((leg) => ({ ...leg, flight: this.flight(leg.flightId) }));
    return flights.map((leg) => ({ ...leg, facts: SEATS[leg.flight.map] ?? {} }));
  }

  counter({ id, map }: ModelFlight, cabin: Cabin) {
    return this.counters.get(`${id} ${cabin}`) ?? { authorised: capacity(map, cabin), held: 0, sold: 0 };
  }

  /** What one seat costs: whole numbers throughout, rounded half up where the design says so. */
  fare(flight: ModelFlight, cabin: Cabin): number {
    if (flight.strategy === 'fixed') return { F: 30_000, J: 20_000, W: 15_000, Y: 10_000 }[cabin];
    const base = Math.floor((flight.fare * { F: 8, J: 5, W: 3, Y: 2 }[cabin] + 1) / 2);
    const { authorised, held, sold } = this.counter(flight, cabin);
    const taken = Math.min(held + sold, authorised);
    return authorised === 0 ? base : Math.floor((base * (2 * authorised + taken) + authorised) / (2 * authorised));
  }

  /** Ends every hold whose time is up, the earliest first. */
  expire(now: number): void {
    const due = [...this.holds].filter((hold) => hold.expiresAt <= now);
    due.sort((a, b) => a.expiresAt - b.expiresAt || a.bookingId - b.bookingId);
    for (const hold of due) this.turn(hold, 'EXPIRED', 'hold.expired', 'held', null);
  }

  /** A booking becomes something, and its seats go from one count to another; those that go to none are free. */
  turn(booking: ModelBooking, state: BookingView['state'], event: string, from: Count, to: Count): object {
    Object.assign(booking, { state, payingSince: null });
    this.holds.delete(booking);
    if (state === 'HOLD') this.holds.add(booking);
    for (const { flightId, cabin, seats, flight } of booking.legs) {
      const counter = this.counter(flight, cabin);
      if (from) counter[from] -= seats.length;
      if (to) counter[to] += seats.length;
      this.counters.set(`${flightId} ${cabin}`, counter);
      for (const seat of seats) this.claims.delete(`${flightId} ${seat}`);
      if (to) for (const seat of seats) this.claims.set(`${flightId} ${seat}`, booking.bookingId);
    }
    return this.tell(event, booking);
  }

  /** Writes an event; returns what the reply must show of its booking. */
  tell(event: string, booking: ModelBooking): object {
    this.events.push([event, booking.bookingId]);
    return this.view(booking);
  }

  /** A hold with which this desk may go on. */
  hold(bookingId: number, { actor }: ModelCommand, whilePaying = false): ModelBooking {
    const hold = this.booking(bookingId);
    const { state, desk, payingSince } = hold;
    if (state === 'HOLD' && desk !== actor.desk) throw no('HOLD_OF_OTHER_DESK', { desk });
    if (state === 'EXPIRED') throw no('HOLD_EXPIRED');
    if (state !== 'HOLD') throw no('HOLD_ENDED', { state });
    if (payingSince !== null && !whilePaying) throw no('PAYMENT_UNDER_WAY');
    return hold;
  }

  view({ party: _party, legs, tenders, ...booking }: ModelBooking): object {
    const booked = legs.map(({ flightId, cabin, seats, fare }) => ({ flightId, cabin, seats, fare }));
    return { ...booking, legs: booked, tenders: tenders.map(({ kind, amount, refunded }) => ({ kind, amount, refunded })) };
  }
}

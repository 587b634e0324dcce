import type { BookingState } from '../../../shared/methods/booking-view.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { ABROAD, AUTHORISED, CHANGE_MINUTES, FLIGHTS, MAP_OF, SEATS, type WorldFlight } from '../world.ts';

/** What the model keeps: plain maps, written from the rules of the design and sharing no code with what it foretells. */
export interface ModelFlight extends Omit<WorldFlight, 'strategy'> {
  readonly map: string;
  readonly strategy: string;
  readonly cancelled: boolean;
}

export interface ModelLeg {
  readonly flightId: number;
  readonly cabin: Cabin;
  readonly seats: readonly string[];
  readonly fare: number;
  readonly departsAt: number;
  readonly destination: string;
  readonly equipment: string;
  readonly day: number;
}

export interface ModelTender {
  readonly kind: 'cash' | 'card' | 'voucher';
  readonly amount: number;
  readonly voucher: string | null;
  readonly reference: string | null;
  refunded: number;
}

export interface ModelBooking {
  readonly bookingId: number;
  state: BookingState;
  readonly desk: string;
  readonly createdAt: number;
  expiresAt: number;
  holdMs: number;
  extended: boolean;
  payingSince: number | null;
  readonly party: readonly { readonly type: string; readonly assistance: boolean }[];
  readonly legs: readonly ModelLeg[];
  readonly total: number;
  tenders: readonly ModelTender[];
  refunded: number;
}

export interface ModelPayment {
  readonly bookingId: number;
  readonly amount: number;
  state: 'PENDING' | 'APPROVED' | 'DECLINED' | 'REFUND_DUE' | 'REFUNDED';
  refund: number;
}

export interface ModelQuote {
  readonly quoteId: number;
  readonly bookingId: number;
  readonly number: number;
  readonly percent: number;
  readonly refund: number;
  readonly validUntil: number;
}

/** What a reply must be: fields that the value must hold, or the refusal and what its details must hold. */
export type Expected =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly refusal: { readonly code: RefusalCode; readonly details: object } };

export const yes = (value: object): Expected => ({ ok: true, value });
export const no = (code: RefusalCode, details: object = {}): Expected => ({ ok: false, refusal: { code, details } });

export interface Asker {
  readonly user: string;
  readonly desk: string;
}

export class ModelState {
  readonly flights = new Map<number, ModelFlight>();
  readonly counters = new Map<string, { authorised: number; held: number; sold: number }>();
  /** Who has a seat, by flight and seat. */
  readonly claims = new Map<string, number>();
  readonly bookings = new Map<number, ModelBooking>();
  /** Of the bookings, those that are holds. */
  readonly holds = new Set<ModelBooking>();
  readonly payments = new Map<string, ModelPayment>();
  readonly vouchers = new Set<string>();
  readonly quotes: ModelQuote[] = [];
  holdMinutes = 5;
  generation = 0;
  /** Type and booking of each event that the command under way writes. */
  events: [type: string, bookingId: number | null][] = [];

  constructor() {
    for (const flight of FLIGHTS) this.flights.set(flight.id, { ...flight, map: MAP_OF[flight.equipment] ?? '', cancelled: false });
    for (const { flight, cabin, authorised } of AUTHORISED) this.counters.set(`${flight} ${cabin}`, { authorised, held: 0, sold: 0 });
  }

  capacity(map: string, cabin: Cabin): number {
    return Object.values(SEATS[map] ?? {}).filter((seat) => seat.sellable && seat.cabin === cabin).length;
  }

  counter(flight: ModelFlight, cabin: Cabin) {
    const key = `${flight.id} ${cabin}`;
    return this.counters.get(key) ?? { authorised: this.capacity(flight.map, cabin), held: 0, sold: 0 };
  }

  /** What one seat costs: whole numbers throughout, rounded half up where the design says so. */
  fare(flight: ModelFlight, cabin: Cabin): number {
    if (flight.strategy === 'fixed') return { F: 30_000, J: 20_000, W: 15_000, Y: 10_000 }[cabin];
    const base = Math.floor((flight.fare * { F: 8, J: 5, W: 3, Y: 2 }[cabin] + 1) / 2);
    const { authorised, held, sold } = this.counter(flight, cabin);
    const taken = Math.min(held + sold, authorised);
    return authorised === 0 ? base : Math.floor((base * (2 * authorised + taken) + authorised) / (2 * authorised));
  }

  /** Whether the second flight leaves from where the first arrives, late enough. */
  connects(before: ModelFlight, next: ModelFlight): boolean {
    const abroad = [before.origin, before.destination, next.destination].some((airport) => ABROAD.has(airport));
    const minutes = abroad ? CHANGE_MINUTES.international : CHANGE_MINUTES.domestic;
    return before.destination === next.origin && next.departs - before.arrives >= minutes * 60_000;
  }

  /** Takes the seats of a booking off its flights, and off the count of those held or sold. */
  free(booking: ModelBooking, from: 'held' | 'sold'): void {
    for (const leg of booking.legs) {
      for (const seat of leg.seats) this.claims.delete(`${leg.flightId} ${seat}`);
      const counter = this.counters.get(`${leg.flightId} ${leg.cabin}`);
      if (counter) counter[from] -= leg.seats.length;
    }
  }

  /** Ends every hold whose time is up, the earliest first. */
  expire(now: number): void {
    const due = [...this.holds].filter((hold) => hold.expiresAt <= now);
    for (const hold of due.sort((a, b) => a.expiresAt - b.expiresAt || a.bookingId - b.bookingId)) {
      this.end(hold, 'EXPIRED');
      this.free(hold, 'held');
      this.events.push(['hold.expired', hold.bookingId]);
    }
  }

  end(booking: ModelBooking, as: BookingState): void {
    booking.state = as;
    booking.payingSince = null;
    this.holds.delete(booking);
  }

  /** Why nobody, or not this desk, may go on with a hold. */
  holdRefused(booking: ModelBooking | undefined, asker: Asker, whilePaying = false): Expected | undefined {
    if (!booking) return no('BOOKING_UNKNOWN');
    if (booking.state === 'HOLD' && booking.desk !== asker.desk) return no('HOLD_OF_OTHER_DESK', { desk: booking.desk });
    if (booking.state === 'EXPIRED') return no('HOLD_EXPIRED');
    if (booking.state !== 'HOLD') return no('HOLD_ENDED', { state: booking.state });
    if (booking.payingSince !== null && !whilePaying) return no('PAYMENT_UNDER_WAY');
    return undefined;
  }

  view(booking: ModelBooking): object {
    const { bookingId, state, desk, createdAt, expiresAt, holdMs, extended, payingSince, total, refunded } = booking;
    const legs = booking.legs.map(({ flightId, cabin, seats, fare }) => ({ flightId, cabin, seats, fare }));
    const tenders = booking.tenders.map((tender) => ({ kind: tender.kind, amount: tender.amount, refunded: tender.refunded }));
    return { bookingId, state, desk, createdAt, expiresAt, holdMs, extended, payingSince, legs, tenders, total, refunded };
  }
}

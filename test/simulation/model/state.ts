import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { AUTHORISED, capacity, FLIGHTS, MAP_OF, type WorldFlight } from '../world.ts';

export type ModelFlight = WorldFlight & { readonly map: string; readonly cancelled: boolean };
export type ModelLeg = Pick<BookedLeg, 'flightId' | 'cabin' | 'seats' | 'fare' | 'departsAt' | 'destination'> & { readonly day: number };
export type ModelTender = Pick<BookingView['tenders'][number], 'kind' | 'amount' | 'refunded'> & { readonly reference: string | null };
type Seen = 'bookingId' | 'state' | 'desk' | 'createdAt' | 'holdMs' | 'extended' | 'payingSince' | 'party' | 'total' | 'refunded';
export type ModelBooking = Pick<BookingView, Seen> & { expiresAt: number; legs: readonly ModelLeg[]; tenders: readonly ModelTender[] };
export type PaymentState = 'PENDING' | 'APPROVED' | 'DECLINED' | 'REFUND_DUE' | 'REFUNDED';

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

/** What the model keeps: plain maps, written from the rules of the design and sharing no code with what it foretells. */
export class ModelState {
  readonly flights = new Map<number, ModelFlight>();
  readonly counters = new Map<string, { authorised: number; held: number; sold: number }>();
  /** Who has a seat, by flight and seat. */
  readonly claims = new Map<string, number>();
  readonly bookings = new Map<number, ModelBooking>();
  /** Of the bookings, those that are holds. */
  readonly holds = new Set<ModelBooking>();
  readonly payments = new Map<string, { readonly bookingId: number; readonly amount: number; state: PaymentState; refund: number }>();
  readonly vouchers = new Set<string>();
  readonly quotes: { readonly quoteId: number; readonly bookingId: number; readonly refund: number; readonly validUntil: number }[] = [];
  holdMinutes = 5;
  generation = 0;
  /** Type and booking of each event that the command under way writes. */
  events: [type: string, bookingId: number | null][] = [];

  constructor() {
    for (const flight of FLIGHTS) this.flights.set(flight.id, { ...flight, map: MAP_OF[flight.equipment] ?? '', cancelled: false });
    for (const { flight, cabin, authorised } of AUTHORISED) this.counters.set(`${flight} ${cabin}`, { authorised, held: 0, sold: 0 });
  }

  counter(flight: ModelFlight, cabin: Cabin) {
    return this.counters.get(`${flight.id} ${cabin}`) ?? { authorised: capacity(flight.map, cabin), held: 0, sold: 0 };
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
    for (const hold of due) this.end(hold, 'EXPIRED', 'hold.expired', 'held');
  }

  /** A booking becomes something else. `frees`: its seats go back, off the count of those held or sold. */
  end(booking: ModelBooking, state: BookingView['state'], event: string, frees?: 'held' | 'sold'): void {
    Object.assign(booking, { state, payingSince: null });
    this.holds.delete(booking);
    this.events.push([event, booking.bookingId]);
    for (const { flightId, cabin, seats } of frees ? booking.legs : []) {
      for (const seat of seats) this.claims.delete(`${flightId} ${seat}`);
      const counter = this.counters.get(`${flightId} ${cabin}`);
      if (counter && frees) counter[frees] -= seats.length;
    }
  }

  /** Why nobody, or not this desk, may go on with a hold. */
  holdRefused(booking: ModelBooking | undefined, asker: Asker, whilePaying = false): Expected | undefined {
    if (!booking) return no('BOOKING_UNKNOWN');
    if (booking.state === 'HOLD' && booking.desk !== asker.desk) return no('HOLD_OF_OTHER_DESK', { desk: booking.desk });
    if (booking.state === 'EXPIRED') return no('HOLD_EXPIRED');
    if (booking.state !== 'HOLD') return no('HOLD_ENDED', { state: booking.state });
    return booking.payingSince !== null && !whilePaying ? no('PAYMENT_UNDER_WAY') : undefined;
  }

  view({ party: _party, legs, tenders, ...booking }: ModelBooking): object {
    return {
      ...booking,
      legs: legs.map(({ flightId, cabin, seats, fare }) => ({ flightId, cabin, seats, fare })),
      tenders: tenders.map(({ kind, amount, refunded }) => ({ kind, amount, refunded })),
    };
  }
}

import type { Output } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { CHANGE_SHOWN_MS } from '../stores/loads-store.ts';

export type SeatMapAnswer = Output<'flights.seatMap'>;

/** Why a seat is not free. `here` is told by the name of the desk, so that a hold moves when the desk's name does. */
export interface SeatClaim {
  readonly state: 'held' | 'sold';
  readonly desk: string;
  readonly until: number | null;
  readonly locator: string;
}

/** What happened to seats of a flight just now, newest first, for the live mark and the list of last changes. */
export interface SeatChange {
  readonly event: number;
  readonly at: number;
  readonly seats: readonly string[];
  readonly what: 'held' | 'sold' | 'released' | 'expired' | 'cancelled' | 'payment failed';
  readonly desk: string;
  readonly locator: string;
}

export interface FlightSeats {
  readonly answer: SeatMapAnswer;
  readonly claims: Readonly<Record<string, SeatClaim>>;
  /** The newest event that is in `claims`. */
  readonly version: number;
  readonly changes: readonly SeatChange[];
}

const CHANGES_KEPT = 8;

export function fromAnswer(answer: SeatMapAnswer, before?: FlightSeats): FlightSeats {
  const claims: Record<string, SeatClaim> = {};
  for (const taken of answer.taken) {
    const state = taken.state === 'sold' ? 'sold' : 'held';
    claims[taken.seat] = { state, desk: taken.desk ?? '', until: taken.until, locator: taken.locator ?? '' };
  }
  return { answer, claims, version: answer.version, changes: before?.changes ?? [] };
}

const WHAT: Partial<Record<JournalEvent['type'], SeatChange['what']>> = {
  'hold.placed': 'held',
  'hold.released': 'released',
  'hold.expired': 'expired',
  'payment.failed': 'payment failed',
  'booking.confirmed': 'sold',
  'booking.cancelled': 'cancelled',
};

/**
 * The seats after an event. Returns the very same object when the event is older than what is known or moves no seat of
 * this flight, and keeps the claim objects of all other seats, so that only the cells concerned draw again.
 */
export function applySeatEvent(seats: FlightSeats, event: JournalEvent): FlightSeats {
  if (event.event <= seats.version) return seats;
  if (event.type === 'flight.strategy') {
    if (event.data.flightId !== seats.answer.flight.flightId) return seats;
    const strategy = event.data.after === 'demand' ? 'demand' : 'fixed';
    return { ...seats, answer: { ...seats.answer, strategy }, version: event.event };
  }
  if (!('legs' in event.data)) return seats;
  const { locator, desk, expiresAt } = event.data;
  // An extension or a payment under way moves no seat; it moves the deadline of those that the hold has already.
  const moved =
    event.type === 'hold.extended' || event.type === 'payment.begun'
      ? Object.keys(seats.claims).filter((seat) => seats.claims[seat]?.locator === locator)
      : event.data.legs.filter((leg) => leg.flightId === seats.answer.flight.flightId).flatMap((leg) => leg.seats);
  if (moved.length === 0) return seats;

  const claims = { ...seats.claims };
  for (const seat of moved) {
    switch (event.type) {
      case 'hold.placed':
      case 'hold.extended':
      case 'payment.begun':
        claims[seat] = { state: 'held', desk, until: expiresAt, locator };
        break;
      case 'booking.confirmed':
        claims[seat] = { state: 'sold', desk, until: null, locator };
        break;
      case 'hold.released':
      case 'hold.expired':
      case 'payment.failed':
      case 'booking.cancelled':
        delete claims[seat];
        break;
      // A quote or a refund by itself moves no seat.
      case 'booking.quoted':
      case 'payment.refunded':
        break;
    }
  }
  const what = WHAT[event.type];
  const change = what && { event: event.event, at: event.at, seats: moved, what, desk: event.desk === '-' ? desk : event.desk, locator };
  return {
    ...seats,
    claims,
    version: event.event,
    changes: change ? [change, ...seats.changes].slice(0, CHANGES_KEPT) : seats.changes,
  };
}

/** When another desk moved this seat last, or undefined; what this desk did itself needs no mark. */
export function changedElsewhere(seats: FlightSeats, seat: string, ownDesk: string): SeatChange | undefined {
  return seats.changes.find((change) => change.desk !== ownDesk && change.seats.includes(seat));
}

export const isFresh = (change: SeatChange, now: number): boolean => !isDue(instant(change.at + CHANGE_SHOWN_MS), instant(now));

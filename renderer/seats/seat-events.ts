import { assertNever } from '../../shared/assert.ts';
import type { Output } from '../../shared/contract.ts';
import type { SeatEffect } from '../../shared/event-effect.ts';
import { bookingEffect, type EventAbout, isAbout } from '../../shared/event-effects.ts';
import type { BookingMoved } from '../../shared/events/booking-moved.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { instant, isDue } from '../../shared/instants.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { seatNames } from '../../shared/open-seat.ts';
import { BLOCK_CODES, type BlockCode } from '../../shared/seat-blocks.ts';
import { CHANGE_SHOWN_MS } from '../stores/loads-store.ts';

export type SeatMapAnswer = Output<'flights.seatMap'>;

/** Why a seat is not free. Whether a hold is of this desk is found by comparing `desk` with the name of this desk. */
export interface SeatClaim {
  readonly state: 'held' | 'sold' | 'blocked';
  /** Empty for a blocked seat. */
  readonly desk: string;
  readonly until: number | null;
  readonly locator: string;
  /** Why a seat is blocked, the most severe first. */
  readonly blocks?: readonly BlockOfSeat[];
}
export type BlockOfSeat = NonNullable<SeatMapAnswer['taken'][number]['blocks']>[number];

/** What happened to seats of a flight just now, newest first, for the live mark and the list of last changes. */
export interface SeatChange {
  readonly event: number;
  readonly at: number;
  readonly seats: readonly string[];
  readonly what: 'held' | 'sold' | 'released' | 'expired' | 'cancelled' | 'payment failed' | 'blocked' | 'freed';
  /** Of blocked and freed seats: why. */
  readonly code?: BlockCode;
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
    const state = taken.state === 'sold' || taken.state === 'blocked' ? taken.state : 'held';
    const claim: SeatClaim = { state, desk: taken.desk ?? '', until: taken.until, locator: taken.locator ?? '' };
    claims[taken.seat] = taken.blocks ? { ...claim, blocks: taken.blocks } : claim;
  }
  return { answer, claims, version: answer.version, changes: before?.changes ?? [] };
}

/** What is told of the seats of a booking that has come into a state. */
const WHAT: Readonly<Record<BookingState, SeatChange['what']>> = {
  HOLD: 'held',
  RELEASED: 'released',
  EXPIRED: 'expired',
  PAYMENT_FAILED: 'payment failed',
  CONFIRMED: 'sold',
  CANCELLED: 'cancelled',
  MERGED: 'sold',
};

/** Why a seat is not free after an event that names it; undefined when it is free. */
function claimAfter(effect: Exclude<SeatEffect, 'none'>, { desk, expiresAt, locator }: BookingMoved): SeatClaim | undefined {
  switch (effect) {
    case 'hold':
    case 'keep':
    case 'pass':
      return { state: 'held', desk, until: expiresAt, locator };
    case 'change':
      return { state: expiresAt === null ? 'sold' : 'held', desk, until: expiresAt, locator };
    case 'sell':
      return { state: 'sold', desk, until: null, locator };
    case 'release':
    case 'cancel':
    case 'give':
      return undefined;
    default:
      return assertNever(effect);
  }
}

/**
 * The seats after an event. Returns the very same object when the event is older than what is known or moves no seat of
 * this flight, and keeps the claim objects of all other seats, so that only the cells concerned draw again.
 */
export function applySeatEvent(seats: FlightSeats, event: JournalEvent): FlightSeats {
  if (event.event <= seats.version) return seats;
  const { flightId } = seats.answer.flight;
  // Another policy may price the flight now. What follows the version asks for the price again.
  if (isAbout(event, 'pricing')) return mayPrice(event, seats.answer.flight) ? { ...seats, version: event.event } : seats;
  if (isAbout(event, 'cabin')) return applyBlock(seats, event);
  if (!isAbout(event, 'booking')) return seats;
  const effect = bookingEffect(event.type);
  const moved = seatNames(event.data.legs.filter((leg) => leg.flightId === flightId).flatMap((leg) => leg.seats));
  if (effect.seats === 'none' || moved.length === 0) return seats;

  const { desk, locator } = event.data;
  const claims = { ...seats.claims };
  const claim = claimAfter(effect.seats, event.data);
  for (const seat of moved) {
    if (claim) claims[seat] = claim;
    else delete claims[seat];
  }
  const what = effect.state && WHAT[effect.state.to];
  const change = what && { event: event.event, at: event.at, seats: moved, what, desk: event.desk === '-' ? desk : event.desk, locator };
  return {
    ...seats,
    claims,
    version: event.event,
    changes: change ? [change, ...seats.changes].slice(0, CHANGES_KEPT) : seats.changes,
  };
}

/** Seats that were blocked or freed. What a person remarked of them is in no event, so what follows the version asks for it. */
function applyBlock(seats: FlightSeats, event: EventAbout<'cabin'>): FlightSeats {
  if (event.type === 'cabin.authorised' || event.data.flightId !== seats.answer.flight.flightId) return seats;
  const { code, seats: named } = event.data;
  const claims = { ...seats.claims };
  for (const seat of named) {
    const left = (claims[seat]?.blocks ?? []).filter((block) => block.code !== code);
    const blocks = event.type === 'seats.blocked' ? worstFirst([...left, { code, remark: '', until: event.data.until }]) : left;
    if (blocks.length > 0) claims[seat] = { state: 'blocked', desk: '', until: null, locator: '', blocks };
    else delete claims[seat];
  }
  const what = event.type === 'seats.blocked' ? 'blocked' : 'freed';
  const change: SeatChange = { event: event.event, at: event.at, seats: named, what, code, desk: event.desk, locator: '' };
  return { ...seats, claims, version: event.event, changes: [change, ...seats.changes].slice(0, CHANGES_KEPT) };
}

const worstFirst = (blocks: readonly BlockOfSeat[]): BlockOfSeat[] =>
  blocks.toSorted((a, b) => BLOCK_CODES.indexOf(a.code) - BLOCK_CODES.indexOf(b.code));

/** Whether an event changed which seats of a flight are blocked. */
export const movesBlocks = (event: JournalEvent, flightId: number): boolean =>
  isAbout(event, 'cabin') && event.type !== 'cabin.authorised' && event.data.flightId === flightId;

/** When another desk moved this seat last, or undefined; what this desk did itself needs no mark. */
export function changedElsewhere(seats: FlightSeats, seat: string, ownDesk: string): SeatChange | undefined {
  return seats.changes.find((change) => change.desk !== ownDesk && change.seats.includes(seat));
}

type PricingEvent = EventAbout<'pricing'>;

/** Whether an event may change what prices a flight: its own policy, that of its route, or that of the network. */
export function mayPrice(
  { type, data }: PricingEvent,
  { flightId, origin, destination }: Pick<FlightSummary, 'flightId' | 'origin' | 'destination'>,
): boolean {
  if (type === 'policy.turned' || type === 'competitor.read' || data.scope === 'network') return true;
  return data.scope === 'flight' ? data.flightId === flightId : data.origin === origin && data.destination === destination;
}

export const isFresh = (change: SeatChange, now: number): boolean => !isDue(instant(change.at + CHANGE_SHOWN_MS), instant(now));

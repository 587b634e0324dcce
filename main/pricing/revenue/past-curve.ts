import { DAY_MS } from '../../../shared/instants.ts';
import { cleanCurves } from './clean-curves.ts';
import { onBooksBefore, type SeatsMoved } from './seats-moved.ts';

/** Booking curves are kept from so many days before departure on. Farther out the means of few seats tell nothing. */
export const PAST_DAYS = 120;
const EVERY_DAY = Array.from({ length: PAST_DAYS + 1 }, (_, before) => before);

/** How one cabin of a past departure filled. */
export interface PastCurve {
  /** Days since 1 January 1970, in the calendar of the departure airport. */
  readonly departureDay: number;
  /** Seats that it could sell: curves of a small and a large aircraft are compared by their share of it. */
  readonly seats: number;
  /** Seats on the books by whole days before departure, 0 to PAST_DAYS. */
  readonly onBooks: Uint16Array;
}

export interface PastDeparture {
  readonly departureDay: number;
  readonly departsAt: number;
  readonly seats: number;
  readonly moved: readonly SeatsMoved[];
}

/**
 * The curves of past departures of one route, cleaned. They are worked out from sales, so no night is missing. A night on which most flights
 * stood twice as high as on the nights around it, such as after a sale that was entered twice and taken back, is halved by cleanCurves.
 * A cabin of which nobody ever bought a seat was not on sale, and says nothing of those that are.
 */
export function pastCurves(departures: readonly PastDeparture[]): readonly PastCurve[] {
  const told = departures.filter(({ seats, moved }) => seats > 0 && moved.length > 0);
  const dirty = told.map(({ departureDay, departsAt, moved }) => ({
    departureDay,
    onBooks: onBooksBefore(moved, departsAt, departsAt, EVERY_DAY),
  }));
  return cleanCurves(dirty).curves.map(({ departureDay, onBooks }, place) => ({
    departureDay,
    seats: told[place]?.seats ?? 1,
    onBooks: Uint16Array.from(onBooks, (seats) => seats ?? 0),
  }));
}

/** The share of its seats that a past flight had on the books, 0 to 1 and part of a day before departure, in a straight line between whole days. */
export function shareBefore({ onBooks, seats }: PastCurve, daysBefore: number): number {
  const later = Math.floor(daysBefore);
  const after = onBooks[later] ?? 0;
  const before = onBooks[later + 1] ?? after;
  return (after + (before - after) * (daysBefore - later)) / seats;
}

/** Days before departure of a flight that leaves at `departsAt`, with the part of a day, 0 or more. */
export const daysUntil = (departsAt: number, now: number): number => Math.max(0, departsAt - now) / DAY_MS;

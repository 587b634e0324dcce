import type { ReadDatabase } from '../database.ts';
import { OF_BOOKINGS } from './claims-table.ts';
import { FLIGHT_IDS, FLIGHTS_AT_ONCE } from './flights-table.ts';

/** A seat that is sold, and when it was. `seat`: as the claim has it, which may be without a seat. */
export interface SoldSeat {
  readonly flight_id: number;
  readonly seat: string;
  readonly sold_at: number;
}

/** A sale that was cancelled later. `legs`: JSON of BookingView.legs. */
export interface CancelledSale {
  readonly flight_id: number;
  readonly sold_at: number;
  readonly gone_at: number;
  readonly legs: string;
}

export const SOLD_SEATS = `SELECT c.flight_id, c.seat, b.sold_at FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (${FLIGHT_IDS}) AND c.kind ${OF_BOOKINGS} AND b.state = 'CONFIRMED'`;

export const CANCELLED_SALES = `SELECT l.flight_id, b.sold_at, b.legs,
    (SELECT max(j.at) FROM journal j WHERE j.booking_id = b.id AND j.type = 'booking.cancelled') AS gone_at
  FROM booking_legs l JOIN bookings b ON b.id = l.booking_id WHERE l.flight_id IN (${FLIGHT_IDS}) AND b.state = 'CANCELLED'`;

/**
 * Everything that was ever sold on some flights, at most FLIGHTS_AT_ONCE, in any order. Claims and bookings are the cheapest source that is
 * true: a flight's claims stand together, and the journal is asked only for the moments of cancellations. It costs about 2 us a seat.
 */
export async function flightSales(db: ReadDatabase, ids: readonly number[]) {
  const group = [...ids, ...Array<number>(FLIGHTS_AT_ONCE - ids.length).fill(0)];
  return {
    sold: await db.query<SoldSeat>(SOLD_SEATS).all(...group),
    cancelled: await db.query<CancelledSale>(CANCELLED_SALES).all(...group),
  };
}

import { assert } from '../../../shared/assert.ts';
import { DAY_MS, type Instant } from '../../../shared/instants.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

const NOTE = `INSERT INTO changed_flights (service_day, flight_id, changed_at) SELECT service_day, id, ? FROM flights WHERE id = ?
  ON CONFLICT (service_day, flight_id) DO UPDATE SET changed_at = excluded.changed_at`;

/** Must be called for every flight that is moved, is cancelled or loses seats while passengers are booked on it. */
export async function noteChangedFlight(db: WriteDatabase, flightId: number, now: Instant): Promise<void> {
  const noted = await db.change(NOTE).run(now, flightId);
  assert(noted === 1, `flight ${flightId} is in the schedule`);
}

/** A flight may be moved to the day after its service day, and leave on the next one in UTC. Who booked one that was cancelled stays for two days more. */
const BEHIND_DAYS = 5;

const CHANGED_BOOKINGS = `SELECT l.booking_id AS bookingId, l.flight_id AS flightId, c.changed_at AS changedAt FROM changed_flights c
  JOIN booking_legs l ON l.flight_id = c.flight_id WHERE c.service_day >= ? ORDER BY l.booking_id, l.flight_id`;

/** A booking that is, or once was, on a flight that was changed after passengers had booked it. */
export interface ChangedBookingRow {
  readonly bookingId: number;
  readonly flightId: number;
  readonly changedAt: number;
}

/** The bookings of all such flights of these days, in the order of their numbers. */
export const bookingsOnChanged = (db: ReadDatabase, now: Instant) =>
  db.query<ChangedBookingRow>(CHANGED_BOOKINGS).all(Math.floor(now / DAY_MS) - BEHIND_DAYS);

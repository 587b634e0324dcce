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

/** A flight may be moved to the day before its service day, and begin a local day before UTC does. */
const BEHIND_DAYS = 3;

export const CHANGED_BOOKINGS = `SELECT l.booking_id AS id, max(c.changed_at) AS changedAt FROM changed_flights c JOIN booking_legs l ON l.flight_id = c.flight_id
  WHERE c.service_day >= ? GROUP BY l.booking_id ORDER BY l.booking_id`;

export interface ChangedBookingRow {
  readonly id: number;
  /** When the last of its flights was changed. */
  readonly changedAt: number;
}

/** Bookings that are, or once were, on flights of these days that were changed after passengers had booked them. */
export const bookingsOnChanged = (db: ReadDatabase, now: Instant) =>
  db.query<ChangedBookingRow>(CHANGED_BOOKINGS).all(Math.floor(now / DAY_MS) - BEHIND_DAYS);

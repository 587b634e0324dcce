import { assert } from '../../../shared/assert.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** Who has a seat: the booking behind the claim. */
export interface Claimant {
  readonly id: number;
  readonly state: string;
  readonly desk: string;
  readonly expires_at: number | null;
}

/** True when the seat was free and is now claimed. The key (flight, seat) is what keeps a seat from being sold twice. */
export async function claimSeat(db: WriteDatabase, flightId: number, seat: string, bookingId: number): Promise<boolean> {
  const sql = 'INSERT INTO claims (flight_id, seat, booking_id) VALUES (?, ?, ?) ON CONFLICT (flight_id, seat) DO NOTHING';
  return (await db.change(sql).run(flightId, seat, bookingId)) === 1;
}

export const claimantOf = (db: ReadDatabase, flightId: number, seat: string) =>
  db
    .query<Claimant>(
      `SELECT b.id, b.state, b.desk, b.expires_at FROM claims c JOIN bookings b ON b.id = c.booking_id
       WHERE c.flight_id IN (?) AND c.seat IN (?)`,
    )
    .get(flightId, seat);

export async function giveUpClaim(db: WriteDatabase, flightId: number, seat: string, bookingId: number): Promise<void> {
  const gone = await db.change('DELETE FROM claims WHERE flight_id = ? AND seat = ? AND booking_id = ?').run(flightId, seat, bookingId);
  assert(gone === 1, `booking ${bookingId} had no claim on ${seat} of flight ${flightId}`);
}

/** Seats of a flight that others than this booking have. */
export async function takenSeats(db: ReadDatabase, flightId: number, bookingId: number): Promise<Set<string>> {
  const rows = await db.query<{ seat: string }>('SELECT seat FROM claims WHERE flight_id = ? AND booking_id <> ?').all(flightId, bookingId);
  return new Set(rows.map((row) => row.seat));
}

/** Holds on a flight whose time is up although the sweep has not come to them yet. */
export async function dueHoldsOn(db: ReadDatabase, flightId: number, now: number): Promise<number[]> {
  const sql = `SELECT DISTINCT b.id FROM claims c JOIN bookings b ON b.id = c.booking_id
    WHERE c.flight_id IN (?) AND b.state = 'HOLD' AND b.expires_at <= ? ORDER BY b.id`;
  return (await db.query<{ id: number }>(sql).all(flightId, now)).map((row) => row.id);
}

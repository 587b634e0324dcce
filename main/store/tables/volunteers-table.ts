import { assert } from '../../../shared/assert.ts';
import type { VolunteerMoved } from '../../../shared/events/oversale-events.ts';
import type { VolunteerState } from '../../../shared/methods/volunteers.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** A passenger who was asked to give a seat up. Amounts in minor units. */
export interface VolunteerRow {
  readonly id: number;
  readonly flight_id: number;
  readonly cabin: Cabin;
  readonly booking_id: number;
  readonly passenger: number;
  readonly seat: string;
  readonly state: VolunteerState;
  readonly amount: number;
  readonly currency: string;
  readonly way_id: number;
  readonly late_ms: number;
  readonly asked_at: number;
  readonly asked_by: string;
  readonly answered_at: number | null;
  readonly answered_by: string | null;
  readonly rebooked: number;
  readonly voucher_id: number | null;
}

const COLUMNS = `id, flight_id, cabin, booking_id, passenger, seat, state, amount, currency, way_id, late_ms, asked_at, asked_by, answered_at,
  answered_by, rebooked, voucher_id`;

export const volunteerById = (db: ReadDatabase, id: number) =>
  db.query<VolunteerRow>(`SELECT ${COLUMNS} FROM volunteers WHERE id = ?`).get(id);

const VOLUNTEERS_ON = `SELECT ${COLUMNS} FROM volunteers WHERE flight_id IN (?) AND cabin IN (?) ORDER BY id`;
/** All who were asked in a cabin, the first first. */
export const volunteersOn = (db: ReadDatabase, flightId: number, cabin: Cabin) =>
  db.query<VolunteerRow>(VOLUNTEERS_ON).all(flightId, cabin);

export const allVolunteers = (db: ReadDatabase) => db.query<VolunteerRow>(`SELECT ${COLUMNS} FROM volunteers ORDER BY id`).all();

const TOOK = "SELECT id FROM volunteers WHERE booking_id IN (?) AND state = 'TOOK' LIMIT 1";
/** Whether a passenger of a booking gave a seat up. */
export const gaveSeatUp = async (db: ReadDatabase, bookingId: number): Promise<boolean> =>
  (await db.query<{ id: number }>(TOOK).get(bookingId)) !== undefined;

type NewVolunteer = Omit<VolunteerRow, 'id' | 'state' | 'answered_at' | 'answered_by' | 'rebooked' | 'voucher_id'>;

const INSERT = `INSERT INTO volunteers (flight_id, cabin, booking_id, passenger, seat, state, amount, currency, way_id, late_ms, asked_at, asked_by,
  rebooked) VALUES (?, ?, ?, ?, ?, 'ASKED', ?, ?, ?, ?, ?, ?, 0) RETURNING id`;

export async function insertVolunteer(db: WriteDatabase, row: NewVolunteer): Promise<VolunteerRow> {
  const { flight_id, cabin, booking_id, passenger, seat, amount, currency, way_id, late_ms, asked_at, asked_by } = row;
  const values = [flight_id, cabin, booking_id, passenger, seat, amount, currency, way_id, late_ms, asked_at, asked_by];
  const made = await db.changeReturning<{ id: number }>(INSERT).get(...values);
  assert(made, 'a passenger who was asked was written down');
  return { ...row, id: made.id, state: 'ASKED', answered_at: null, answered_by: null, rebooked: 0, voucher_id: null };
}

const ANSWER = `UPDATE volunteers SET state = ?, booking_id = ?, answered_at = ?, answered_by = ?, rebooked = ?, voucher_id = ?
  WHERE id = ? AND state = 'ASKED'`;

/** Writes what a passenger answered who was asked. Returns the new row. */
export async function answerVolunteer(
  db: WriteDatabase,
  row: VolunteerRow,
  changes: Pick<VolunteerRow, 'state' | 'answered_at' | 'answered_by'> &
    Partial<Pick<VolunteerRow, 'booking_id' | 'rebooked' | 'voucher_id'>>,
): Promise<VolunteerRow> {
  const after = { ...row, ...changes };
  const { state, booking_id, answered_at, answered_by, rebooked, voucher_id } = after;
  const changed = await db.change(ANSWER).run(state, booking_id, answered_at, answered_by, rebooked, voucher_id, row.id);
  assert(changed === 1, `volunteer ${row.id} had not answered`);
  return after;
}

/** What the journal tells of a volunteer. */
export const volunteerMoved = (row: VolunteerRow): VolunteerMoved => ({
  ...{ volunteerId: row.id, flightId: row.flight_id, cabin: row.cabin, booking: row.booking_id, wayId: row.way_id },
  ...{ amount: row.amount, currency: row.currency },
});

import { assert } from '../../../shared/assert.ts';
import type { EventData } from '../../../shared/events.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** A passenger who was denied boarding. Rows are only ever added. Amounts in minor units. */
export interface DenialRow {
  readonly id: number;
  readonly flight_id: number;
  readonly cabin: Cabin;
  readonly booking_id: number;
  readonly passenger: number;
  readonly way_id: number | null;
  readonly late_ms: number | null;
  readonly fare: number;
  readonly fare_currency: string;
  readonly regime: 'US' | 'EU' | null;
  readonly since: string | null;
  readonly percent: number | null;
  readonly owed: number | null;
  readonly owed_currency: string | null;
  readonly rebooked: number;
  readonly reason: string;
  readonly author: string;
  readonly denied_at: number;
  readonly voucher_id: number | null;
}

const WITHOUT_ID = `flight_id, cabin, booking_id, passenger, way_id, late_ms, fare, fare_currency, regime, since, percent, owed, owed_currency,
  rebooked, reason, author, denied_at, voucher_id`;

const ON_FLIGHT = `SELECT id, ${WITHOUT_ID} FROM denials WHERE flight_id IN (?) AND cabin IN (?) ORDER BY id`;
export const denialsOn = (db: ReadDatabase, flightId: number, cabin: Cabin) => db.query<DenialRow>(ON_FLIGHT).all(flightId, cabin);

export const denialById = (db: ReadDatabase, id: number) =>
  db.query<DenialRow>(`SELECT id, ${WITHOUT_ID} FROM denials WHERE id = ?`).get(id);

export const allDenials = (db: ReadDatabase) => db.query<DenialRow>(`SELECT id, ${WITHOUT_ID} FROM denials ORDER BY id`).all();

const OF_BOOKING = 'SELECT id FROM denials WHERE booking_id IN (?) LIMIT 1';
/** Whether the passenger of a booking was denied boarding. */
export const wasDenied = async (db: ReadDatabase, bookingId: number): Promise<boolean> =>
  (await db.query<{ id: number }>(OF_BOOKING).get(bookingId)) !== undefined;

const INSERT = `INSERT INTO denials (${WITHOUT_ID}) VALUES (${Array(18).fill('?').join(', ')}) RETURNING id`;

export async function insertDenial(db: WriteDatabase, row: Omit<DenialRow, 'id'>): Promise<DenialRow> {
  const { flight_id, cabin, booking_id, passenger, way_id, late_ms, fare, fare_currency, regime, since, percent, owed, owed_currency } =
    row;
  const { rebooked, reason, author, denied_at, voucher_id } = row;
  const whom = [flight_id, cabin, booking_id, passenger, way_id, late_ms];
  const values = [
    ...whom,
    fare,
    fare_currency,
    regime,
    since,
    percent,
    owed,
    owed_currency,
    rebooked,
    reason,
    author,
    denied_at,
    voucher_id,
  ];
  const made = await db.changeReturning<{ id: number }>(INSERT).get(...values);
  assert(made, 'a denied boarding was written down');
  return { ...row, id: made.id };
}

/** What the journal tells of a denial. The reason is kept apart, because a person types it. */
export const denialTold = (row: DenialRow): EventData<'boarding.denied'> => ({
  ...{ denialId: row.id, flightId: row.flight_id, cabin: row.cabin, booking: row.booking_id, wayId: row.way_id },
  ...{ owed: row.owed, currency: row.owed_currency },
});

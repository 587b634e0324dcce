import { assert } from '../../../shared/assert.ts';
import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import type { FlightRow } from './flights-table.ts';

/** A change of the schedule by a supervisor. `said`: what was changed, in words; days local to the origin, both included. */
interface HandChangeRow {
  readonly number: number;
  readonly kind: HandChange['kind'];
  readonly carrier: string;
  readonly flight_number: number;
  readonly suffix: string;
  readonly from_day: number;
  readonly to_day: number;
  readonly said: string;
  readonly reason: string;
  readonly changed_at: number;
  readonly user_name: string;
  readonly desk: string;
}

const COLUMNS = 'kind, carrier, flight_number, suffix, from_day, to_day, said, reason, changed_at, user_name, desk';

/** Returns its number. Rows are only ever added. */
export async function addHandChange(db: WriteDatabase, row: Omit<HandChangeRow, 'number'>): Promise<number> {
  const last = await db.column<number | null>('SELECT max(number) FROM hand_changes').get();
  const number = (last ?? 0) + 1;
  const { kind, carrier, flight_number, suffix, from_day, to_day, said, reason, changed_at, user_name, desk } = row;
  const made = await db
    .change(`INSERT INTO hand_changes (number, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(number, kind, carrier, flight_number, suffix, from_day, to_day, said, reason, changed_at, user_name, desk);
  assert(made === 1, `change ${number} by hand was not stored`);
  return number;
}

export const HAND_CHANGES_OF_FLIGHT = `SELECT number, ${COLUMNS} FROM hand_changes
  WHERE carrier IN (?) AND flight_number IN (?) AND suffix IN (?) AND to_day >= ? AND from_day <= ? ORDER BY number DESC LIMIT ?`;

/** What was changed by hand about the legs of a number on a day, the newest first. */
export const handChangesOf = (
  db: ReadDatabase,
  { carrier, number, suffix, service_day: day }: Pick<FlightRow, 'carrier' | 'number' | 'suffix' | 'service_day'>,
  most: number,
) => db.query<HandChangeRow>(HAND_CHANGES_OF_FLIGHT).all(carrier, number, suffix, day, day, most);

/** Why a supervisor made a change; undefined for a number that there is not. */
export const handReason = (db: ReadDatabase, number: number) =>
  db.column<string>('SELECT reason FROM hand_changes WHERE number = ?').get(number);

import { assert } from '../../../shared/assert.ts';
import type { AirportChange } from '../../reference/airport-change.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** Who changed an airport, when and why. */
export interface ChangedBy {
  readonly reason: string;
  readonly user: string;
  readonly at: number;
}

export type AirportChangeRow = Omit<AirportChange, 'closed'> & ChangedBy & { readonly closed: number };

const COLUMNS = `number, code, from_day AS fromDay, name, city, city_code AS cityCode, country, north, east, zone, closed,
  reason, user_name AS user, changed_at AS at`;

/** Every change, the newest first. */
export const airportChangeRows = (db: ReadDatabase) =>
  db.query<AirportChangeRow>(`SELECT ${COLUMNS} FROM airport_changes ORDER BY number DESC`).all();

/** Every change, as those who ask for airports need it. */
export async function airportChanges(db: ReadDatabase): Promise<AirportChange[]> {
  const rows = await airportChangeRows(db);
  return rows.map(({ reason: _reason, user: _user, at: _at, closed, ...change }) => ({ ...change, closed: closed === 1 }));
}

const ADD = `INSERT INTO airport_changes (number, code, from_day, name, city, city_code, country, north, east, zone, closed,
    reason, user_name, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export async function addAirportChange(db: WriteDatabase, change: AirportChange, { reason, user, at }: ChangedBy): Promise<void> {
  const { number, code, fromDay, name, city, cityCode, country, north, east, zone, closed } = change;
  const facts = [name, city, cityCode, country, north, east, zone, closed ? 1 : 0];
  const made = await db.change(ADD).run(number, code, fromDay, ...facts, reason, user, at);
  assert(made === 1, `change ${number} of airports was not stored`);
}

import type { Awaitable, ReadDatabase } from '../database.ts';

/** A flight number at an airport on a local day. */
interface Numbered {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
}

/** A staged flight whose number is one under which another flight is sold, and that flight. */
export interface MarketedFlight extends Numbered {
  readonly origin: string;
  readonly service_day: number;
}

const sameNumber = (one: string, other: string): string =>
  ['carrier', 'number', 'suffix', 'origin', 'service_day'].map((column) => `${one}.${column} = ${other}.${column}`).join(' AND ');

const MARKETED = `SELECT s.origin, s.service_day, k.op_carrier AS carrier, k.op_number AS number, k.op_suffix AS suffix
  FROM staged_flights s JOIN codeshares k ON ${sameNumber('k', 's')} WHERE s.import_id = ? ORDER BY s.service_day LIMIT 1`;

/** The first flight of a staged import that is sold on another one; it would be a second inventory of one aircraft. */
export const marketedFlight = (db: ReadDatabase, importId: string): Awaitable<MarketedFlight | undefined> =>
  db.query<MarketedFlight>(MARKETED).get(importId);

/** A staged number under which a flight is to be sold, which is something else already: a flight of its own, or sold on the flight `op_...`. */
export interface TakenNumber extends Numbered {
  readonly service_day: number;
  readonly op_carrier: string | null;
  readonly op_number: number | null;
  readonly op_suffix: string | null;
}

const TAKEN = `SELECT s.carrier, s.number, s.suffix, s.service_day, k.op_carrier, k.op_number, k.op_suffix
  FROM staged_codeshares s LEFT JOIN codeshares k ON ${sameNumber('k', 's')}
    AND NOT (k.op_carrier = s.op_carrier AND k.op_number = s.op_number AND k.op_suffix = s.op_suffix)
  WHERE s.import_id = ? AND (k.carrier IS NOT NULL
    OR EXISTS (SELECT 1 FROM flights f WHERE ${sameNumber('f', 's')} AND f.cancelled = 0))
  ORDER BY s.service_day, s.carrier, s.number, s.suffix LIMIT 1`;

export const takenNumber = (db: ReadDatabase, importId: string): Awaitable<TakenNumber | undefined> =>
  db.query<TakenNumber>(TAKEN).get(importId);

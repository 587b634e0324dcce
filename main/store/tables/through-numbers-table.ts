import type { ReadDatabase, Value, WriteDatabase } from '../database.ts';
import { insertMany } from './insert-many.ts';

/** A number that goes on from `via`. Whether the passengers stay on board is said by its flights of each day. */
export interface ThroughNumber {
  readonly origin: string;
  readonly destination: string;
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly via: string;
}

const COLUMNS = 'origin, destination, carrier, number, suffix, via';
const WIDTH = 6;

/** Adds what is not known yet. A number that goes on no more stays: its flights say so, and asking for them costs little. */
export async function addThroughNumbers(db: WriteDatabase, numbers: readonly ThroughNumber[]): Promise<void> {
  const rows = numbers.flatMap(({ origin, destination, carrier, number, suffix, via }): Value[] => [
    origin,
    destination,
    carrier,
    number,
    suffix,
    via,
  ]);
  await insertMany(db, `INSERT INTO through_numbers (${COLUMNS})`, WIDTH, rows, 'ON CONFLICT DO NOTHING');
}

/** Two legs of one number, as a search compares them: `first` and `next`. */
export interface ThroughPair {
  readonly origin: string;
  readonly via: string;
  readonly destination: string;
  readonly carrier: string;
  readonly equipment: string;
  readonly first_id: number;
  readonly first_departs: number;
  readonly first_arrives: number;
  readonly first_fare: number;
  readonly next_id: number;
  readonly next_departs: number;
  readonly next_arrives: number;
  readonly next_fare: number;
}

// The rule is that of main/rules/through-flight.ts. The joins are crossed so that SQLite begins with the few numbers and not with the flights of a day. No
// order is asked for, because a search puts what it finds in order itself. The plus keeps SQLite from reading all flights of a route for its times.
const pairs = (where: string): string => `SELECT t.origin, t.via, t.destination, t.carrier, a.equipment,
    a.id AS first_id, a.departs_at AS first_departs, a.arrives_at AS first_arrives, a.base_fare AS first_fare,
    b.id AS next_id, b.departs_at AS next_departs, b.arrives_at AS next_arrives, b.base_fare AS next_fare
  FROM through_numbers t
  CROSS JOIN flights a ON a.carrier = t.carrier AND a.number = t.number AND a.suffix = t.suffix AND a.origin = t.origin
    AND a.service_day BETWEEN ? AND ? AND +a.departs_at >= ? AND +a.departs_at < ?
  CROSS JOIN flights b ON b.carrier = t.carrier AND b.number = t.number AND b.suffix = t.suffix AND b.origin = t.via
    AND b.service_day BETWEEN a.service_day - 1 AND a.service_day + 2
  WHERE ${where} AND a.destination = t.via AND b.destination = t.destination AND b.operating_day = a.operating_day
    AND b.equipment = a.equipment AND b.departs_at >= a.arrives_at AND a.cancelled = 0 AND b.cancelled = 0`;

export const THROUGH_BETWEEN = pairs('t.origin = ? AND t.destination = ?');
export const THROUGH_FROM = pairs('t.origin = ?');
export const THROUGH_TO = pairs('t.destination = ?');

/** When the first of two legs leaves: in [from, until), on local days of its origin that the index finds. */
export interface FirstLeaves {
  readonly fromDay: number;
  readonly toDay: number;
  readonly from: number;
  readonly until: number;
}

const valuesOf = ({ fromDay, toDay, from, until }: FirstLeaves) => [fromDay, toDay, from, until] as const;

/** Pairs of legs from one airport over another to a third. */
export const throughBetween = (db: ReadDatabase, origin: string, destination: string, first: FirstLeaves) =>
  db.query<ThroughPair>(THROUGH_BETWEEN).all(...valuesOf(first), origin, destination);
export const throughFrom = (db: ReadDatabase, origin: string, first: FirstLeaves) =>
  db.query<ThroughPair>(THROUGH_FROM).all(...valuesOf(first), origin);
export const throughTo = (db: ReadDatabase, destination: string, first: FirstLeaves) =>
  db.query<ThroughPair>(THROUGH_TO).all(...valuesOf(first), destination);

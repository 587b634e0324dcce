import { designator } from '../../../shared/flight-designator.ts';
import type { ReadDatabase } from '../database.ts';
import { untilCommit } from '../until-commit.ts';
import { FLIGHT_COLUMNS, type FlightRow } from './flights-table.ts';

/** A flight `f` that flies what is sold under the number `k`. */
export const OF_FLIGHT =
  'f.carrier = k.op_carrier AND f.number = k.op_number AND f.suffix = k.op_suffix AND f.origin = k.origin AND f.service_day = k.service_day';
const COLUMNS = FLIGHT_COLUMNS.split(', ')
  .map((column) => `f.${column}`)
  .join(', ');

// The joins are crossed so that SQLite begins with the few codeshares and not with the flights.
export const OPERATED_AS = `SELECT DISTINCT ${COLUMNS} FROM codeshares k CROSS JOIN flights f ON ${OF_FLIGHT}
  WHERE k.carrier = ? AND k.number = ? AND k.service_day = ? ORDER BY f.departs_at, f.id`;

/** The flights that fly what is sold under a number on a date local to each origin, with any suffix. */
export const flightsOperatedAs = (db: ReadDatabase, carrier: string, number: number, day: number) =>
  db.query<FlightRow>(OPERATED_AS).all(carrier, number, day);

const NEXT_OPERATED = `SELECT k.service_day FROM codeshares k CROSS JOIN flights f ON ${OF_FLIGHT}
  WHERE k.carrier = ? AND k.number = ? AND f.departs_at > ? AND f.cancelled = 0 ORDER BY f.departs_at LIMIT 1`;

/** The local date of the next flight that is sold under a number; undefined when none is to come. */
export const nextOperatedDay = async (db: ReadDatabase, carrier: string, number: number, now: number): Promise<number | undefined> =>
  (await db.query<{ service_day: number }>(NEXT_OPERATED).get(carrier, number, now))?.service_day;

interface Marketed {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
}

const textOf = ({ carrier, number, suffix }: Marketed): string => designator(carrier, number, suffix);

const MARKETED_AS = `SELECT DISTINCT carrier, number, suffix FROM codeshares
  WHERE op_carrier = ? AND op_number = ? AND op_suffix = ? AND service_day = ? AND origin = ? ORDER BY carrier, number, suffix`;

/** The numbers of others under which a flight is sold too: `LH 9123`. */
export const marketedAs = async (
  db: ReadDatabase,
  { carrier, number, suffix, service_day, origin }: Pick<FlightRow, 'carrier' | 'number' | 'suffix' | 'service_day' | 'origin'>,
): Promise<string[]> => {
  if (!(await hasCodeshares(db))) return [];
  return (await db.query<Marketed>(MARKETED_AS).all(carrier, number, suffix, service_day, origin)).map(textOf);
};

const ANY = 'SELECT 1 AS found FROM codeshares LIMIT 1';

/** Whether there is any codeshare, so that a store without them looks for none. */
export const hasCodeshares = untilCommit(async (db): Promise<boolean> => (await db.query<{ found: number }>(ANY).get()) !== undefined);

const MARKETED_FROM = `SELECT DISTINCT op_carrier, op_number, op_suffix, service_day, carrier, number, suffix FROM codeshares
  WHERE origin = ? AND service_day BETWEEN ? AND ? ORDER BY carrier, number, suffix`;

interface MarketedFrom extends Marketed {
  readonly op_carrier: string;
  readonly op_number: number;
  readonly op_suffix: string;
  readonly service_day: number;
}

/** The same for all flights of one airport on some local dates: a way to ask for those of each. */
export async function marketedFrom(db: ReadDatabase, origin: string, fromDay: number, toDay: number) {
  const names = new Map<string, string[]>();
  for (const row of await db.query<MarketedFrom>(MARKETED_FROM).all(origin, fromDay, toDay)) {
    const key = `${row.op_carrier} ${row.op_number}${row.op_suffix} ${row.service_day}`;
    names.set(key, [...(names.get(key) ?? []), textOf(row)]);
  }
  return ({ carrier, number, suffix, service_day }: FlightRow): readonly string[] =>
    names.get(`${carrier} ${number}${suffix} ${service_day}`) ?? [];
}

import type { ReadDatabase, WriteDatabase } from '../database.ts';

interface Key {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly origin: string;
  readonly service_day: number;
}

interface Departure {
  readonly departure: number;
  readonly destination: string;
}

const COLUMNS = 'carrier, number, suffix, origin, service_day';
const OF_KEY = 'carrier = ? AND number = ? AND suffix = ? AND origin = ? AND service_day = ?';
const valuesOf = ({ carrier, number, suffix, origin, service_day }: Key) => [carrier, number, suffix, origin, service_day] as const;

/**
 * Gives staged departures the numbers of the stored flights that they are, where a number leaves an airport twice a day. A file counts its
 * own departures from 1. If the first is gone from it, the second would otherwise take over the flight and the passengers of the first.
 * A departure is the stored one that goes to the same place, else one that is left over, else a new one.
 */
export async function matchDepartures(db: WriteDatabase, importId: string): Promise<void> {
  for (const key of await repeatedKeys(db, importId)) {
    const stored = `SELECT departure, destination FROM flights WHERE ${OF_KEY} ORDER BY departure`;
    const filed = `SELECT departure, destination FROM staged_flights WHERE import_id = ? AND ${OF_KEY} ORDER BY departs_at, departure`;
    const numbers = match(
      await db.query<Departure>(filed).all(importId, ...valuesOf(key)),
      await db.query<Departure>(stored).all(...valuesOf(key)),
    );
    const changed = [...numbers].filter(([before, after]) => before !== after);
    if (changed.length === 0) continue;
    // Negative numbers first, because two departures may change places.
    const one = `UPDATE staged_flights SET departure = ? WHERE import_id = ? AND ${OF_KEY} AND departure = ?`;
    for (const [before, after] of changed) await db.change(one).run(-after, importId, ...valuesOf(key), before);
    const all = `UPDATE staged_flights SET departure = -departure WHERE import_id = ? AND ${OF_KEY} AND departure < 0`;
    await db.change(all).run(importId, ...valuesOf(key));
  }
}

/** Keys of staged flights that have more than one departure, in the file or in the store. */
async function repeatedKeys(db: ReadDatabase, importId: string): Promise<Key[]> {
  const inFile = `SELECT DISTINCT ${COLUMNS} FROM staged_flights WHERE import_id = ? AND departure > 1`;
  // The few of the store are looked up in the file, not the million of the file in the store: a cross join is planned in its order.
  const inStore = `SELECT DISTINCT f.carrier, f.number, f.suffix, f.origin, f.service_day FROM flights f CROSS JOIN staged_flights s
    WHERE f.departure > 1 AND s.import_id = ? AND s.carrier = f.carrier AND s.number = f.number AND s.suffix = f.suffix
      AND s.origin = f.origin AND s.service_day = f.service_day`;
  const keys = new Map<string, Key>();
  for (const sql of [inFile, inStore]) for (const key of await db.query<Key>(sql).all(importId)) keys.set(valuesOf(key).join(' '), key);
  return [...keys.values()];
}

/** The number of each staged departure, by the one that it has. */
function match(filed: readonly Departure[], stored: readonly Departure[]): Map<number, number> {
  const numbers = new Map<number, number>();
  const free = [...stored];
  const take = (one: Departure, fits: (other: Departure) => boolean): void => {
    const at = numbers.has(one.departure) ? -1 : free.findIndex(fits);
    const [found] = at < 0 ? [] : free.splice(at, 1);
    if (found) numbers.set(one.departure, found.departure);
  };
  for (const one of filed) take(one, ({ destination }) => destination === one.destination);
  for (const one of filed) take(one, () => true);
  let next = Math.max(0, ...stored.map(({ departure }) => departure));
  for (const { departure } of filed) if (!numbers.has(departure)) numbers.set(departure, ++next);
  return numbers;
}

import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

/** Three minutes, and three more. */
const KEPT_MS_MAX = 6 * MINUTE_MS;

/** Ways on that are kept for one booking at two desks. */
const TWO_DESKS = `SELECT way_for AS id FROM bookings WHERE state = 'HOLD' AND way_for IS NOT NULL GROUP BY way_for
  HAVING count(DISTINCT desk) > 1 LIMIT 1`;
/** One that is kept too long. */
const TOO_LONG = `SELECT id FROM bookings WHERE state = 'HOLD' AND way_for IS NOT NULL AND expires_at - created_at > ${KEPT_MS_MAX} LIMIT 1`;
/** One that has not all of the seats that it says, each for itself. */
const NOT_ALL = `SELECT b.id FROM bookings b WHERE b.state = 'HOLD' AND b.way_for IS NOT NULL AND (SELECT count(*) FROM claims c WHERE c.owner = b.id)
  <> (SELECT sum(json_array_length(l.value, '$.seats')) FROM json_each(b.legs) l) LIMIT 1`;

/** What must be true of seats that are kept as other ways, whatever was done. */
export function checkWays(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  if (!events.some(({ type }) => type === 'way.kept' || type === 'hold.extended')) return;
  const db = reader as SqliteDatabase;
  for (const [sql, problem] of [
    [TWO_DESKS, 'booking % has ways at two desks'],
    [TOO_LONG, 'way % is kept too long'],
    [NOT_ALL, 'way % has not the seats that it says'],
  ] as const) {
    const [row] = db.query<{ id: number }>(sql).all() as { id: number }[];
    if (row) throw new Failure('ways', problem.replace('%', `${row.id}`));
  }
}

import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

/** Each seat that is blocked, and how its blocks count. A seat that only gives way to some passengers counts for the cabin. */
const BLOCKED = `SELECT b.flight_id AS flight, b.seat, sum(b.from_stock) AS less,
    sum(b.code IN ('INOP', 'TRIM', 'CREW')) AS never, count(*) - count(DISTINCT b.code) AS twice,
    (SELECT c.kind FROM claims c WHERE c.flight_id = b.flight_id AND c.seat = b.seat) AS claimed
  FROM seat_blocks b WHERE b.ended_at IS NULL GROUP BY b.flight_id, b.seat`;

interface Blocked {
  readonly flight: number;
  readonly seat: string;
  readonly less: number;
  readonly never: number;
  readonly twice: number;
  readonly claimed: string | null;
}

const CLAIMED = "SELECT count(*) AS seats FROM claims WHERE kind = 'block'";

/** What must be true of blocked seats whatever was done: nobody sits in one, and the cabin may sell one seat less for it at most. */
export function checkBlocks(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  if (!events.some(({ type }) => type.startsWith('seats.'))) return;
  const db = reader as SqliteDatabase;
  const blocked = db.query<Blocked>(BLOCKED).all() as Blocked[];
  for (const { flight, seat, less, never, twice, claimed } of blocked) {
    const where = `${seat} of flight ${flight}`;
    if (claimed !== 'block') throw new Failure('block', `${where} is blocked, and its claim is of the kind ${claimed}`);
    if (less > 1 || (less === 1 && never === 0))
      throw new Failure('block', `${where} was taken from stock by ${less} blocks, ${never} count`);
    if (twice > 0) throw new Failure('block', `${where} is blocked twice for one reason`);
  }
  const [{ seats } = { seats: 0 }] = db.query<{ seats: number }>(CLAIMED).all() as { seats: number }[];
  if (seats !== blocked.length) throw new Failure('block', `${seats} seats are claimed by blocks, ${blocked.length} are blocked`);
}

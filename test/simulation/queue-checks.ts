import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

/** A desk that has two items open. */
const TWO = 'SELECT desk AS what FROM queue_work WHERE desk IS NOT NULL GROUP BY desk HAVING count(*) > 1 LIMIT 1';
/** An item that is done, put off or left to another desk while a desk has it open. */
const BOTH = `SELECT queue || ' ' || subject AS what FROM queue_work WHERE desk IS NOT NULL AND (done_at IS NOT NULL OR later_at IS NOT NULL) LIMIT 1`;
/** Who opened an item before this event, and until when, unless it was moved on since. */
const BEFORE = `SELECT desk, at, type, data FROM journal WHERE type = 'queue.moved' AND event < ? AND data ->> 'queue' = ? AND data ->> 'subject' = ?
  ORDER BY event DESC LIMIT 1`;
const OWED = "SELECT count(*) AS owed FROM jobs WHERE id = ? AND state IN ('WAITING', 'DEAD')";

interface Moved {
  readonly queue: string;
  readonly subject: number;
  readonly step: string;
  readonly until: number | null;
}

/** A desk works one item at a time, no item is opened while another desk has it, and money that is due is never done because somebody says so. */
export function checkQueues(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  const db = reader as SqliteDatabase;
  const moves = events.filter(({ type }) => type === 'queue.moved');
  if (moves.length === 0) return;
  for (const [sql, problem] of [
    [TWO, 'has two items open'],
    [BOTH, 'is open, and done or put off'],
  ] as const) {
    const [found] = db.query<{ what: string }>(sql).all() as { what: string }[];
    if (found) throw new Failure('queue', `${found.what} ${problem}`);
  }
  for (const { event, at, desk, data } of moves) {
    const { queue, subject, step } = JSON.parse(data) as Moved;
    if (step === 'done' && queue === 'refundDue') {
      const [job] = db.query<{ owed: number }>(OWED).all(subject) as { owed: number }[];
      if (job?.owed) throw new Failure('queue', `event ${event} says that job ${subject} is done, whose money is due`);
    }
    if (step !== 'opened') continue;
    const [before] = db.query<SeenEvent>(BEFORE).all(event, queue, subject) as SeenEvent[];
    const moved = before && (JSON.parse(before.data) as Moved);
    if (before && moved?.step === 'opened' && before.desk !== desk && before.at <= at && (moved.until ?? 0) > at)
      throw new Failure('queue', `event ${event} opens ${queue} ${subject} at ${desk}, and ${before.desk} has it until ${moved.until}`);
  }
}

import type { ReadDatabase } from '../store/database.ts';
import { clockStepsBack } from '../store/tables/clock-steps.ts';
import { journalEnd } from '../store/tables/journal-table.ts';
import type { EventRange } from './money-moved.ts';

const FROM = 'SELECT event, at FROM journal WHERE event >= ? ORDER BY event LIMIT 1';

/**
 * The entries of the journal that were dated in [from, to). Time goes back at an entry at which a supervisor set the clock right, and nowhere else.
 * So between two of them the entries stand in the order of their times, and the ends are found by halving.
 */
export async function eventsDated(db: ReadDatabase, from: number, to: number): Promise<EventRange[]> {
  const end = (await journalEnd(db)).event + 1;
  const starts = [1, ...(await clockStepsBack(db)).map(({ event }) => event)];
  const ranges: EventRange[] = [];
  for (const [at, start] of starts.entries()) {
    const next = starts[at + 1] ?? end;
    const first = await firstAt(db, start, next, from);
    const before = await firstAt(db, first, next, to);
    if (first < before) ranges.push({ after: first - 1, before });
  }
  return ranges;
}

/** The first entry in [start, end) that was dated at or after a moment; `end` without one. */
async function firstAt(db: ReadDatabase, start: number, end: number, moment: number): Promise<number> {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = await db.query<{ event: number; at: number }>(FROM).get(middle);
    if (entry && entry.event < end && entry.at < moment) low = entry.event + 1;
    else high = middle;
  }
  return low;
}

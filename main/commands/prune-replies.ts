import { DRAFT_KEPT_MS, REPLY_KEPT_MS } from '../../shared/bounds.ts';
import { accept } from '../../shared/refusals.ts';
import { pruneDrafts } from '../store/tables/drafts-table.ts';
import type { Command } from './command.ts';

const PRUNED_AT_ONCE = 5_000;

/**
 * Deletes stored replies that are too old to be asked for again, a bounded number at a time. Deletes drafts of holds that ended a day ago without a
 * sale, and marks of sales of which no console asked for a day.
 *
 * Their age is counted at the newest entry of the journal, not now: a clock that stands ahead writes none here, so a crash would take the
 * time back, and what is younger than a day would be gone.
 */
export const pruneReplies: Command<Record<string, never>, { more: boolean }> = async ({ db, newestEntryAt }) => {
  const sql = 'DELETE FROM replies WHERE id IN (SELECT id FROM (SELECT id, at FROM replies ORDER BY id LIMIT ?) AS oldest WHERE at < ?)';
  const gone = await db.change(sql).run(PRUNED_AT_ONCE, newestEntryAt - REPLY_KEPT_MS);
  await pruneDrafts(db, newestEntryAt - DRAFT_KEPT_MS);
  return accept({ more: gone === PRUNED_AT_ONCE });
};

import { REPLY_KEPT_MS } from '../../shared/bounds.ts';
import { accept } from '../../shared/refusals.ts';
import type { Command } from './command.ts';

const PRUNED_AT_ONCE = 5_000;

/** Forgets stored replies that nobody can ask for again; a bounded number at a time. */
export const pruneReplies: Command<Record<string, never>, { more: boolean }> = async ({ db, now }) => {
  const sql = 'DELETE FROM replies WHERE request_id IN (SELECT request_id FROM replies WHERE at < ? ORDER BY at LIMIT ?)';
  const gone = await db.change(sql).run(now - REPLY_KEPT_MS, PRUNED_AT_ONCE);
  return accept({ more: gone === PRUNED_AT_ONCE });
};

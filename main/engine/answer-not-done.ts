import { type RefusalCode, refuse } from '../../shared/refusals.ts';
import type { Database, StoreTrouble } from '../store/database.ts';
import { storedReplies } from '../store/tables/replies-table.ts';
import { answerAgain } from './answer-again.ts';
import { numbersOf } from './batch-so-far.ts';
import type { BatchWrites } from './batch-writes.ts';
import type { QueuedCommand } from './messages.ts';

/** The refusal that callers get when the store could not keep the batch. */
const TROUBLE_REFUSALS: Readonly<Record<StoreTrouble, RefusalCode>> = {
  full: 'STORE_FULL',
  'read-only': 'STORE_READ_ONLY',
  corrupt: 'STORE_DAMAGED',
  busy: 'STORE_FAILED',
  newer: 'STORE_FAILED',
  failed: 'STORE_FAILED',
};

/** The replies of a batch that the store could not keep. A repeat of a command that was done before still gets its stored reply. */
export async function answerNotDone(
  db: Database,
  writes: BatchWrites,
  commands: readonly QueuedCommand[],
  trouble: StoreTrouble,
): Promise<string[]> {
  const refusal = JSON.stringify(refuse(TROUBLE_REFUSALS[trouble]));
  const replies: string[] = [];
  for (const command of commands) {
    const before = async () => {
      for (const known of (await storedReplies(db, numbersOf([command]))).values()) return answerAgain(writes, command, known);
      return refusal;
    };
    replies.push(await before().catch(() => refusal));
  }
  return replies;
}

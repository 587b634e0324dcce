import { refuse } from '../../shared/refusals.ts';
import { replyProblem } from '../store/checks/check-replies.ts';
import { StoreError } from '../store/database.ts';
import type { StoredReply } from '../store/tables/replies-table.ts';
import type { BatchWrites } from './batch-writes.ts';
import type { QueuedCommand } from './messages.ts';

/** The reply to a request id that was used before: `known`, or a refusal where it came with another body. Throws StoreError where the reply is damaged. */
export async function answerAgain(writes: BatchWrites, { bodyHash }: QueuedCommand, known: StoredReply): Promise<string> {
  if (known.bodyHash !== bodyHash) return JSON.stringify(refuse('REQUEST_REUSED'));
  const problem = await replyProblem(writes, known);
  if (problem) throw new StoreError('corrupt', problem);
  return known.text;
}

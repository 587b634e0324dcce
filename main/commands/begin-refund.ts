import { accept } from '../../shared/refusals.ts';
import { beginRefundJob } from '../store/tables/jobs-table.ts';
import type { Command } from './command.ts';

/**
 * Says that the terminal is asked for a refund now, unless what asked for the refund was taken back: `stands`. From here on it cannot be. Without
 * this step an undo that was stamped before, or after the clock went back, could come between the terminal and the record of its answer. The money
 * would be given twice: to the card, and as a sale that stands again.
 */
export const beginRefund: Command<{ readonly jobId: number }, { readonly stands: boolean }> = async ({ db }, { jobId }) =>
  accept({ stands: await beginRefundJob(db, jobId) });

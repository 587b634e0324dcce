import { accept } from '../../shared/refusals.ts';
import { hastenRefundJobs } from '../store/tables/jobs-table.ts';
import type { Command } from './command.ts';

/**
 * Makes refunds due that waited because what asked for them could be undone. To be sent at each start. A crash may have come after the terminal gave such a
 * refund and before that was stored, and the start may have taken the time back, so that the undo would seem to be in time. The money would be given twice:
 * to the card, and as a sale that stands again.
 */
export const hastenRefunds: Command<Record<string, never>, Record<string, never>> = async ({ db, now }) => {
  await hastenRefundJobs(db, now);
  return accept({});
};

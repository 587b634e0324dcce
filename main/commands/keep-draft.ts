import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { keepDraft, markUnheard } from '../store/tables/drafts-table.ts';
import type { Command } from './command.ts';
import { holdProblem } from './hold-problem.ts';

/**
 * Keeps what was typed for the sale of a hold. It emits no event, because what was typed about passengers must not stand in the journal.
 * `confirming`: the console asks for the sale next, and has the hub remember that nobody has heard of its outcome.
 */
export const keepDraftOf: Command<Input<'holds.keepDraft'>, Output<'holds.keepDraft'>> = async (
  context,
  { bookingId, draft, confirming },
) => {
  const { db, now, actor } = context;
  const problem = holdProblem(context, await trustedBooking(db, bookingId), bookingId);
  if (problem) return problem;
  await keepDraft(db, { bookingId, desk: actor.desk, user: actor.user, at: now, draft }, true);
  if (confirming) await markUnheard(db, bookingId, actor.desk, now);
  return accept({ savedAt: now });
};

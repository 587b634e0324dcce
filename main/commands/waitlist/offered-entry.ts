import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import { waitEntryById } from '../../store/tables/waitlist-table.ts';
import type { CommandContext } from '../command.ts';
import { overProblem } from './wait-problem.ts';

/** A party that has an offer, and the number of the hold that is offered; or why there is none. */
export async function offeredEntry(
  { db }: CommandContext,
  entryId: number,
): Promise<Reply<{ readonly entry: WaitRow; readonly hold: number }>> {
  const entry = await waitEntryById(db, entryId);
  const over = overProblem(entry, entryId);
  if (over) return over;
  if (entry?.state !== 'OFFERED' || entry.hold_id === null) return refuse('WAITLIST_NO_OFFER', { entryId });
  return accept({ entry, hold: entry.hold_id });
}

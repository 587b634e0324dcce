import { WAIT_STATUS } from '../../../shared/methods/waitlist.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { bookingById } from '../../store/tables/bookings-table.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import type { CommandContext } from '../command.ts';

/** Why there is no party that waits or has an offer; undefined when there is. */
export function overProblem(row: WaitRow | undefined, entryId: number): Refused | undefined {
  if (!row) return refuse('WAITLIST_UNKNOWN', { entryId });
  if (row.state === 'WAITING' || row.state === 'OFFERED') return undefined;
  return refuse('WAITLIST_OVER', { entryId, state: WAIT_STATUS[row.state] });
}

/** Why a party does not wait, in the order of the list of refusals. */
export async function waitProblem({ db }: CommandContext, row: WaitRow | undefined, entryId: number): Promise<Refused | undefined> {
  const over = overProblem(row, entryId);
  if (over || row?.state !== 'OFFERED') return over;
  return refuse('WAITLIST_OFFERED', { entryId, until: row.hold_id === null ? null : (await bookingById(db, row.hold_id))?.expires_at });
}

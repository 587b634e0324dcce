import { accept } from '../../../shared/refusals.ts';
import { waitedLists } from '../../store/tables/waitlist-table.ts';
import { nextDayTurn } from '../../views/day-turn.ts';
import type { Query } from '../query.ts';

/** When a flight has a day less to go after `since`, for which a party waits that names a booking class or a fare; null when none will. */
export const nextWaitlistTurn: Query<{ readonly since: number }, { readonly next: number | null }> = async ({ db, now }, { since }) => {
  let next: number | null = null;
  for (const { departs_at, priced } of await waitedLists(db, now)) {
    const turn = priced === 1 ? nextDayTurn(departs_at, since) : null;
    if (turn !== null && (next === null || turn < next)) next = turn;
  }
  return accept({ next });
};

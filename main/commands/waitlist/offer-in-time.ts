import { accept } from '../../../shared/refusals.ts';
import { waitedLists } from '../../store/tables/waitlist-table.ts';
import { nextDayTurn } from '../../views/day-turn.ts';
import type { Command } from '../command.ts';
import { offerFreed } from './offer-freed.ts';

/** Lists that one command looks at, so that sales never wait long for it. */
const LISTS_AT_ONCE = 20;

export interface LookAgain {
  /** When lists were looked at last: only those whose prices changed by the days that are left since then are looked at. Null: all lists. */
  readonly since: number | null;
  /** The flight whose lists were looked at last in this round; 0 at its beginning. */
  readonly after: number;
}
export interface LookedAgain {
  readonly offered: readonly number[];
  /** The flight to go on after; null when all were looked at. */
  readonly after: number | null;
}

/**
 * Offers seats that are free to those who wait for a booking class that has opened, or for a fare that has fallen, although nobody gave a seat back. What
 * the timer sends (engine/waitlist-turns.ts). It may be sent twice: where nobody fits, nothing is changed.
 */
export const offerInTime: Command<LookAgain, LookedAgain> = async (context, { since, after }) => {
  const { db, now } = context;
  const lists = await waitedLists(db, now);
  const due = lists.filter(({ flight_id, departs_at, priced }) => {
    if (flight_id <= after) return false;
    if (since === null) return true;
    const turn = nextDayTurn(departs_at, since);
    return priced === 1 && turn !== null && turn <= now;
  });
  // All cabins of a flight are looked at together.
  const last = due[LISTS_AT_ONCE - 1]?.flight_id;
  const some = last === undefined ? due : due.filter(({ flight_id }) => flight_id <= last);
  const offered = await offerFreed(
    context,
    some.map(({ flight_id, cabin }) => ({ flightId: flight_id, cabin })),
  );
  return accept({ offered, after: some.length < due.length && last !== undefined ? last : null });
};

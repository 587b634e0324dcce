import type { OverrideScope } from '../../../shared/methods/class-overrides.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { listsOfClass } from '../../store/tables/waitlist-table.ts';
import type { CommandContext } from '../command.ts';
import { offerFreed } from './offer-freed.ts';

/**
 * Offers seats to those who wait for a booking class that somebody opened by hand. Only lists on which a party waits for that class are looked at: for
 * all others no seat came free.
 */
export async function offerOpened(context: CommandContext, scope: OverrideScope, cabin: Cabin, code: string): Promise<void> {
  const { db, now } = context;
  const lists = await listsOfClass(db, now, cabin, code);
  const theirs = lists.filter((list) =>
    scope.kind === 'flight' ? list.flight_id === scope.flightId : list.origin === scope.origin && list.destination === scope.destination,
  );
  await offerFreed(
    context,
    theirs.map(({ flight_id }) => ({ flightId: flight_id, cabin })),
  );
}

import type { LegChangeKind } from '../../../shared/leg-change.ts';
import type { BookingRow } from '../../store/tables/bookings-table.ts';
import { changedLegs, wayAnswers } from '../../views/changed-legs.ts';
import type { CommandContext } from '../command.ts';

/** What of the carrier's doing a way answers that comes instead of these segments of a booking, as its flights stand; null: it is sold. */
export async function answeredByWay(context: CommandContext, row: BookingRow, replaces: readonly number[]): Promise<LegChangeKind | null> {
  const legs = await changedLegs(context, row, await context.cache.setting('movedMinutes'));
  return wayAnswers(legs.filter(({ leg }) => replaces.includes(leg.segment)));
}

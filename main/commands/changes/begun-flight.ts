import { instant, isDue } from '../../../shared/instants.ts';
import type { Refused } from '../../../shared/refusals.ts';
import { changeRefused } from './change-refused.ts';
import type { Changing } from './planned-change.ts';

/**
 * Why nobody comes to a booking any more once one of its flights has left. A booking has the same passengers on all of its flights: its seats, fares,
 * receipt and passenger lists are read so. Who comes for the flights that are still ahead gets a booking of their own on these, as agents sell it by
 * hand too. The refusal names the flight that has left and those that can still be sold.
 */
export async function begunFlight({ context, row, legs }: Changing): Promise<Refused | undefined> {
  const left: string[] = [];
  const ahead: string[] = [];
  for (const { flightId, flight } of legs) {
    const now = await context.cache.flight(flightId);
    (isDue(instant(now?.departs_at ?? 0), context.now) ? left : ahead).push(flight);
  }
  if (left.length === 0) return undefined;
  return changeRefused(
    context,
    row,
    `${left.join(', ')} ${left.length === 1 ? 'has' : 'have'} left, and all of its passengers are on each of its flights`,
    `Sell a booking of its own on ${ahead.join(', ')}`,
  );
}

import { isSeat } from '../../shared/open-seat.ts';
import type { Cabin, Seat } from '../../shared/seat-map.ts';

interface Cabins {
  readonly byName: ReadonlyMap<string, Seat>;
}

/** Why a seat cannot be kept. gone: the other cabin does not sell it. exit: it is in an exit row there, and its passenger has not agreed. */
type Lost = 'gone' | 'exit';

/** Why a seat of a leg cannot be kept when its flight gets another map; undefined when it can, and of what is no seat. */
export function seatLost(name: string, cabin: Cabin, before: Cabins, after: Cabins): Lost | undefined {
  if (!isSeat(name)) return undefined;
  const seat = after.byName.get(name);
  if (!seat?.sellable || seat.cabin !== cabin) return 'gone';
  return seat.exit && !before.byName.get(name)?.exit ? 'exit' : undefined;
}

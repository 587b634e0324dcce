import { instant, isDue } from '../../../shared/instants.ts';
import type { BlockEnd } from '../../../shared/seat-blocks.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { countersOf } from '../../store/tables/cabin-counters-table.ts';
import { claimForBlock, takenSeats } from '../../store/tables/claims-table.ts';
import { blocksThatGaveWay, insertSeatBlock } from '../../store/tables/seat-blocks-table.ts';
import type { CommandContext } from '../command.ts';

/**
 * A block that gave way to a sale stands again when its seat comes free, until the time that was given to it. The counters stay: the codes that give
 * way take nothing from stock, and what a supervisor's override took was not given back. A block that a person freed, or of a seat that another aircraft does not have, does not come back.
 */
export async function blockAgain(
  context: CommandContext,
  flightId: number,
  cabin: Cabin,
  why: Extract<BlockEnd, 'sold' | 'override'> = 'sold',
): Promise<void> {
  const { db, now, actor, cache, reference, emit } = context;
  const flight = await cache.flight(flightId);
  if (!flight || flight.cancelled === 1 || isDue(instant(flight.departs_at), now)) return;
  const plan = reference.seatPlan(flight.seat_map);
  const blocks = await blocksThatGaveWay(db, flightId, cabin, now, why);
  const taken = blocks.length > 0 ? await takenSeats(db, flightId, 0) : new Set<string>();
  for (const { seat, code, remark, until_at } of blocks) {
    const there = plan?.byName.get(seat);
    if (!there?.sellable || there.cabin !== cabin) continue;
    // Another block of the seat may have come back just before.
    if (!taken.has(seat) && (await claimForBlock(db, flightId, seat))) taken.add(seat);
    const by = { blocked_at: now, user_name: actor.user, desk: actor.desk };
    await insertSeatBlock(db, { flight_id: flightId, seat, cabin, code, remark, until_at, from_stock: 0, ...by });
    emit('seats.blocked', { flightId, cabin, code, seats: [seat], until: until_at, ...(await countersOf(db, flightId, cabin)) });
  }
}

import { assert } from '../../shared/assert.ts';
import { authorisedSeats } from '../../shared/pricing/authorised-seats.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { Reference } from '../reference/reference.ts';
import type { WriteDatabase } from '../store/database.ts';
import type { MovedCounter } from '../store/tables/moved-counters.ts';
import { takeFromStock } from './blocks/take-from-stock.ts';

/**
 * A flight that gets another aircraft: the authorised number changes by the difference of the two capacities. So an authorisation above or
 * below the capacity stays so. One that was decided as a percentage changes by the difference of these parts of the capacities. A cabin that is gone, or of which no part may be sold, sells none. What it has sold stays, and shows as oversold.
 * Its blocks give back no more than is left of the number with what they took.
 */
export async function moveAuthorised(db: WriteDatabase, counters: readonly MovedCounter[], reference: Reference): Promise<void> {
  for (const { flight_id, cabin, authorised, taken, percent, before, after } of counters) {
    const capacity = (map: string, of: Cabin): number => authorisedSeats(reference.seatPlan(map)?.capacity[of] ?? 0, percent);
    const seats = capacity(after, cabin);
    const stock = seats === 0 ? 0 : Math.max(0, authorised + taken + seats - capacity(before, cabin));
    const moved = Math.max(0, stock - taken);
    const rows = await db.change('UPDATE cabin_counters SET authorised = ? WHERE flight_id = ? AND cabin = ?').run(moved, flight_id, cabin);
    assert(rows === 1, `flight ${flight_id} has no counter for cabin ${cabin}`);
    if (stock < taken) await takeFromStock(db, flight_id, cabin, stock);
  }
}

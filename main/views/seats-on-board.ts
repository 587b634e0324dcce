import type { Cabin } from '../../shared/seat-map.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';

/**
 * Seats of a cabin in which a party cannot stay on the other leg of a through flight: they are taken there, its aircraft does not have them, or they are
 * in an exit row of one of the two alone.
 */
export async function takenOnBoard(
  { db, reference }: { readonly db: ReadDatabase; readonly reference: Reference },
  { plan, cabin }: { readonly plan: SeatPlan; readonly cabin: Cabin },
  other: FlightRow,
): Promise<Set<string>> {
  const taken = await takenSeats(db, other.id, 0);
  const there = reference.seatPlan(other.seat_map)?.byName;
  for (const { seat, exit } of plan.ofCabin.get(cabin) ?? []) {
    const same = there?.get(seat);
    if (same?.cabin !== cabin || !same.sellable || same.exit !== exit) taken.add(seat);
  }
  return taken;
}

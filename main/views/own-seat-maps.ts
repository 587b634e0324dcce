import { assert } from '../../shared/assert.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import { seatPlanOf } from '../reference/seat-plan-of.ts';
import type { ReadDatabase } from '../store/database.ts';
import { mapOfRow, type SeatMapRow, seatMapById } from '../store/tables/seat-maps-table.ts';

/** With what the id of a map begins that the airline drew. */
export const OWN = 'own-';

/**
 * The facts that ship with Aisle, and the seat maps that the airline keeps in this store.
 *
 * A map is read when its id is met for the first time. An id is made from all that its map is, and rows are never changed. So what is known of an id
 * stays true: in a transaction of the writer, in a snapshot, after a batch was undone, after a restore. An id that is not there is asked for
 * again. `db` must answer at once, as SQLite does, because nobody who asks for a seat can wait.
 */
export function withOwnSeatMaps(reference: Reference, db: ReadDatabase): Reference {
  const known = new Map<string, SeatPlan>();
  const ownPlan = (id: string): SeatPlan | undefined => {
    const row = seatMapById(db, id);
    assert(!row || !('then' in row), 'the store answers at once');
    const plan = row && seatPlanOf(mapOfRow(row as SeatMapRow), false);
    if (plan) known.set(id, plan);
    return plan;
  };
  return {
    ...reference,
    seatPlan: (id) => (id.startsWith(OWN) ? (known.get(id) ?? ownPlan(id)) : reference.seatPlan(id)),
    withAirports: (changes) => withOwnSeatMaps(reference.withAirports(changes), db),
  };
}

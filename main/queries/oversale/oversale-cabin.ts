import { accept, type Reply } from '../../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { type CabinCounter, cabinCounters, type FlightRow, flightById } from '../../store/tables/flights-table.ts';
import { cabinSeats } from '../../views/cabin-seats.ts';
import { flightCabin } from '../flight-cabin.ts';
import type { QueryContext } from '../query.ts';

interface OversaleCabin {
  readonly row: FlightRow;
  readonly plan: SeatPlan;
  /** 0 for a cabin that the aircraft does not have, but that somebody booked once. */
  readonly capacity: number;
  readonly counters: readonly CabinCounter[];
}

/** A cabin of a flight that an oversale can be told of: also one that another aircraft took away, because its passengers are without a seat. */
export async function oversaleCabin(context: QueryContext, flightId: number, cabin: Cabin): Promise<Reply<OversaleCabin>> {
  const { db, reference } = context;
  const counters = await cabinCounters(db, flightId);
  const found = await flightCabin(context, flightId, cabin);
  if (found.ok) return accept({ ...found.value, counters });
  const row = await flightById(db, flightId);
  const plan = row && reference.seatPlan(row.seat_map);
  if (!plan || !counters.some((counter) => counter.cabin === cabin)) return found;
  return accept({ row, plan, capacity: 0, counters });
}

/** The cabins whose oversale can be opened, the dearest first, with how many have no seat in each: those of the aircraft, and those it took away. */
export async function oversaleCabins(
  { db }: Pick<QueryContext, 'db'>,
  { row, plan, counters }: OversaleCabin,
): Promise<{ cabin: Cabin; unseated: number }[]> {
  const cabins = CABINS.filter((cabin) => plan.capacity[cabin] || counters.some((one) => one.cabin === cabin && one.held + one.sold > 0));
  return Promise.all(cabins.map(async (cabin) => ({ cabin, unseated: (await cabinSeats(db, row.id, plan, cabin)).unseated })));
}

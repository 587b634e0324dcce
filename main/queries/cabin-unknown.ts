import { refuse } from '../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { type FlightRow, flightName } from '../store/tables/flights-table.ts';

/** Says which cabins the flight has instead. */
export const cabinUnknown = (row: FlightRow, cabin: Cabin, plan: SeatPlan) =>
  refuse('CABIN_UNKNOWN', {
    flightId: row.id,
    flight: flightName(row),
    cabin,
    cabins: CABINS.filter((candidate) => plan.capacity[candidate]),
  });

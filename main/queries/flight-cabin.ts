import type { Refused } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { cabinOfFlight, type FlightCabin } from './cabin-of-flight.ts';
import type { QueryContext } from './query.ts';

/** A flight and how many seats a cabin of it has. A refusal says which cabins it has instead. */
export const flightCabin = async (
  { db, reference }: Pick<QueryContext, 'db' | 'reference'>,
  flightId: number,
  cabin: Cabin,
): Promise<{ readonly ok: true; readonly value: FlightCabin } | Refused> =>
  cabinOfFlight(reference, await flightById(db, flightId), flightId, cabin);

import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { listedAircraft } from '../store/tables/aircraft-table.ts';
import type { Query } from './query.ts';

/** Every aircraft of the airline, by its registration. */
export const aircraft: Query<Input<'aircraft.list'>, Output<'aircraft.list'>> = async ({ db, now }) => {
  const rows = await listedAircraft(db, now);
  return accept({
    aircraft: rows.map(({ tail, equipment, seat_map, weight_limit, retired, flights }) => ({
      ...{ tail, equipment, seatMap: seat_map, weightLimit: weight_limit, retired: retired === 1, flights },
    })),
  });
};

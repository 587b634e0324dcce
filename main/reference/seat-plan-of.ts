import { capacityOf, type SeatMap, seatsOf } from '../../shared/seat-map.ts';
import type { SeatPlan } from './reference.ts';

/** What a seat map says, worked out once. `plain`: nobody has drawn the cabin. `made`: it is made from counts. */
export function seatPlanOf(map: SeatMap, plain: boolean, made = false): SeatPlan {
  const seats = seatsOf(map);
  return {
    map,
    seats,
    ofCabin: Map.groupBy(seats, ({ cabin }) => cabin),
    byName: new Map(seats.map((seat) => [seat.seat, seat])),
    capacity: capacityOf(map),
    plain,
    made,
  };
}

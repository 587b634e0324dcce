import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { SeatsMoved } from '../../pricing/revenue/seats-moved.ts';
import type { Reference } from '../../reference/reference.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { cabinWithoutSeat } from '../../store/tables/claims-table.ts';
import { flightSales } from '../../store/tables/flight-sales.ts';
import { FLIGHTS_AT_ONCE, type FlightRow } from '../../store/tables/flights-table.ts';

export type MovesByCabin = ReadonlyMap<Cabin, readonly SeatsMoved[]>;

const NO_MOVES: MovesByCabin = new Map();

/** How the cabins of flights filled, by flight id. A flight that sold nothing has no moves. */
export async function flightMoves(
  db: ReadDatabase,
  reference: Pick<Reference, 'seatPlan'>,
  flights: readonly Pick<FlightRow, 'id' | 'seat_map'>[],
): Promise<(flightId: number) => MovesByCabin> {
  const all = new Map<number, Map<Cabin, SeatsMoved[]>>();
  const add = (flightId: number, cabin: Cabin, moved: SeatsMoved) => {
    let cabins = all.get(flightId);
    if (!cabins) {
      cabins = new Map();
      all.set(flightId, cabins);
    }
    const moves = cabins.get(cabin);
    if (moves) moves.push(moved);
    else cabins.set(cabin, [moved]);
  };
  const plans = new Map(flights.map(({ id, seat_map }) => [id, reference.seatPlan(seat_map)]));
  for (let first = 0; first < flights.length; first += FLIGHTS_AT_ONCE) {
    const ids = flights.slice(first, first + FLIGHTS_AT_ONCE).map(({ id }) => id);
    const { sold, cancelled } = await flightSales(db, ids);
    for (const { flight_id, seat, sold_at } of sold) {
      const cabin = plans.get(flight_id)?.byName.get(seat)?.cabin ?? cabinWithoutSeat(seat);
      if (cabin) add(flight_id, cabin, { at: sold_at, seats: 1 });
    }
    for (const { flight_id, sold_at, gone_at, legs } of cancelled) {
      const leg = (JSON.parse(legs) as BookedLeg[]).find(({ flightId }) => flightId === flight_id);
      if (!leg) continue;
      add(flight_id, leg.cabin, { at: sold_at, seats: leg.seats.length });
      add(flight_id, leg.cabin, { at: gone_at, seats: -leg.seats.length });
    }
  }
  return (flightId) => all.get(flightId) ?? NO_MOVES;
}

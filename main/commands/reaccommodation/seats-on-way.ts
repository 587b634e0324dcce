import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { trustSeats } from '../../store/checks/trust-seats.ts';
import { usableOf } from '../../store/known-blocks.ts';
import { countersNow } from '../../store/tables/cabin-counters-table.ts';
import { seatsTakenNow } from '../../store/tables/claims-table.ts';
import type { FlightRow } from '../../store/tables/flights-table.ts';
import { listNow, seatsOfList } from '../../views/list-now.ts';
import { weightProblem } from '../aircraft/weight-problem.ts';
import type { CommandContext } from '../command.ts';
import { expireDueHoldsOn } from '../expire-holds.ts';

/** The best free seats of a flight for a whole party, as far as they may be given without being asked for; undefined when it does not fit. */
export async function seatsOnWay(
  context: CommandContext,
  flight: FlightRow,
  cabin: Cabin,
  party: BookingView['party'],
): Promise<readonly string[] | undefined> {
  const { db, reference } = context;
  const plan = reference.seatPlan(flight.seat_map);
  if (!plan?.capacity[cabin]) return undefined;
  await trustSeats(db, flight.id);
  await expireDueHoldsOn(context, flight.id);
  if (await weightProblem(context, flight, party)) return undefined;
  const usable = await usableOf(db, flight.id, cabin, plan.capacity[cabin]);
  const counters = await countersNow(db, flight.id, cabin);
  const list = listNow({ flight, plan, cabin, usable }, await seatsTakenNow(db, flight.id), counters ? [{ cabin, ...counters }] : []);
  return seatsOfList(list, party);
}

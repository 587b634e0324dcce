import { closesAt } from '../../shared/close-of-sales.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import type { FreeSeats } from '../rules/seat-choice.ts';
import { bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { readCloseRules } from '../store/tables/close-rules.ts';
import { cabinCounters, mayStillHold } from '../store/tables/flights-table.ts';
import { cabinSeats } from '../views/cabin-seats.ts';
import { bestSeatsLeft } from '../views/seats-left.ts';
import { bestOnBoard } from './best-on-board.ts';
import { flightCabin } from './flight-cabin.ts';
import { dueSeats } from './flight-claims.ts';
import type { Query, QueryContext } from './query.ts';

/**
 * The best seats that a hold would get now. The same counters are asked as by the hold, and seats of a hold that is due count as free there too,
 * because the hold ends it first. Nothing is offered on a flight that is cancelled, closed for this person, or departed.
 */
export const bestSeats: Query<Input<'flights.bestSeats'>, Output<'flights.bestSeats'>> = async (
  context,
  { flightId, cabin, party, bookingId, wish, staysOn },
) => {
  const { db, now, actor } = context;
  const found = await flightCabin(context, flightId, cabin);
  if (!found.ok) return found;
  const { row, plan } = found.value;
  // After the close of sales a supervisor may still sell, with a reason.
  const closed = actor.role !== 'supervisor' && isDue(closesAt(await readCloseRules(db), row.carrier, row.origin, row.departs_at), now);
  if (row.cancelled === 1 || isDue(instant(row.departs_at), now) || closed) return accept({ choices: [], mayHold: 0 });
  const due = await dueSeats(context, flightId);
  const taken = await takenSeats(db, flightId, 0);
  for (const seat of due) taken.delete(seat);
  const counters = (await cabinCounters(db, flightId)).find((counter) => counter.cabin === cabin);
  const freed = due.filter((seat) => plan.byName.get(seat)?.cabin === cabin).length;
  const counted = bookingId === undefined ? 0 : await countedOn(context, bookingId, flightId, plan, cabin);
  const { usable } = await cabinSeats(db, flightId, plan, cabin);
  const mayHold = mayStillHold(counters, usable) + freed + counted;
  const choose = (free: FreeSeats) => bestSeatsLeft(context, { flightId, plan, cabin }, free, party, wish);
  const choices = staysOn
    ? await bestOnBoard(context, { row, plan, cabin, staysOn }, { taken, mayHold }, party.length, choose)
    : await choose({ taken, mayHold });
  return accept({ choices: choices.map(({ seats, relaxed }) => ({ seats: [...seats], relaxed: [...relaxed] })), mayHold });
};

/** How many of a booking have a place in the cabin for which a seat is there. Those who were sold above the seats have none before one comes free. */
async function countedOn({ db }: QueryContext, bookingId: number, flightId: number, plan: SeatPlan, cabin: Cabin): Promise<number> {
  const row = await bookingById(db, bookingId);
  if (row?.state !== 'CONFIRMED') return 0;
  const seats = legsOf(row).flatMap((leg) => (leg.flightId === flightId && leg.cabin === cabin ? leg.seats : []));
  const over = seats.filter((seat) => seat === 'over').length;
  return seats.length - over + (over === 0 ? 0 : Math.min(over, (await cabinSeats(db, flightId, plan, cabin)).free));
}

import { closesAt } from '../../shared/close-of-sales.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { readCloseRules } from '../store/tables/close-rules.ts';
import { cabinCounters, mayStillHold } from '../store/tables/flights-table.ts';
import { bestSeatsLeft } from '../views/seats-left.ts';
import { flightCabin } from './flight-cabin.ts';
import { dueSeats } from './flight-claims.ts';
import type { Query } from './query.ts';

/**
 * The best seats that a hold would get now. The same counters are asked as by the hold, and seats of a hold that is due count as free there too,
 * because the hold ends it first. Nothing is offered on a flight that is cancelled, closed for this person, or departed.
 */
export const bestSeats: Query<Input<'flights.bestSeats'>, Output<'flights.bestSeats'>> = async (
  context,
  { flightId, cabin, party, wish },
) => {
  const { db, now, actor } = context;
  const found = await flightCabin(context, flightId, cabin);
  if (!found.ok) return found;
  const { row, plan, capacity } = found.value;
  // After the close of sales a supervisor may still sell, with a reason.
  const closed = actor.role !== 'supervisor' && isDue(closesAt(await readCloseRules(db), row.carrier, row.origin, row.departs_at), now);
  if (row.cancelled === 1 || isDue(instant(row.departs_at), now) || closed) return accept({ choices: [], mayHold: 0 });
  const due = await dueSeats(context, flightId);
  const taken = await takenSeats(db, flightId, 0);
  for (const seat of due) taken.delete(seat);
  const counters = (await cabinCounters(db, flightId)).find((counter) => counter.cabin === cabin);
  const freed = due.filter((seat) => plan.byName.get(seat)?.cabin === cabin).length;
  const mayHold = mayStillHold(counters, capacity) + freed;
  const choices = await bestSeatsLeft(context, { flightId, plan, cabin }, { taken, mayHold }, party, wish);
  return accept({ choices: choices.map(({ seats, relaxed }) => ({ seats: [...seats], relaxed: [...relaxed] })), mayHold });
};

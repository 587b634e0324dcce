import { closesAt } from '../../shared/close-of-sales.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { BLOCK_RULES } from '../../shared/seat-blocks.ts';
import { bestSeats as choose } from '../rules/seat-choice.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { readCloseRules } from '../store/tables/close-rules.ts';
import { cabinCounters, mayStillHold } from '../store/tables/flights-table.ts';
import { blocksOfFlight } from '../store/tables/seat-blocks-table.ts';
import { flightCabin } from './flight-cabin.ts';
import { dueSeats } from './flight-claims.ts';
import type { Query, QueryContext } from './query.ts';
import { standingBlocks } from './seat-blocks.ts';

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
  const kept = await blocksThatSell(context, flightId, party);
  for (const seat of kept.free) taken.delete(seat);
  const counters = (await cabinCounters(db, flightId)).find((counter) => counter.cabin === cabin);
  const freed = due.filter((seat) => plan.byName.get(seat)?.cabin === cabin).length;
  const mayHold = mayStillHold(counters, capacity) + freed;
  let choices = choose(plan, { taken, mayHold }, party, cabin, wish);
  if (choices.length === 0 && kept.last.length > 0) {
    // Seats that are sold last are sold with all others that are left, and not before.
    const others = plan.seats.filter((seat) => seat.cabin === cabin && seat.sellable && !taken.has(seat.seat));
    for (const seat of kept.last) taken.delete(seat);
    const withLast = choose(plan, { taken, mayHold }, party, cabin, wish);
    choices = withLast.filter(({ seats }) => others.every(({ seat }) => seats.includes(seat)));
  }
  return accept({ choices: choices.map(({ seats, relaxed }) => ({ seats: [...seats], relaxed: [...relaxed] })), mayHold });
};

/**
 * Blocked seats that may be held all the same. `free`: the time of their blocks has come, or they are for who needs assistance and the party is one
 * who does. `last`: when nothing else is left.
 */
async function blocksThatSell(
  context: QueryContext,
  flightId: number,
  party: Input<'flights.bestSeats'>['party'],
): Promise<{ readonly free: readonly string[]; readonly last: readonly string[] }> {
  const all = await blocksOfFlight(context.db, flightId);
  if (all.length === 0) return { free: [], last: [] };
  const standing = Map.groupBy(await standingBlocks(context, flightId), ({ seat }) => seat);
  const assisted = party.length === 1 && party[0]?.assistance === true;
  const sold = (seat: string, ways: readonly string[]) =>
    (standing.get(seat) ?? []).every(({ code }) => ways.includes(BLOCK_RULES[code].sold));
  const seats = [...new Set(all.map(({ seat }) => seat))];
  const free = seats.filter((seat) => sold(seat, assisted ? ['assistance'] : []));
  const last = seats.filter((seat) => !free.includes(seat) && sold(seat, assisted ? ['assistance', 'last'] : ['last']));
  return { free, last };
}

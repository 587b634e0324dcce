import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { bestSeats as choose } from '../rules/seat-choice.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { cabinUnknown } from './cabin-unknown.ts';
import { flightClaims } from './flight-claims.ts';
import type { Query } from './query.ts';

export const bestSeats: Query<Input<'flights.bestSeats'>, Output<'flights.bestSeats'>> = async (context, { flightId, cabin, party }) => {
  const row = await flightById(context.db, flightId);
  if (!row) return refuse('FLIGHT_UNKNOWN', { flightId });
  const plan = context.reference.seatPlan(row.seat_map);
  assert(plan, `flight ${row.id} flies with a seat map that this Aisle does not know`);
  if (!plan.capacity[cabin]) return cabinUnknown(row, cabin, plan);
  const taken = new Set((await flightClaims(context, flightId)).map(({ seat }) => seat));
  const choices = choose(plan, taken, party, cabin);
  return accept({ choices: choices.map(({ seats, relaxed }) => ({ seats: [...seats], relaxed: [...relaxed] })) });
};

import { type Refused, refuse } from '../../../shared/refusals.ts';
import { type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import { flightWeight } from '../../views/flight-weight.ts';
import { type Weighed, weightOf } from '../../views/standard-weight.ts';
import type { CommandContext } from '../command.ts';

/**
 * Why a flight cannot carry a party; undefined when it can, and at once when it has no weight limit, as nearly every flight. Weight is a second stock: a
 * hold must fit the seats and it. `without`: bookings whose place the party takes. `before`: who of them was aboard; a party that weighs no more than
 * they did is never refused, also where the flight is too heavy already.
 */
export function weightProblem(
  context: CommandContext,
  flight: FlightRow,
  party: readonly Weighed[],
  without: readonly number[] = [],
  before: readonly Weighed[] = [],
): Refused | Promise<Refused | undefined> | undefined {
  const limit = context.cache.weightLimit(flight.id);
  if (limit === null) return undefined;
  return problemAt(context, flight, limit, { party, without, before });
}

async function problemAt(
  { db, reference, cache }: CommandContext,
  flight: FlightRow,
  limit: number | null | PromiseLike<number | null>,
  { party, without, before }: { party: readonly Weighed[]; without: readonly number[]; before: readonly Weighed[] },
): Promise<Refused | undefined> {
  const most = await limit;
  if (most === null) return undefined;
  const asked = { db, reference, setting: cache.setting.bind(cache) };
  const { weight, weights } = await flightWeight(asked, flight, most, without);
  const more = weightOf(party, weights);
  const over = weight.taken + more - most;
  if (over <= 0 || more <= weightOf(before, weights)) return undefined;
  return refuse('TOO_HEAVY', { flightId: flight.id, flight: flightName(flight), limit: most, taken: weight.taken, more, over });
}

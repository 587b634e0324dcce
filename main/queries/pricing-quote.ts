import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { fareOf } from '../pricing/fare.ts';
import { cabinCounters, flightById } from '../store/tables/flights-table.ts';
import { fareOrigin } from '../views/fare-origin.ts';
import { makeOffer } from '../views/quote-offer.ts';
import { cabinUnknown } from './cabin-unknown.ts';
import type { Query } from './query.ts';

export const pricingQuote: Query<Input<'pricing.quote'>, Output<'pricing.quote'>> = async (
  { db, reference, now, actor },
  { flightId, cabin },
) => {
  const row = await flightById(db, flightId);
  if (!row) return refuse('FLIGHT_UNKNOWN', { flightId });
  const plan = reference.seatPlan(row.seat_map);
  assert(plan, `flight ${row.id} flies with a seat map that this Aisle does not know`);
  const capacity = plan.capacity[cabin];
  if (!capacity) return cabinUnknown(row, cabin, plan);
  const counter = (await cabinCounters(db, flightId)).find((candidate) => candidate.cabin === cabin);
  const { fare, trace } = fareOf(row, cabin, counter ?? { authorised: capacity, held: 0, sold: 0 }, fareOrigin(reference, row));
  const quoted = { flightId, cabin, strategy: row.strategy, desk: actor.desk };
  return accept({
    fare,
    currency: row.currency,
    strategy: row.strategy,
    trace: [...trace],
    ...(await makeOffer(db, quoted, fare, now)),
  });
};

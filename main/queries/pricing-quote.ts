import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { fareOf } from '../pricing/fare.ts';
import { cabinCounters } from '../store/tables/flights-table.ts';
import { fareOrigin } from '../views/fare-origin.ts';
import { makeOffer } from '../views/quote-offer.ts';
import { flightCabin } from './flight-cabin.ts';
import type { Query } from './query.ts';

export const pricingQuote: Query<Input<'pricing.quote'>, Output<'pricing.quote'>> = async (context, { flightId, cabin }) => {
  const { db, reference, now, actor } = context;
  const found = await flightCabin(context, flightId, cabin);
  if (!found.ok) return found;
  const { row, capacity } = found.value;
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

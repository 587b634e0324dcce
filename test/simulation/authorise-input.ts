import type { Input } from '../../shared/contract.ts';
import type { ActionOf } from './action.ts';
import type { Model } from './model/model.ts';

/** How many seats of a cabin may be sold, or which part of them, by the number that stands on the screen. */
export function authoriseInput(
  { flight: flightId, cabin, authorised, percent, seen: old }: ActionOf<'authorise'>,
  model: Model,
): Omit<Input<'pricing.authorise'>, 'requestId'> {
  const seen = (model.flights.has(flightId) ? model.counter(flightId, cabin).authorised : 0) + old;
  return { flightId, cabin, authorised, ...(percent === undefined ? {} : { percent }), seen, reason: 'few turn up' };
}

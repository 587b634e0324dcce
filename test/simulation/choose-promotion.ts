import type { ActionOf } from './action.ts';
import type { Model } from './model/model.ts';
import { PROMOTED } from './model/policies.ts';

/** A code for a hold, mostly where its first flight is sold with one. It draws nothing, so the other steps of a seed stay as they are. */
export function choosePromotion(
  model: Model,
  flightId: number | undefined,
  key: number,
  now: number,
): Pick<ActionOf<'place'>, 'promotion'> {
  const flight = model.flights.get(flightId ?? 0);
  const known = flight && model.policies.of(flight, now).name === PROMOTED;
  if (!known) return key % 97 === 0 ? { promotion: 'WELCOME' } : {};
  return key % 13 === 0 ? { promotion: 'EARLY' } : key % 17 === 0 ? { promotion: 'OTHER' } : key % 2 === 0 ? { promotion: 'WELCOME' } : {};
}

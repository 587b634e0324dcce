import { bestSeats, type SeatedPassenger } from '../../../main/rules/seat-choice.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { simulatedReference } from '../simulated-reference.ts';
import { capacity } from '../world.ts';
import type { Model } from './model.ts';

/** The best seats for a party that a cabin may hold now, by the rule that tests of its own prove; undefined when it does not fit. */
export function bestFor(
  model: Model,
  { flightId, cabin }: { readonly flightId: number; readonly cabin: Cabin },
  party: readonly SeatedPassenger[],
): readonly string[] | undefined {
  const { map } = model.flight(flightId);
  const plan = simulatedReference.seatPlan(map);
  if (!plan) return undefined;
  const taken = new Set(
    [...model.claims.keys()].flatMap((key) => (key.startsWith(`${flightId} `) ? [key.slice(`${flightId} `.length)] : [])),
  );
  const { authorised, held, sold } = model.counter(flightId, cabin);
  const mayHold = Math.max(0, Math.min(authorised, capacity(map, cabin)) - held - sold);
  return bestSeats(plan, { taken, mayHold }, party, cabin)[0]?.seats;
}

import type { Input } from '../../shared/contract.ts';
import { dateOfDay } from '../../shared/instants.ts';
import type { ActionOf } from './action.ts';
import type { Model } from './model/model.ts';

/** What a supervisor decides about a class of a flight, or of its route on its day. */
export function overrideInput(
  { flight, of, code, decision, based }: ActionOf<'override'>,
  model: Pick<Model, 'flights' | 'overrides'>,
  requestId: string,
): Input<'pricing.overrideClass'> {
  const { origin = 'JFK', destination = 'ORD', day = 0 } = model.flights.get(flight) ?? {};
  const date = dateOfDay(day);
  const scope =
    of === 'route'
      ? ({ kind: 'route', origin, destination, from: date, to: date } as const)
      : ({ kind: 'flight', flightId: flight } as const);
  const newest = model.overrides.newestOf(scope, code);
  return { requestId, scope, cabin: 'Y', code, decision, reason: 'A try', basedOn: Math.max(0, newest - (based === 'old' ? 1 : 0)) };
}

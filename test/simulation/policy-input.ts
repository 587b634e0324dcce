import type { CommandInput } from '../../main/commands/registry.ts';
import type { ActionOf } from './action.ts';
import type { Model } from './model/model.ts';
import { POLICIES } from './model/policies.ts';

/** What a supervisor publishes: rules for a flight, its route or all flights, from now on or later. */
export function policyInput(
  { flight, of, name, starts, lasts, based }: ActionOf<'publish'>,
  model: Pick<Model, 'flights' | 'policies'>,
  now: number,
): CommandInput<'policies.publish'> {
  const { origin = 'JFK', destination = 'ORD' } = model.flights.get(flight) ?? {};
  const scopes = {
    network: { kind: 'network' },
    route: { kind: 'route', origin, destination },
    flight: { kind: 'flight', flightId: flight },
  } as const;
  const scope = scopes[of];
  const validFrom = starts === 0 ? null : now + starts;
  return {
    ...{ scope, rules: name && [...POLICIES[name].rules], validFrom, validTo: lasts === null ? null : (validFrom ?? now) + lasts },
    ...{ reason: 'A try', basedOn: Math.max(0, model.policies.newestOf(scope) - (based === 'old' ? 1 : 0)), filed: [] },
  };
}

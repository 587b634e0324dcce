import { expect, test } from 'vitest';
import { ClassOverrides } from '../../../main/pricing/class-overrides.ts';
import { PoliciesInForce, type PublishedPolicy } from '../../../main/pricing/policies-in-force.ts';
import { instant } from '../../../shared/instants.ts';
import type { PolicyScope } from '../../../shared/methods/policy-view.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';

const NETWORK = { kind: 'network' } as const;
const ROUTE = { kind: 'route', origin: 'JFK', destination: 'LAX' } as const;
const FLIGHT = { kind: 'flight', flightId: 7 } as const;
const flight = { id: 7, origin: 'JFK', destination: 'LAX' };

const published = (version: number, scope: PolicyScope, from: number, to: number | null = null, ends = false): PublishedPolicy => ({
  version,
  scope,
  validFrom: instant(from),
  validTo: to === null ? null : instant(to),
  rules: ends ? null : (POLICY_TEMPLATES.demand ?? []),
  author: 'osei',
});

test.each<[string, PublishedPolicy[], number]>([
  ['the network has one', [published(1, NETWORK, 0)], 1],
  ['a route beats the network', [published(1, ROUTE, 0), published(2, NETWORK, 0)], 1],
  ['a flight beats its route', [published(1, FLIGHT, 0), published(2, ROUTE, 0), published(3, NETWORK, 0)], 1],
  ['the other direction is another route', [published(1, NETWORK, 0), published(2, { ...ROUTE, origin: 'LAX', destination: 'JFK' }, 0)], 1],
  ['another flight is another flight', [published(1, NETWORK, 0), published(2, { ...FLIGHT, flightId: 70 }, 0)], 1],
  ['the newest version counts', [published(1, NETWORK, 0), published(2, NETWORK, 0)], 2],
  ['a version that is to come does not count yet', [published(1, NETWORK, 0), published(2, NETWORK, 1_001)], 1],
  ['it counts from its very moment on', [published(1, NETWORK, 0), published(2, NETWORK, 1_000)], 2],
  ['when its time is over the one before counts again', [published(1, NETWORK, 0), published(2, NETWORK, 0, 1_000)], 1],
  ['it counts until just before its end', [published(1, NETWORK, 0), published(2, NETWORK, 0, 1_001)], 2],
  [
    'a flight that has given up its own is priced by its route',
    [published(1, ROUTE, 0), published(2, FLIGHT, 0), published(3, FLIGHT, 0, null, true)],
    1,
  ],
])('%s', (_case, all, version) => {
  expect(new PoliciesInForce(all).of(flight, instant(1_000)).version).toBe(version);
});

test('the generation changes when a version is added, begins or ends, when a class is decided by hand, and at no other time', () => {
  const policies = new PoliciesInForce([published(1, NETWORK, 0), published(2, ROUTE, 1_000, 2_000)]);
  const at = [0, 999, 1_000, 1_999, 2_000, 9_000].map((now) => policies.generation(instant(now)));
  expect(at).toEqual(['2 1 0', '2 1 0', '2 2 0', '2 2 0', '2 3 0', '2 3 0']);
  const override = { cabin: 'Y', code: 'Q', decision: 'closed', author: 'osei', reason: 'a congress', at: 1 } as const;
  const decided = new ClassOverrides([{ ...override, number: 1, scope: FLIGHT }]);
  expect(new PoliciesInForce([published(1, NETWORK, 0)], decided).generation(instant(0))).toBe('1 1 1');
  expect([0, 999, 1_000, 2_000].map((now) => policies.nextTurn(instant(now)))).toEqual([1_000, 1_000, 2_000, null]);
});

test('a policy prices by the rules that are on, and two that know the same version find the same policy', () => {
  const base = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } } as const;
  const fuel = { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 }, off: true } as const;
  const one = { ...published(1, NETWORK, 0), rules: [base, fuel] };
  const [first, second] = [new PoliciesInForce([one]), new PoliciesInForce([one, published(2, ROUTE, 0)])];
  expect(first.of(flight, instant(0)).rules).toEqual([base]);
  expect(second.ofNetwork(instant(0))).toBe(first.ofNetwork(instant(0)));
});

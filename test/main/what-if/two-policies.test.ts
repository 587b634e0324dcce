import { describe, expect, test } from 'vitest';
import type { PublishedPolicy } from '../../../main/pricing/policies-in-force.ts';
import { twoPolicies } from '../../../main/what-if/two-policies.ts';
import { instant } from '../../../shared/instants.ts';
import type { PolicyScope } from '../../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';

const NOW = instant(1_000);
const NETWORK = { kind: 'network' } as const;
const ROUTE = { kind: 'route', origin: 'JFK', destination: 'LAX' } as const;
const FLIGHT = { kind: 'flight', flightId: 7 } as const;
const flight = { id: 7, origin: 'JFK', destination: 'LAX' } as never;

/** Rules that are told apart by their figure alone. */
const rules = (figure: number): PolicyRule[] => [{ rule: 'rounding', to: figure, less: 0 }];
const published = (version: number, scope: PolicyScope, more: Partial<PublishedPolicy> = {}): PublishedPolicy =>
  ({ version, scope, rules: rules(version), validFrom: instant(0), validTo: null, ...more }) as PublishedPolicy;
const draft = (scope: PolicyScope, figure: number | null = 99) =>
  ({ kind: 'draft', scope, rules: figure === null ? null : rules(figure) }) as const;

describe('a draft', () => {
  test.each<[string, PublishedPolicy[], ReturnType<typeof draft>, number, number, string | undefined]>([
    ['of the network prices a flight that has no other policy', [published(1, NETWORK)], draft(NETWORK), 1, 99, undefined],
    [
      'of the network does not reach the flights of a route with its own',
      [published(1, NETWORK), published(2, ROUTE)],
      draft(NETWORK),
      2,
      2,
      'narrower',
    ],
    ['of a route does not reach a flight with its own', [published(1, NETWORK), published(2, FLIGHT)], draft(ROUTE), 2, 2, 'narrower'],
    ['of a flight beats route and network', [published(1, NETWORK), published(2, ROUTE)], draft(FLIGHT), 2, 99, undefined],
    [
      'that takes the policy of a route away leaves the network',
      [published(1, NETWORK), published(2, ROUTE)],
      draft(ROUTE, null),
      2,
      1,
      undefined,
    ],
    ['that takes away what is not there changes nothing', [published(1, NETWORK)], draft(ROUTE, null), 1, 1, 'same'],
    [
      'reaches a flight whose own policy is over',
      [published(1, NETWORK), published(2, FLIGHT, { validTo: NOW })],
      draft(NETWORK),
      1,
      99,
      undefined,
    ],
    [
      'reaches a flight whose own policy has not begun',
      [published(1, NETWORK), published(2, FLIGHT, { validFrom: instant(1_001) })],
      draft(NETWORK),
      1,
      99,
      undefined,
    ],
  ])('%s', (_, policies, change, before, after, why) => {
    const found = twoPolicies(policies, change, NOW).of(flight);
    expect([found.before, found.after, found.why]).toEqual([rules(before), rules(after), why]);
  });
});

describe('a published version', () => {
  const all = [published(1, NETWORK), published(2, NETWORK), published(3, NETWORK)];
  test('is compared with what it replaced, whatever came later', () => {
    const sides = twoPolicies(all, { kind: 'version', version: 2 }, NOW);
    expect(sides.scope).toEqual(NETWORK);
    expect([sides.of(flight).before, sides.of(flight).after]).toEqual([rules(1), rules(2)]);
  });
});

import { expect, test } from 'vitest';
import { ClassOverrides } from '../../../main/pricing/class-overrides.ts';
import { dayNumber } from '../../../shared/instants.ts';
import type { ClassDecision, ClassOverride, OverrideScope } from '../../../shared/methods/class-overrides.ts';

const FLIGHT: OverrideScope = { kind: 'flight', flightId: 7 };
const ROUTE: OverrideScope = { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-12-20', to: '2027-01-04' };
const flight = { id: 7, origin: 'JFK', destination: 'LAX', service_day: dayNumber('2026-12-24') };

type Decided = readonly [OverrideScope, ClassDecision, Partial<ClassOverride>?];
const decisions = (all: readonly Decided[]) =>
  new ClassOverrides(
    all.map(([scope, decision, more], place) => ({
      ...{ number: place + 1, scope, cabin: 'Y', code: 'Q', decision, author: 'osei', reason: 'a congress', at: 1 },
      ...more,
    })),
  );

test.each<[string, Decided[], ClassDecision | undefined]>([
  ['nothing is decided', [], undefined],
  ['its flight', [[FLIGHT, 'closed']], 'closed'],
  ['its route on its day', [[ROUTE, 'open']], 'open'],
  ['the first day of a route is in', [[{ ...ROUTE, from: '2026-12-24' }, 'closed']], 'closed'],
  ['the last day too', [[{ ...ROUTE, to: '2026-12-24' }, 'closed']], 'closed'],
  ['the day before the first is not', [[{ ...ROUTE, from: '2026-12-25' }, 'closed']], undefined],
  ['nor is the day after the last', [[{ ...ROUTE, to: '2026-12-23' }, 'closed']], undefined],
  ['the other direction', [[{ ...ROUTE, origin: 'LAX', destination: 'JFK' }, 'closed']], undefined],
  ['another flight', [[{ ...FLIGHT, flightId: 70 }, 'closed']], undefined],
  ['another cabin', [[FLIGHT, 'closed', { cabin: 'J' }]], undefined],
  ['another class', [[FLIGHT, 'closed', { code: 'M' }]], undefined],
  [
    'the newest of a flight counts',
    [
      [FLIGHT, 'closed'],
      [FLIGHT, 'open'],
    ],
    'open',
  ],
  [
    'the newest of a route counts',
    [
      [ROUTE, 'open'],
      [{ ...ROUTE, from: '2026-12-24' }, 'closed'],
    ],
    'closed',
  ],
  [
    'a flight beats its route, also an older one',
    [
      [FLIGHT, 'open'],
      [ROUTE, 'closed'],
    ],
    'open',
  ],
  [
    'a flight that is given back follows its route',
    [
      [FLIGHT, 'open'],
      [ROUTE, 'closed'],
      [FLIGHT, 'policy'],
    ],
    'closed',
  ],
  [
    'both are given back',
    [
      [FLIGHT, 'open'],
      [ROUTE, 'closed'],
      [FLIGHT, 'policy'],
      [ROUTE, 'policy'],
    ],
    undefined,
  ],
])('%s', (_case, all, decision) => {
  expect(decisions(all).of(flight, 'Y').get('Q')?.decision).toBe(decision);
});

import { expect, test } from 'vitest';
import { overrideOfSale } from '../../../main/pricing/override-of-sale.ts';
import type { ClassOverride, OverrideScope } from '../../../shared/methods/class-overrides.ts';

const LEG = { flightId: 7, origin: 'JFK', destination: 'LAX', date: '2026-12-05', cabin: 'Y' } as const;
const FLIGHT: OverrideScope = { kind: 'flight', flightId: 7 };
const route = (from = '2026-12-01', to = '2026-12-31'): OverrideScope => ({ kind: 'route', origin: 'JFK', destination: 'LAX', from, to });

/** Decisions about Q in economy, one a minute. */
const decisions = (...all: [OverrideScope, ClassOverride['decision'], Partial<ClassOverride>?][]): ClassOverride[] =>
  all.map(([scope, decision, more], place) => ({
    ...{ number: place + 1, scope, cabin: 'Y', code: 'Q', decision, author: 'osei', reason: 'a test', at: place + 1 },
    ...more,
  }));

test.each<[string, ClassOverride[], 'open' | 'closed', number, number | undefined]>([
  ['the only one', decisions([FLIGHT, 'closed']), 'closed', 9, 1],
  ['one of that very moment', decisions([FLIGHT, 'closed']), 'closed', 1, 1],
  ['none of later', decisions([FLIGHT, 'closed']), 'closed', 0, undefined],
  ['the newest of two', decisions([FLIGHT, 'closed'], [FLIGHT, 'closed']), 'closed', 9, 2],
  ['the flight before its route', decisions([FLIGHT, 'closed'], [route(), 'closed']), 'closed', 9, 1],
  ['the route where the flight is given back', decisions([route(), 'closed'], [FLIGHT, 'open'], [FLIGHT, 'policy']), 'closed', 9, 1],
  ['a day of the route, the first', decisions([route('2026-12-05'), 'closed']), 'closed', 9, 1],
  ['a day of the route, the last', decisions([route('2026-12-01', '2026-12-05'), 'closed']), 'closed', 9, 1],
  ['no day of the route', decisions([route('2026-12-06'), 'closed']), 'closed', 9, undefined],
  ['another flight', decisions([{ kind: 'flight', flightId: 8 }, 'closed']), 'closed', 9, undefined],
  ['another cabin', decisions([FLIGHT, 'closed', { cabin: 'J' }]), 'closed', 9, undefined],
  ['another class', decisions([FLIGHT, 'closed', { code: 'M' }]), 'closed', 9, undefined],
  ['a price that was read out before the class was opened', decisions([FLIGHT, 'closed'], [FLIGHT, 'open']), 'closed', 9, 1],
  ['a price that was read out before the class was given back', decisions([FLIGHT, 'open'], [FLIGHT, 'policy']), 'open', 9, 1],
])('%s', (_case, all, decision, at, number) => {
  expect(overrideOfSale(all, LEG, { code: 'Q', decision }, at)?.number).toBe(number);
});

import { describe, expect, test } from 'vitest';
import { historyEntries, overrideState } from '../../../renderer/pricing/history-entries.ts';
import type { ClassOverride, OverrideScope } from '../../../shared/methods/class-overrides.ts';
import { version } from './policy-samples.ts';

const FLIGHT: OverrideScope = { kind: 'flight', flightId: 7 };
const route = (from: string, to: string): OverrideScope => ({ kind: 'route', origin: 'JFK', destination: 'LAX', from, to });
const hand = (number: number, change: Partial<ClassOverride> = {}): ClassOverride => ({
  ...{ number, scope: FLIGHT, cabin: 'Y', code: 'Q', decision: 'closed', author: 'osei', reason: 'a test', at: number },
  ...change,
});
const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key);

describe('the history', () => {
  const policies = [
    version({ version: 3, publishedAt: 30 }),
    version({ version: 2, publishedAt: 10 }),
    version({ version: 1, author: '' }),
  ];

  test('has both kinds by their time, and what was before policies at its end', () => {
    const all = historyEntries({ all: policies, more: false }, { all: [hand(2, { at: 40 }), hand(1, { at: 20 })], more: false });
    expect(keys(all)).toEqual(['hand 2', 'v3', 'hand 1', 'v2', 'v1']);
  });

  test('shows nothing older than the oldest that was read of a kind that has more', () => {
    expect(keys(historyEntries({ all: policies, more: false }, { all: [hand(2, { at: 20 })], more: true }))).toEqual(['v3', 'hand 2']);
    expect(keys(historyEntries({ all: policies.slice(0, 1), more: true }, { all: [hand(2, { at: 20 })], more: false }))).toEqual(['v3']);
  });
});

const DAYS = route('2026-12-01', '2026-12-05');
test.each<[string, ClassOverride, ClassOverride[], 'in force' | 'past']>([
  ['alone', hand(1), [], 'in force'],
  ['given back', hand(1), [hand(2, { decision: 'policy' })], 'past'],
  ['that gives back', hand(1, { decision: 'policy' }), [], 'past'],
  ['followed for another class', hand(1), [hand(2, { code: 'M' })], 'in force'],
  ['followed for another flight', hand(1), [hand(2, { scope: { kind: 'flight', flightId: 8 } })], 'in force'],
  ['followed for its route', hand(1), [hand(2, { scope: DAYS })], 'in force'],
  ['of a route on its last day', hand(1, { scope: route('2026-11-01', '2026-11-21') }), [], 'in force'],
  ['of a route after its last day', hand(1, { scope: route('2026-11-01', '2026-11-20') }), [], 'past'],
  ['followed on some of its days', hand(1, { scope: DAYS }), [hand(2, { scope: route('2026-12-02', '2026-12-09') })], 'in force'],
  ['followed on all of its days', hand(1, { scope: DAYS }), [hand(2, { scope: route('2026-12-01', '2026-12-09') })], 'past'],
])('a decision %s', (_case, one, newer, state) => {
  expect(overrideState(one, [...newer, one], '2026-11-21')).toBe(state);
});

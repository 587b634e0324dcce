import { expect, test } from 'vitest';
import { ClassOverrides } from '../../../main/pricing/class-overrides.ts';
import { type PricedFlight, priceQuestion } from '../../../main/views/price-question.ts';
import { dayNumber, HOUR_MS, instant } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { reference } from '../support/once/reference.ts';

const NOW = instant(Date.UTC(2026, 10, 26, 12));
/** Nothing is decided by hand. */
const policies = { overrides: new ClassOverrides([]) };
const flight: PricedFlight = {
  ...{ id: 1, origin: 'JFK', destination: 'LAX', service_day: dayNumber('2026-11-29'), departs_at: NOW + 72 * HOUR_MS },
  ...{ base_fare: 100_00, currency: 'USD', competitor_fare: 98_10, competitor_read_at: NOW - HOUR_MS },
};
const BASE = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } } as const;
const MATCH = { rule: 'competitor', within: 3, noOlderThanHours: 24 } as const;
const ONE = { F: 1, J: 1, W: 1, Y: 1 };
const BY_MILE = { rule: 'distanceBase', currency: 'USD', otherwise: BASE.percent, start: ONE, perMile: ONE } as const;
const none = { authorised: 100, held: 0, sold: 0 };
const asked = (rules: readonly PolicyRule[], more: Partial<PricedFlight> = {}) =>
  priceQuestion({ now: NOW, reference, policies }, { ...flight, ...more }, 'Y', { ofCabin: none, ofFlight: none }, rules);

test.each<[string, Partial<PricedFlight>, object | undefined]>([
  ['an hour ago', {}, { fare: 98_10, ageHours: 1 }],
  ['now', { competitor_read_at: NOW }, { fare: 98_10, ageHours: 0 }],
  ['a part of an hour ago counts as a whole one', { competitor_read_at: NOW - 1 }, { fare: 98_10, ageHours: 1 }],
  ['more than a day ago', { competitor_read_at: NOW - 24 * HOUR_MS - 1 }, { fare: 98_10, ageHours: 25 }],
  ['never', { competitor_fare: null, competitor_read_at: null }, undefined],
  ['in the future, where it would never grow old', { competitor_read_at: NOW + 1 }, undefined],
])("a competitor's fare that was read %s", (_case, more, expected) => {
  expect(asked([BASE, MATCH], more).competitor).toEqual(expected);
});

test('a policy that does not ask for a competitor or for miles is not told of them', () => {
  expect(asked([BASE])).toMatchObject({ competitor: undefined, miles: undefined });
});

test('miles are whole, and not known where a place is not', () => {
  // 2,475 on the ellipsoid; the sphere is within 0.6 %.
  expect([2_469, 2_470, 2_475]).toContain(asked([BY_MILE]).miles);
  expect(asked([BY_MILE], { destination: 'QQQ' }).miles).toBeUndefined();
});

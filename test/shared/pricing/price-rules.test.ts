import { describe, expect, test } from 'vitest';
import { type PolicyRule, policyRule } from '../../../shared/pricing/policy.ts';
import { priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';
import { priceQuestion } from './price-question.ts';

const BASE = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } } as const;
const taken = (sold: number, held = 0, authorised = 100) => ({ authorised, held, sold });
const curve = {
  rule: 'loadCurve',
  over: 'cabin',
  knots: [
    { taken: 20, change: -12 },
    { taken: 60, change: 8 },
    { taken: 90, change: 52 },
  ],
} as const;
const tiers = {
  rule: 'loadTiers',
  over: 'cabin',
  tiers: [
    { below: 50, percent: 70 },
    { below: 80, percent: 100 },
    { below: 95, percent: 130 },
  ],
  above: 180,
} as const;
const days = {
  rule: 'daysAhead',
  knots: [
    { days: 1, change: 15 },
    { days: 3, change: 10 },
    { days: 21, change: -8 },
  ],
} as const;
const seats = { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 140 } } as const;
const weekend = { rule: 'weekday', change: [0, 0, 0, 0, 0, 50, 50] } as const;
const newYear = { rule: 'holiday', days: [{ date: '2027-01-01', name: 'New Year', change: 100 }] } as const;
const winter = { rule: 'season', name: 'Christmas', from: '12-20', to: '01-04', change: 8 } as const;
const types = { rule: 'passengerType', percent: { ADT: 100, CHD: 75, INF: 0, INS: 75 } } as const;
const fuel = { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00, JPY: 1_800 } } as const;
const listed = {
  rule: 'amountBase',
  currency: 'USD',
  fares: { F: 300_00, J: 200_00, W: 150_00, Y: 100_00 },
  otherwise: { F: 400, J: 250, W: 150, Y: 100 },
} as const;

const byDistance = {
  rule: 'distanceBase',
  currency: 'USD',
  start: { F: 156_00, J: 97_50, W: 58_50, Y: 39_00 },
  perMile: { F: 44, J: 28, W: 17, Y: 11 },
  otherwise: { F: 400, J: 250, W: 150, Y: 100 },
} as const;

const match = { rule: 'competitor', within: 3, noOlderThanHours: 24 } as const;

const welcome = { rule: 'promotion', code: 'WELCOME', change: -20, from: '2026-11-01', to: '2026-11-30', stock: 50 } as const;
const staff = { ...welcome, code: 'STAFF99', change: -99 } as const;

/** Rules after the base fare of 100.00, what is asked, and the fare. */
const CASES: readonly (readonly [string, readonly PolicyRule[], Partial<PriceQuestion>, number])[] = [
  ['a better cabin begins from more', [], { cabin: 'J' }, 250_00],
  ['a base fare is whole minor units', [], { cabin: 'J', baseFare: 123_45 }, 308_63],
  ['yen have no decimals', [], { cabin: 'J', baseFare: 12_345, currency: 'JPY' }, 30_863],
  ['left of its first knot a curve is level', [curve], { ofCabin: taken(20) }, 88_00],
  ['left of its first knot a curve is level, at no load', [curve], {}, 88_00],
  ['between two knots a curve is straight', [curve], { ofCabin: taken(30, 10) }, 98_00],
  ['at a knot it is what the knot says', [curve], { ofCabin: taken(60) }, 108_00],
  ['a third of the way', [curve], { ofCabin: taken(70) }, 122_67],
  ['right of its last knot a curve is level', [curve], { ofCabin: taken(100) }, 152_00],
  ['oversold counts as full', [curve], { ofCabin: taken(110) }, 152_00],
  ['a cabin that may sell nothing counts as empty', [curve], { ofCabin: taken(0, 0, 0) }, 88_00],
  ['a curve over the flight asks the flight', [{ ...curve, over: 'flight' }], { ofFlight: taken(60), ofCabin: taken(0) }, 108_00],
  ['below the first step', [tiers], { ofCabin: taken(49) }, 70_00],
  ['at the first step', [tiers], { ofCabin: taken(50) }, 100_00],
  ['just below the second step', [tiers], { ofCabin: taken(79_999, 0, 100_000) }, 100_00],
  ['at the second step', [tiers], { ofCabin: taken(80) }, 130_00],
  ['at the third step', [tiers], { ofCabin: taken(95) }, 180_00],
  ['full', [tiers], { ofCabin: taken(100) }, 180_00],
  ['the day of departure costs as much as the day before', [days], { daysAhead: 0 }, 115_00],
  ['two days ahead', [days], { daysAhead: 2 }, 112_50],
  ['a year ahead', [days], { daysAhead: 365 }, 92_00],
  ['a standard seat', [seats], {}, 100_00],
  ['extra legroom', [seats], { seat: 'extraLegroom' }, 150_00],
  ['an exit row', [seats], { seat: 'exit' }, 140_00],
  ['a Friday is no weekend', [weekend], { date: '2026-11-27' }, 100_00],
  ['a Saturday', [weekend], { date: '2026-11-28' }, 150_00],
  ['a Sunday', [weekend], { date: '2026-11-29' }, 150_00],
  ['a Monday', [weekend], { date: '2026-11-30' }, 100_00],
  ['a holiday', [newYear], { date: '2027-01-01' }, 200_00],
  ['the day after a holiday', [newYear], { date: '2027-01-02' }, 100_00],
  ['the first day of a season', [winter], { date: '2026-12-20' }, 108_00],
  ['the last day of a season, in the next year', [winter], { date: '2027-01-04' }, 108_00],
  ['the day before a season', [winter], { date: '2026-12-19' }, 100_00],
  ['the day after a season', [winter], { date: '2027-01-05' }, 100_00],
  ['a child', [types], { passenger: 'CHD' }, 75_00],
  ['an infant on the lap pays nothing', [types], { passenger: 'INF' }, 0],
  ['a charge', [fuel], {}, 112_00],
  ['a charge in yen', [fuel], { baseFare: 12_000, currency: 'JPY' }, 13_800],
  ['a currency without an amount is not charged', [fuel], { currency: 'EUR' }, 100_00],
  ['a floor that is not reached', [{ rule: 'floor', amounts: { USD: 99_99 } }], {}, 100_00],
  ['a floor', [{ rule: 'floor', amounts: { USD: 149_00 } }], {}, 149_00],
  ['a ceiling', [{ rule: 'ceiling', amounts: { USD: 89_00 } }], {}, 89_00],
  ['a ceiling of another currency', [{ rule: 'ceiling', amounts: { EUR: 89_00 } }], {}, 100_00],
  ["no competitor's fare", [match], {}, 100_00],
  ["a competitor's fare below", [match], { competitor: { fare: 98_10, ageHours: 1 } }, 98_10],
  ["a competitor's fare above", [match], { competitor: { fare: 102_90, ageHours: 1 } }, 102_90],
  ['at the lower edge', [match], { competitor: { fare: 97_00, ageHours: 1 } }, 97_00],
  ['beyond the lower edge', [match], { competitor: { fare: 96_99, ageHours: 1 } }, 100_00],
  ['at the upper edge', [match], { competitor: { fare: 103_00, ageHours: 1 } }, 103_00],
  ['beyond the upper edge', [match], { competitor: { fare: 103_01, ageHours: 1 } }, 100_00],
  ["a competitor's fare as old as it may be", [match], { competitor: { fare: 98_10, ageHours: 24 } }, 98_10],
  ["a competitor's fare that is too old", [match], { competitor: { fare: 98_10, ageHours: 25 } }, 100_00],
  ["a competitor's fare is for economy", [match], { cabin: 'J', competitor: { fare: 250_01, ageHours: 1 } }, 250_00],
  ["a competitor's fare is compared with the price so far", [curve, match], { competitor: { fare: 90_00, ageHours: 1 } }, 90_00],
  ['nobody names a promotion', [welcome], {}, 100_00],
  ['a promotion', [welcome], { promotion: 'WELCOME' }, 80_00],
  ['a promotion that the policy does not know', [welcome], { promotion: 'SUMMER' }, 100_00],
  ['one of two promotions', [welcome, staff], { promotion: 'STAFF99' }, 1_00],
  ['a promotion of the price so far', [curve, welcome], { ofCabin: taken(60), promotion: 'WELCOME' }, 86_40],
  ['the largest change changes no price', [{ rule: 'largestChange', percent: 1 }], {}, 100_00],
  ['to whole units, half up', [{ rule: 'rounding', to: 100, less: 0 }], { baseFare: 100_50 }, 101_00],
  ['to whole units, down', [{ rule: 'rounding', to: 100, less: 0 }], { baseFare: 100_49 }, 100_00],
  ['to fives', [{ rule: 'rounding', to: 500, less: 0 }], { baseFare: 102_50 }, 105_00],
  ['a price that ends in 9', [{ rule: 'rounding', to: 1_000, less: 100 }], { baseFare: 146_00 }, 149_00],
  ['as filed in whole units', [curve, { rule: 'roundingAsFiled' }], { ofCabin: taken(70) }, 123_00],
  ['as filed in cents', [curve, { rule: 'roundingAsFiled' }], { ofCabin: taken(70), baseFare: 100_01 }, 122_68],
  [
    'as filed in dinars of 1,000 fils',
    [curve, { rule: 'roundingAsFiled' }],
    { ofCabin: taken(70), baseFare: 100_000, currency: 'KWD' },
    123_000,
  ],
  ['one rounding, not one a step', [curve, days, { rule: 'rounding', to: 1, less: 0 }], { ofCabin: taken(70), daysAhead: 12 }, 123_89],
];

test.each(CASES)('%s', (_case, rules, question, fare) => {
  const all = [BASE, ...rules];
  for (const rule of all) expect(policyRule.safeParse(rule).error?.issues).toBeUndefined();
  const priced = priceByPolicy(all, priceQuestion(question));
  expect(priced.fare).toBe(fare);
  expect(priced.trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(fare);
});

describe('a listed base fare', () => {
  test.each([
    ['USD', 'Y', 100_00],
    ['USD', 'F', 300_00],
    ['EUR', 'Y', 311_00],
    ['EUR', 'J', 777_50],
  ] as const)('in %s, cabin %s', (currency, cabin, fare) => {
    expect(priceByPolicy([listed], priceQuestion({ baseFare: 311_00, currency, cabin })).fare).toBe(fare);
  });
});

describe('a base fare by distance', () => {
  test.each<[string, Partial<PriceQuestion>, number, string]>([
    ['an amount and so much a mile', { miles: 2_475 }, 311_25, 'for 2475 miles'],
    ['each cabin has its own', { miles: 2_475, cabin: 'J' }, 790_50, 'for 2475 miles'],
    ['no mile at all', { miles: 0 }, 39_00, 'for 0 miles'],
    ['half around the earth', { miles: 12_430 }, 1_406_30, 'for 12430 miles'],
    ['a distance that is not known', { miles: undefined }, 100_00, 'from the schedule file'],
    ['a flight in another currency', { currency: 'EUR', cabin: 'J' }, 250_00, '2.5 x economy, from the schedule file'],
    ['yen, which have no decimals', { currency: 'JPY', baseFare: 12_345 }, 12_345, 'from the schedule file'],
  ])('%s', (_case, question, fare, detail) => {
    const priced = priceByPolicy([byDistance], priceQuestion(question));
    expect(priced).toMatchObject({ fare, trace: [{ detail, amount: fare }] });
  });

  test('amounts in yen are whole yen', () => {
    const inYen = { ...byDistance, currency: 'JPY', start: { F: 1, J: 1, W: 1, Y: 5_000 }, perMile: { F: 0, J: 0, W: 0, Y: 17 } };
    expect(priceByPolicy([inYen], priceQuestion({ currency: 'JPY', miles: 517 })).fare).toBe(13_789);
  });
});

test.each([
  [0, 'read within the last hour'],
  [1, 'read within the last hour'],
  [2, 'read within the last 2 hours'],
])("the trace says that a competitor's fare is %i hours old", (ageHours, age) => {
  expect(priceByPolicy([BASE, match], priceQuestion({ competitor: { fare: 98_10, ageHours } })).trace[1]).toEqual({
    label: "Competitor's fare",
    detail: `98.10 USD, ${age}`,
    amount: -1_90,
  });
});

test('the trace says which promotion was used', () => {
  expect(priceByPolicy([BASE, welcome], priceQuestion({ promotion: 'WELCOME' })).trace[1]).toEqual({
    label: 'Promotion WELCOME',
    detail: '\u221220 %',
    amount: -20_00,
  });
});

test.each<[string, object]>([
  ['small letters', { code: 'welcome' }],
  ['a blank', { code: 'WEL COME' }],
  ['two signs', { code: 'AB' }],
  ['a price on top', { change: 10 }],
  ['no change', { change: 0 }],
  ['a seat for nothing', { change: -100 }],
  ['an end before its beginning', { to: '2026-10-31' }],
  ['no stock', { stock: 0 }],
])('a promotion with %s is none', (_case, more) => {
  expect(policyRule.safeParse({ ...welcome, ...more }).success).toBe(false);
});

test('the trace says in words what each step did', () => {
  const question = priceQuestion({ ofCabin: taken(64), date: '2026-11-28', passenger: 'CHD', seat: 'preferred', daysAhead: 1 });
  const all = [BASE, curve, days, weekend, seats, types, fuel, { rule: 'ceiling', amounts: { USD: 200_00 } }] as const;
  expect(priceByPolicy(all, question).trace).toEqual([
    { label: 'Base fare, economy', detail: 'from the schedule file', amount: 100_00 },
    { label: 'Load 64 %', detail: '+13.9 %', amount: 13_87 },
    { label: '1 day before departure', detail: '+15 %', amount: 17_08 },
    { label: 'Saturday', detail: '+50 %', amount: 65_47 },
    { label: 'Preferred seat', detail: 'times 1.3', amount: 58_93 },
    { label: 'Child', detail: '75 % of the fare', amount: -63_84 },
    { label: 'Fuel', detail: 'for every seat', amount: 12_00 },
    { label: 'Ceiling', detail: 'no fare is higher', amount: -3_51 },
  ]);
});

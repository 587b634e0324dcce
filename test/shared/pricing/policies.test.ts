import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASSENGER_TYPES } from '../../../shared/passengers.ts';
import { type PolicyRule, SEAT_TYPES } from '../../../shared/pricing/policy.ts';
import { policyProblem } from '../../../shared/pricing/policy-problem.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { fareByPolicy, leastByPolicy, priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { fareBefore, leastBefore } from './before-policies.ts';
import { priceQuestion } from './price-question.ts';

const SEED = 20261126;
const cabin = fc.constantFrom(...CABINS);
const currency = fc.constantFrom('USD', 'JPY', 'KWD');
const baseFare = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.integer({ min: 1, max: 900 }).map((whole) => whole * 1_000),
);
const load = fc.record({ authorised: fc.integer({ min: 0, max: 400 }), held: fc.nat(50), sold: fc.nat(420) });
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const question = fc
  .record({
    baseFare,
    currency,
    cabin,
    ofCabin: load,
    ofFlight: load,
    date,
    daysAhead: fc.nat(400),
    miles: fc.option(fc.nat(12_500), { nil: undefined }),
  })
  .chain((some) =>
    fc
      .record({
        competitor: fc.option(fc.record({ fare: fc.integer({ min: 1, max: 900_000 }), ageHours: fc.nat(60) }), { nil: undefined }),
        promotion: fc.constantFrom(undefined, 'WELCOME', 'STAFF99'),
        seat: fc.constantFrom(...SEAT_TYPES),
        passenger: fc.constantFrom(...PASSENGER_TYPES),
      })
      .map((more) => priceQuestion({ ...some, ...more })),
  );

const change = fc.integer({ min: -60, max: 200 });
const percents = (min: number) => fc.integer({ min, max: 400 });
const rising = <K extends string>(field: K, max: number) =>
  fc.uniqueArray(fc.integer({ min: field === 'below' ? 1 : 0, max }), { minLength: 1, maxLength: 5 }).map((at) => at.sort((a, b) => a - b));
const rule: fc.Arbitrary<PolicyRule> = fc.oneof(
  fc
    .tuple(fc.constantFrom('cabin', 'flight'), rising('taken', 100), fc.array(change, { minLength: 5, maxLength: 5 }))
    .map(([over, at, changes]) => ({
      rule: 'loadCurve' as const,
      over: over as 'cabin' | 'flight',
      knots: at.map((taken, place) => ({ taken, change: changes[place] ?? 0 })),
    })),
  fc
    .tuple(fc.constantFrom('cabin', 'flight'), rising('below', 100), fc.array(percents(40), { minLength: 6, maxLength: 6 }))
    .map(([over, at, percent]) => ({
      rule: 'loadTiers' as const,
      over: over as 'cabin' | 'flight',
      tiers: at.map((below, place) => ({ below, percent: percent[place] ?? 100 })),
      above: percent[5] ?? 100,
    })),
  fc.tuple(rising('days', 400), fc.array(change, { minLength: 5, maxLength: 5 })).map(([at, changes]) => ({
    rule: 'daysAhead' as const,
    knots: at.map((days, place) => ({ days, change: changes[place] ?? 0 })),
  })),
  fc.array(change, { minLength: 7, maxLength: 7 }).map((all) => ({ rule: 'weekday' as const, change: all })),
  fc.tuple(date, change).map(([day, by]) => ({ rule: 'holiday' as const, days: [{ date: day, name: 'Holiday', change: by }] })),
  fc
    .tuple(date, date, change)
    .map(([from, to, by]) => ({ rule: 'season' as const, name: 'Season', from: from.slice(5), to: to.slice(5), change: by })),
  fc
    .record({ standard: percents(40), preferred: percents(40), extraLegroom: percents(40), exit: percents(40) })
    .map((percent) => ({ rule: 'seatType' as const, percent })),
  fc
    .record({ ADT: percents(40), CHD: percents(40), INF: percents(0), INS: percents(40) })
    .map((percent) => ({ rule: 'passengerType' as const, percent })),
  fc
    .record({ within: fc.integer({ min: 1, max: 50 }), noOlderThanHours: fc.integer({ min: 1, max: 48 }) })
    .map((some) => ({ rule: 'competitor' as const, ...some })),
  fc
    .record({ code: fc.constantFrom('WELCOME', 'STAFF99', 'SUMMER'), change: fc.integer({ min: -99, max: -1 }) })
    .map((some) => ({ rule: 'promotion' as const, ...some, from: '2026-01-01', to: '2026-12-31', stock: 10 })),
  fc.nat(10_000).map((USD) => ({ rule: 'charge' as const, name: 'Fuel', amounts: { USD } })),
  fc.integer({ min: 1, max: 50_000 }).map((USD) => ({ rule: 'floor' as const, amounts: { USD } })),
  fc.integer({ min: 50_000, max: 900_000 }).map((USD) => ({ rule: 'ceiling' as const, amounts: { USD } })),
);
const BY_CABIN = { F: 400, J: 250, W: 150, Y: 100 };
const byCabin = (amount: fc.Arbitrary<number>) => fc.record({ F: amount, J: amount, W: amount, Y: amount });
const base: fc.Arbitrary<PolicyRule> = fc.oneof(
  fc.constant({ rule: 'filedBase' as const, percent: BY_CABIN }),
  fc
    .record({ currency, start: byCabin(fc.integer({ min: 1, max: 90_000 })), perMile: byCabin(fc.nat(40)) })
    .map((some) => ({ rule: 'distanceBase' as const, ...some, otherwise: BY_CABIN })),
);
const policy: fc.Arbitrary<readonly PolicyRule[]> = fc
  .tuple(base, fc.array(rule, { maxLength: 8 }))
  .map(([first, rules]) => [first, ...rules, { rule: 'rounding', to: 1, less: 0 }]);

const holds = (property: fc.IProperty<unknown>, numRuns = 2_000) => fc.assert(property, { seed: SEED, numRuns });

describe(`policies of seed ${SEED}`, () => {
  test('the lines of a trace add up, and the same question gives the same price', () => {
    holds(
      fc.property(policy, question, (rules, asked) => {
        const { fare, trace } = priceByPolicy(rules, asked);
        expect(fareByPolicy(rules, asked)).toBe(fare);
        expect(trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(fare);
        expect(priceByPolicy(JSON.parse(JSON.stringify(rules)), asked)).toEqual({ fare, trace });
      }),
    );
  });

  test('no adult in a standard seat pays less than the bound by which a search leaves flights out', () => {
    holds(
      fc.property(policy, question, (rules, asked) => {
        const adult = { ...asked, passenger: 'ADT', seat: 'standard', promotion: undefined } as const;
        expect(leastByPolicy(rules, adult)).toBeLessThanOrEqual(priceByPolicy(rules, adult).fare);
      }),
    );
  });

  test('a policy that may be published never leaves its rails, and no seat is free', () => {
    holds(
      fc.property(policy, question, (rules, asked) => {
        if (policyProblem(rules, [asked])) return;
        const { fare } = priceByPolicy(rules, { ...asked, passenger: asked.passenger === 'INF' ? 'ADT' : asked.passenger });
        expect(fare).toBeGreaterThan(0);
        for (const one of rules) {
          const rail = one.rule === 'floor' || one.rule === 'ceiling' ? one.amounts[asked.currency] : undefined;
          if (rail !== undefined) expect(one.rule === 'floor' ? fare >= rail : fare <= rail).toBe(true);
        }
      }),
      300,
    );
  });

  test('a price rises with the load where the curve does', () => {
    const rules = POLICY_TEMPLATES.demand ?? [];
    holds(
      fc.property(question, fc.nat(20), (asked, more) => {
        const fuller = { ...asked, ofCabin: { ...asked.ofCabin, sold: asked.ofCabin.sold + more } };
        expect(priceByPolicy(rules, fuller).fare).toBeGreaterThanOrEqual(priceByPolicy(rules, asked).fare);
      }),
    );
  });
});

test.each(['demand', 'fixed'] as const)('as a policy, %s gives the prices that flights had before there were policies', (strategy) => {
  const rules = POLICY_TEMPLATES[strategy] ?? [];
  fc.assert(
    fc.property(question, (asked) => {
      const flight = { baseFare: asked.baseFare, currency: asked.currency, strategy };
      expect(priceByPolicy(rules, asked).fare).toBe(fareBefore(flight, asked.cabin, asked.ofCabin));
      expect(leastByPolicy(rules, asked)).toBe(leastBefore(strategy, asked.baseFare, asked.cabin));
    }),
    { seed: SEED, numRuns: 3_000 },
  );
});

const BASE = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } } as const;
const WELCOME = { rule: 'promotion', code: 'WELCOME', change: -20, from: '2026-11-01', to: '2026-11-30', stock: 50 } as const;
const CENTS = { rule: 'rounding', to: 1, less: 0 } as const;

describe('is refused at publish', () => {
  test.each<[string, readonly PolicyRule[], string]>([
    ['a policy without rules', [], 'the first rule is a base fare'],
    ['rules before the base fare', [{ rule: 'charge', name: 'Fuel', amounts: { USD: 1 } }, BASE, CENTS], 'the first rule is a base fare'],
    ['two base fares', [BASE, BASE, CENTS], 'a policy has one base fare'],
    ['no rounding', [BASE], 'the last rule is a rounding'],
    ['two roundings', [BASE, CENTS, CENTS], 'a price is rounded once'],
    ['a rounding that takes off all', [BASE, { rule: 'rounding', to: 100, less: 100 }], 'a rounding takes off less than it rounds to'],
    ['a price below nothing', [BASE, { rule: 'rounding', to: 1_000, less: 900 }], 'a seat would cost −9.00 USD'],
    [
      'a price of nothing on a flight of no length',
      [
        {
          rule: 'distanceBase',
          currency: 'USD',
          start: { F: 9_00, J: 9_00, W: 9_00, Y: 9 },
          perMile: { F: 1, J: 1, W: 1, Y: 1 },
          otherwise: BASE.percent,
        },
        { rule: 'rounding', to: 1_00, less: 0 },
      ],
      'a seat would cost 0.00 USD',
    ],
    ['a price of nothing', [BASE, { rule: 'rounding', to: 10_000, less: 0 }], 'a seat would cost 0.00 USD'],
    [
      'a rounding that leaves the floor',
      [BASE, { rule: 'floor', amounts: { USD: 14_90 } }, { rule: 'rounding', to: 1_000, less: 100 }],
      'a seat would cost 9.00 USD, less than the floor of 14.90 USD',
    ],
    ['the same promotion twice', [BASE, WELCOME, { ...WELCOME, code: 'OTHER' }, WELCOME, CENTS], 'a policy has one promotion WELCOME'],
    [
      'a price that only a promotion makes too low',
      [BASE, { rule: 'floor', amounts: { USD: 4_00 } }, WELCOME, CENTS],
      'a seat would cost 3.20 USD, less than the floor of 4.00 USD',
    ],
    [
      'two fares of competitors',
      [BASE, { rule: 'competitor', within: 3, noOlderThanHours: 24 }, { rule: 'competitor', within: 5, noOlderThanHours: 24 }, CENTS],
      "a policy has one competitor's fare",
    ],
    [
      "a competitor's fare that is matched below the floor",
      [BASE, { rule: 'floor', amounts: { USD: 3_00 } }, { rule: 'competitor', within: 50, noOlderThanHours: 24 }, CENTS],
      'a seat would cost 2.00 USD, less than the floor of 3.00 USD',
    ],
    [
      "a competitor's fare that is matched above the ceiling",
      [BASE, { rule: 'ceiling', amounts: { USD: 50_00 } }, { rule: 'competitor', within: 10, noOlderThanHours: 24 }, CENTS],
      'a seat would cost 55.00 USD, more than the ceiling of 50.00 USD',
    ],
    [
      'a step after the ceiling',
      [BASE, { rule: 'ceiling', amounts: { USD: 50_00 } }, { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } }, CENTS],
      'a seat would cost 62.00 USD, more than the ceiling of 50.00 USD',
    ],
  ])('%s', (_case, rules, problem) => {
    const filed = [
      { baseFare: 4_00, currency: 'USD' },
      { baseFare: 80_00, currency: 'USD' },
    ];
    expect(policyProblem(rules, filed)?.problem).toBe(problem);
  });

  test('a price that is too low only on one weekday in one seat, with that case', () => {
    const weekday = { rule: 'weekday', change: [0, 0, -90, 0, 0, 0, 0] } as const;
    const seat = { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 5 } } as const;
    const found = policyProblem([BASE, weekday, seat, { rule: 'rounding', to: 100, less: 0 }], [{ baseFare: 80_00, currency: 'USD' }]);
    expect(found).toMatchObject({
      problem: 'a seat would cost 0.00 USD',
      shownBy: { fare: 0, question: { seat: 'exit', date: '2026-01-07', cabin: 'Y' } },
    });
  });
});

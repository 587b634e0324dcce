import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASSENGER_TYPES } from '../../../shared/passengers.ts';
import { faresOfEach } from '../../../shared/pricing/fares-of-each.ts';
import { type PolicyRule, SEAT_TYPES } from '../../../shared/pricing/policy.ts';
import { policyNeeds } from '../../../shared/pricing/policy-needs.ts';
import { policyProblem } from '../../../shared/pricing/policy-problem.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { fareByPolicy, leastByPolicy, priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { fareBefore, leastBefore } from './before-policies.ts';
import { randomPolicy as policy, randomQuestion as question } from './random-policies.ts';

const SEED = 20261126;
const holds = (property: fc.IProperty<unknown>, numRuns = 2_000) => fc.assert(property, { seed: SEED, numRuns });

const UP = {
  rule: 'loadCurve',
  over: 'cabin',
  knots: [
    { taken: 0, change: 0 },
    { taken: 100, change: 900 },
  ],
} as const;
const DAYS = { rule: 'daysAhead', knots: [{ days: 0, change: 50 }] } as const;
const SEATS = { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 150 } } as const;
const PEOPLE = { rule: 'passengerType', percent: { ADT: 100, CHD: 75, INF: 10, INS: 75 } } as const;
const CEILING = { rule: 'ceiling', amounts: { USD: 450_00 } } as const;

describe(`policies of seed ${SEED}`, () => {
  test('the lines of a trace add up, and the same question gives the same price', () => {
    holds(
      fc.property(policy, question, (rules, asked) => {
        const priced = priceByPolicy(rules, asked);
        expect(fareByPolicy(rules, asked)).toBe(priced.fare);
        expect(priced.trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(priced.fare);
        expect(priceByPolicy(JSON.parse(JSON.stringify(rules)), asked)).toEqual(priced);
      }),
    );
  });

  test('each seat and passenger of a quote costs what it costs when it is asked for alone', () => {
    holds(
      fc.property(policy, question, (rules, asked) => {
        const adult = { ...asked, passenger: 'ADT', seat: 'standard' } as const;
        const priced = priceByPolicy(rules, adult);
        const each = faresOfEach(rules, adult, priced);
        expect(each !== undefined).toBe(policyNeeds(rules).eachSeat);
        for (const passenger of PASSENGER_TYPES)
          for (const seat of SEAT_TYPES) {
            const told = passenger === 'INF' ? each?.INF : (each?.[passenger] ?? each?.ADT);
            if (told) expect(told[seat]).toBe(fareByPolicy(rules, { ...adult, passenger, seat }));
          }
        expect(each?.INF !== undefined).toBe(policyNeeds(rules).passengerType);
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
    ...[
      [
        'two curves over the load of the cabin',
        'rule of the load of the cabin',
        UP,
        {
          ...UP,
          knots: [
            { taken: 0, change: 900 },
            { taken: 100, change: 0 },
          ],
        },
      ],
      [
        'a curve and steps over the load of the flight',
        'rule of the load of the whole flight',
        { ...UP, over: 'flight' },
        { rule: 'loadTiers', over: 'flight', tiers: [{ below: 50, percent: 70 }], above: 100 },
      ],
      ['two curves over the days', 'rule of the days to departure', DAYS, DAYS],
      ['two rules of the seat', 'rule of the seat type', SEATS, SEATS],
      ['two rules of the passenger', 'rule of the passenger', PEOPLE, PEOPLE],
    ].map(
      ([name, what, one, other]) =>
        [
          `${name}, which together are dearest between their knots`,
          [BASE, one, CEILING, other, CENTS],
          `a policy has one ${what}`,
        ] as never,
    ),
    [
      'a day after the ceiling that is not the dearest one before it',
      [
        BASE,
        { rule: 'weekday', change: [0, 0, 0, 0, 0, 900, 0] },
        CEILING,
        { rule: 'holiday', days: [{ date: '2026-12-25', name: 'Christmas', change: 900 }] },
        CENTS,
      ],
      'a seat would cost 3,200.00 USD, more than the ceiling of 450.00 USD',
    ],
    [
      'a code after the floor that is not the cheapest one before it',
      [BASE, { ...WELCOME, change: -50, code: 'HALF' }, { rule: 'floor', amounts: { USD: 4_00 } }, { ...WELCOME, change: -30 }, CENTS],
      'a seat would cost 2.80 USD, less than the floor of 4.00 USD',
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availabilityText } from '../../../../shared/pricing/availability-text.ts';
import type { BookingClass } from '../../../../shared/pricing/booking-class.ts';
import { type PolicyRule, policyRule, type RuleOf } from '../../../../shared/pricing/policy.ts';
import { policyProblem } from '../../../../shared/pricing/policy-problem.ts';
import { fareByPolicy, leastByPolicy, priceByPolicy } from '../../../../shared/pricing/price-by-policy.ts';
import { BUSINESS_LEADS, LEISURE_LEADS, shareToCome } from '../../../../shared/pricing/revenue/lead-times.ts';
import { classAvailability } from '../../../../shared/pricing/rules/class-availability.ts';
import { classesToCome } from '../../../../shared/pricing/rules/class-protections.ts';
import type { PriceQuestion } from '../../../../shared/pricing/rules/price-rule.ts';
import { priceQuestion } from '../price-question.ts';

const FOUR: readonly BookingClass[] = [
  { code: 'Y', fare: 389_00, mean: 18, deviation: 6 },
  { code: 'B', fare: 289_00, mean: 29, deviation: 8 },
  { code: 'M', fare: 219_00, mean: 42, deviation: 11 },
  { code: 'Q', fare: 169_00, mean: 88, deviation: 21 },
];
const nested = (classes: readonly BookingClass[] = FOUR, over: 'cabin' | 'flight' = 'cabin'): RuleOf<'bookingClasses'> => ({
  ...{ rule: 'bookingClasses', over, currency: 'USD' },
  ...{ cabins: { F: [], J: [], W: [], Y: classes }, otherwise: { F: 400, J: 250, W: 150, Y: 100 } },
});
const CENTS = { rule: 'rounding', to: 1, less: 0 } as const;
const rule = nested();
/** Long before departure, with so many seats of economy left. */
const left = (seats: number, more: Partial<PriceQuestion> = {}) =>
  priceQuestion({ daysAhead: 400, ofCabin: { authorised: 200, held: 10, sold: 190 - seats }, ...more });
const shown = (one: RuleOf<'bookingClasses'>, question: PriceQuestion) =>
  availabilityText(classAvailability(one, question).map(({ code, left, byHand }) => ({ code, left, closed: byHand === 'closed' })));

describe('what is left of each class, and the fare of the lowest that is open', () => {
  // Before anybody asked, the classes keep 14, 43 and 85 seats.
  test.each<[string, PriceQuestion, string, number]>([
    ['all are open', left(100), 'Y9 B9 M9 Q9', 169_00],
    ['the lowest has one seat left', left(86), 'Y9 B9 M9 Q1', 169_00],
    ['the lowest closes as its limit is reached', left(85), 'Y9 B9 M9 Q0', 219_00],
    ['held seats count like sold ones', left(0, { ofCabin: { authorised: 200, held: 110, sold: 5 } }), 'Y9 B9 M9 Q0', 219_00],
    ['a class is shown by its digit', left(47), 'Y9 B9 M4 Q0', 219_00],
    ['two classes are closed', left(43), 'Y9 B9 M0 Q0', 289_00],
    ['the top class alone', left(3), 'Y3 B0 M0 Q0', 389_00],
    ['no seat is left', left(0), 'Y0 B0 M0 Q0', 389_00],
    ['more was sold than is authorised', left(-5), 'Y0 B0 M0 Q0', 389_00],
    ['a party has one class for all', left(89, { party: 4 }), 'Y9 B9 M9 Q4', 169_00],
    ['a party of four goes up a class when three seats are left of the lowest', left(88, { party: 4 }), 'Y9 B9 M9 Q3', 219_00],
    ['a party larger than what is left of every class', left(3, { party: 4 }), 'Y3 B0 M0 Q0', 389_00],
    ['a class that is closed by hand', left(100, { closed: ['Q'] }), 'Y9 B9 M9 QC', 219_00],
    ['a class that is opened by hand', left(20, { opened: ['Q'] }), 'Y9 B6 M0 Q9', 169_00],
    ['opened by hand, but no seat is left', left(0, { opened: ['Q'] }), 'Y0 B0 M0 Q0', 389_00],
    ['opened and closed by hand is closed', left(100, { opened: ['Q'], closed: ['Q'] }), 'Y9 B9 M9 QC', 219_00],
    ['the dearest class closed by hand', left(3, { closed: ['Y'] }), 'YC B0 M0 Q0', 289_00],
    ['all classes closed by hand leave a price', left(100, { closed: ['Y', 'B', 'M', 'Q'] }), 'YC BC MC QC', 389_00],
  ])('%s', (_case, question, text, fare) => {
    expect(shown(rule, question)).toBe(text);
    expect(fareByPolicy([rule, CENTS], question)).toBe(fare);
  });

  test('over the whole flight, the seats of the flight count, and never more than the cabin has', () => {
    const flight = nested(FOUR, 'flight');
    expect(shown(flight, left(100, { ofFlight: { authorised: 300, held: 0, sold: 214 } }))).toBe('Y9 B9 M9 Q1');
    expect(shown(flight, left(3, { ofFlight: { authorised: 300, held: 0, sold: 0 } }))).toBe('Y3 B0 M0 Q0');
  });

  test.each<[string, readonly BookingClass[]]>([
    ['nobody is expected in any class', FOUR.map((one) => ({ ...one, mean: 0, deviation: 0 }))],
    ['nothing is known of the classes', FOUR.map((one) => ({ ...one, mean: null }))],
    ['nothing is known of the top class', FOUR.map((one) => (one.code === 'Y' ? { ...one, mean: null } : one))],
  ])('everything goes to the top class when %s', (_case, classes) => {
    expect(shown(nested(classes), left(190))).toBe('Y9 B0 M0 Q0');
    expect(fareByPolicy([nested(classes), CENTS], left(190))).toBe(389_00);
  });

  test('one class has all seats', () => {
    expect(shown(nested(FOUR.slice(0, 1)), left(3))).toBe('Y3');
  });
});

describe('where the rule has no classes', () => {
  test.each<[string, Partial<PriceQuestion>, number]>([
    ['another currency keeps the fare of its schedule', { currency: 'EUR' }, 100_00],
    ['a cabin without classes too', { cabin: 'J' }, 250_00],
  ])('%s', (_case, more, fare) => expect(fareByPolicy([rule, CENTS], priceQuestion(more))).toBe(fare));
});

describe('demand that is to come', () => {
  test.each([
    [BUSINESS_LEADS, 0, 0],
    [BUSINESS_LEADS, 4, 0.05],
    [BUSINESS_LEADS, 8, 0.1],
    [BUSINESS_LEADS, 140, 1],
    [BUSINESS_LEADS, 400, 1],
    [LEISURE_LEADS, 0, 0],
    [LEISURE_LEADS, 6, 0],
    [LEISURE_LEADS, 12, 0.05],
    [LEISURE_LEADS, 367, 1],
    [LEISURE_LEADS, 368, 1],
  ])('%j: %i days before, the share %f', (leads, days, share) => expect(shareToCome(leads, days)).toBeCloseTo(share, 10));

  test('the dearest class is asked for late, the cheapest early, and the deviation shrinks with the root', () => {
    const share = classesToCome(FOUR, 30).map(({ demand }, place) => (demand?.mean ?? 0) / (FOUR[place]?.mean ?? 1));
    expect(share[0]).toBeCloseTo(0.6125, 10);
    expect(share[3]).toBeCloseTo(0.1962, 3);
    expect(share[1]).toBeCloseTo(((share[0] ?? 0) * 2 + (share[3] ?? 0)) / 3, 10);
    expect(classesToCome(FOUR, 30)[0]?.demand).toMatchObject({ deviation: 6 * Math.sqrt(share[0] ?? 0) });
  });

  test('classes open again as less is to come', () => {
    const at = (daysAhead: number) => shown(rule, left(40, { daysAhead }));
    expect([at(400), at(30), at(14), at(0)]).toEqual(['Y9 B9 M0 Q0', 'Y9 B9 M9 Q3', 'Y9 B9 M9 Q9', 'Y9 B9 M9 Q9']);
  });
});

describe('the trace says which class it is, and why', () => {
  test.each<[string, PriceQuestion, string]>([
    ['as the policy says', left(105), '20 seats left of it'],
    ['one seat', left(86), '1 seat left of it'],
    ['no seat is left', left(0), 'no class has a seat left'],
    ['the party is too large', left(3, { party: 4 }), 'no class has 4 seats left'],
    ['a cheaper class was closed by hand', left(100, { closed: ['M', 'Q'] }), '86 seats left of it, M and Q closed by hand'],
    ['a dearer class was closed by hand', left(105, { closed: ['B'] }), '20 seats left of it'],
    ['it was opened by hand', left(20, { opened: ['Q'] }), 'opened by hand, 20 seats left of it'],
  ])('%s', (_case, question, detail) => {
    const { fare, trace } = priceByPolicy([rule, CENTS], question);
    expect(trace).toEqual([{ label: expect.stringMatching(/^Class [YBMQ]$/), detail, amount: fare }]);
  });

  test('a flight in another currency has a base fare', () => {
    expect(priceByPolicy([rule, CENTS], priceQuestion({ currency: 'EUR' })).trace[0]?.label).toBe('Base fare, economy');
  });
});

describe('is no rule', () => {
  test.each<[string, readonly BookingClass[], string]>([
    ['fares that rise', [...FOUR].reverse(), 'does not fall from class to class'],
    ['two classes of one fare', FOUR.map((one) => ({ ...one, fare: 100 })), 'does not fall from class to class'],
    ['a letter twice', FOUR.map((one) => ({ ...one, code: 'Y' })), 'names a class twice'],
    ['a letter that is none', FOUR.map((one) => ({ ...one, code: one.code.toLowerCase() })), 'is no class letter'],
  ])('%s', (_case, classes, message) => {
    expect(policyRule.safeParse(nested(classes)).error?.issues.map((issue) => issue.message)).toContain(message);
  });

  test('a letter that names a class in two cabins', () => {
    const both = { ...rule, cabins: { ...rule.cabins, W: [{ code: 'M', fare: 1, mean: null, deviation: 0 }] } };
    expect(policyRule.safeParse(both).error?.issues[0]?.message).toBe('names a class twice');
    expect(policyRule.safeParse(rule).success).toBe(true);
  });
});

const SEED = 20261127;
const classes: fc.Arbitrary<readonly BookingClass[]> = fc
  .uniqueArray(
    fc.record({
      code: fc.constantFrom(...'ABCDEFGHJKLM'),
      fare: fc.integer({ min: 1, max: 900_00 }),
      mean: fc.option(fc.double({ min: 0, max: 120, noNaN: true }), { nil: null }),
      deviation: fc.double({ min: 0, max: 40, noNaN: true }),
    }),
    { maxLength: 6, selector: ({ fare }) => fare },
  )
  .map((all) =>
    all.filter(({ code }, place) => all.findIndex((one) => one.code === code) === place).sort((one, other) => other.fare - one.fare),
  );
const some = fc.record({
  over: fc.constantFrom('cabin' as const, 'flight' as const),
  classes,
  ofCabin: fc.record({ authorised: fc.nat(300), held: fc.nat(30), sold: fc.nat(300) }),
  ofFlight: fc.record({ authorised: fc.nat(400), held: fc.nat(30), sold: fc.nat(400) }),
  daysAhead: fc.nat(400),
  party: fc.integer({ min: 1, max: 9 }),
  closed: fc.subarray([...'ABCDEFGHJKLM']),
  opened: fc.subarray([...'ABCDEFGHJKLM']),
});
/** A curve that falls with the load, so that the lowest price is not where the lowest class is open. */
const FALLS: PolicyRule = {
  ...{ rule: 'loadCurve', over: 'cabin' },
  knots: [
    { taken: 0, change: 50 },
    { taken: 100, change: -50 },
  ],
};

describe(`classes of seed ${SEED}`, () => {
  const holds = (check: (rule: RuleOf<'bookingClasses'>, question: PriceQuestion) => void) =>
    fc.assert(
      fc.property(some, ({ over, classes, ...question }) => check(nested(classes, over), priceQuestion(question))),
      { seed: SEED, numRuns: 1_000 },
    );

  test('a price never falls as seats are sold on the same day', () => {
    holds((one, question) => {
      let before = 0;
      for (let sold = 0; sold <= 40; sold++) {
        const [ofCabin, ofFlight] = [question.ofCabin, question.ofFlight].map((seats) => ({ ...seats, sold: seats.sold + sold }));
        const fare = fareByPolicy([one, CENTS], { ...question, ...(ofCabin && ofFlight ? { ofCabin, ofFlight } : {}) });
        expect(fare).toBeGreaterThanOrEqual(before);
        before = fare;
      }
    });
  });

  test('a larger party never pays less for a seat', () => {
    holds((one, question) => {
      const party = (question.party ?? 1) + 1;
      expect(fareByPolicy([one, CENTS], { ...question, party })).toBeGreaterThanOrEqual(fareByPolicy([one, CENTS], question));
    });
  });

  test('the bound of a search is never above a price, and the trace adds up', () => {
    holds((one, question) => {
      const { fare, trace } = priceByPolicy([one, FALLS, CENTS], question);
      expect(leastByPolicy([one, FALLS, CENTS], question)).toBeLessThanOrEqual(fare);
      expect(trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(fare);
      expect(fareByPolicy([one, FALLS, CENTS], question)).toBe(fare);
    });
  });

  test('limits are nested: no class has less left than one below it, by the policy alone', () => {
    holds((one, question) => {
      const limits = classAvailability(one, { ...question, opened: [], closed: [] }).map((each) => each.left);
      expect(limits).toEqual([...limits].sort((a, b) => b - a));
    });
  });

  test('a price outside the rails is found before it is published, whatever class is open', () => {
    holds((one, question) => {
      const rails: PolicyRule[] = [
        { rule: 'floor', amounts: { USD: 100_00 } },
        { rule: 'ceiling', amounts: { USD: 400_00 } },
      ];
      const rules = [one, ...rails, FALLS, CENTS];
      if (policyProblem(rules, [question])) return;
      const fare = fareByPolicy(rules, question);
      expect(fare >= 100_00 && fare <= 400_00).toBe(true);
    });
  });
});

import { expect, it } from 'vitest';
import { priceSentence } from '../../../renderer/format/price-sentence.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { priceQuestion } from '../../shared/pricing/price-question.ts';

const base: PolicyRule = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } };
const curve = (over: 'cabin' | 'flight', top: number): PolicyRule => ({
  rule: 'loadCurve',
  over,
  knots: [
    { taken: 0, change: 0 },
    { taken: 100, change: top },
  ],
});
const taken = { authorised: 100, held: 0, sold: 64 };

// Saturday, 64 of 100 seats sold, a filed fare of 100.00.
const question = priceQuestion({ baseFare: 100_00, date: '2026-11-21', ofCabin: taken, ofFlight: taken, cabin: 'Y', currency: 'USD' });

it.each<[string, readonly PolicyRule[], string]>([
  [
    'as the issue has it',
    [
      base,
      curve('cabin', 50),
      { rule: 'weekday', change: [0, 0, 0, 0, 0, 50, 50] },
      { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } },
      { rule: 'rounding', to: 100, less: 0 },
    ],
    'base 100.00, 64 % sold times 1.32, Saturday plus half, fuel 12.00: 210.00 USD',
  ],
  ['the load of the whole flight', [base, curve('flight', 100)], 'base 100.00, 64 % of the flight sold times 1.64: 164.00 USD'],
  [
    'steps',
    [
      base,
      {
        rule: 'loadTiers',
        over: 'cabin',
        tiers: [
          { below: 50, percent: 70 },
          { below: 80, percent: 120 },
        ],
        above: 180,
      },
    ],
    'base 100.00, 64 % sold times 1.2: 120.00 USD',
  ],
  [
    'a rounding that changed something',
    [base, curve('cabin', 1), { rule: 'rounding', to: 500, less: 0 }],
    'base 100.00, 64 % sold times 1.006, rounding \u22120.64: 100.00 USD',
  ],
  ['a floor', [base, { rule: 'floor', amounts: { USD: 149_00 } }], 'base 100.00, floor, no fare is lower: +49.00: 149.00 USD'],
  [
    'a holiday keeps its name',
    [base, { rule: 'holiday', days: [{ date: '2026-11-21', name: 'Founders Day', change: 100 }] }],
    'base 100.00, Founders Day times two: 200.00 USD',
  ],
])('%s', (_case, rules, sentence) => {
  const { fare, trace } = priceByPolicy(rules, question);
  expect(priceSentence(trace, fare, 'USD')).toBe(sentence);
});

it('money has the decimals of its currency', () => {
  expect(priceSentence([{ label: 'Fixed fare, economy', detail: 'the same at any load', amount: 12_000 }], 12_000, 'JPY')).toBe(
    'fixed fare, economy 12,000: 12,000 JPY',
  );
});

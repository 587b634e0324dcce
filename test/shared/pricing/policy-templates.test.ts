import { describe, expect, test } from 'vitest';
import { policyRule } from '../../../shared/pricing/policy.ts';
import { policyProblem } from '../../../shared/pricing/policy-problem.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';
import { priceQuestion } from './price-question.ts';

const of100 = (sold: number) => ({ authorised: 100, held: 0, sold });
const onWholeFlight = { authorised: 200, held: 4 };

/** What the figures of a template give for a base fare of 100.00, by the case that shows them. */
describe('the figures of a template', () => {
  test.each<[string, string, Partial<PriceQuestion>, number]>([
    ['fixed', 'economy', {}, 100_00],
    ['fixed', 'business', { cabin: 'J' }, 200_00],
    ['demand', 'an empty cabin', {}, 100_00],
    ['demand', 'a full cabin', { ofCabin: of100(100) }, 150_00],
    ['wholeFlight', 'an empty flight', { ofCabin: of100(100) }, 100_00],
    ['wholeFlight', 'half of the flight', { ofFlight: { ...onWholeFlight, sold: 96 } }, 125_00],
    ['wholeFlight', 'a full flight', { ofFlight: { ...onWholeFlight, sold: 196 } }, 150_00],
    ['wholeFlight', 'business, twice economy', { ofFlight: { ...onWholeFlight, sold: 196 }, cabin: 'J' }, 300_00],
    ['steps', '69 % sold', { ofCabin: of100(69) }, 100_00],
    ['steps', '70 % sold', { ofCabin: of100(70) }, 130_00],
    ['steps', '89 % sold', { ofCabin: of100(89) }, 130_00],
    ['steps', '90 % sold', { ofCabin: of100(90) }, 150_00],
    ['tiers', 'below half', { ofCabin: of100(49) }, 70_00],
    ['tiers', 'from half', { ofCabin: of100(50) }, 100_00],
    ['tiers', 'from 80 %', { ofCabin: of100(80) }, 130_00],
    ['tiers', 'from 95 %', { ofCabin: of100(95) }, 180_00],
    ['weekendsAndHolidays', 'a Friday', { date: '2026-11-27' }, 100_00],
    ['weekendsAndHolidays', 'a Saturday', { date: '2026-11-28' }, 150_00],
    ['weekendsAndHolidays', 'New Year on a Friday', { date: '2027-01-01' }, 200_00],
    ['weekendsAndHolidays', 'Christmas on a Saturday', { date: '2027-12-25' }, 300_00],
    ['seatTypes', 'standard', {}, 100_00],
    ['seatTypes', 'preferred', { seat: 'preferred' }, 130_00],
    ['seatTypes', 'extra legroom', { seat: 'extraLegroom' }, 150_00],
    ['seatTypes', 'an exit row', { seat: 'exit' }, 150_00],
    ['byDistance', '2,475 miles', { miles: 2_475 }, 311_00],
  ])('%s: %s', (name, _case, question, fare) => {
    const rules = POLICY_TEMPLATES[name] ?? [];
    expect(priceByPolicy(rules, priceQuestion(question)).fare).toBe(fare);
  });
});

test.each(Object.entries(POLICY_TEMPLATES))('the template %s may be published', (_name, rules) => {
  for (const one of rules) expect(policyRule.safeParse(one).success).toBe(true);
  expect(
    policyProblem(rules, [
      { baseFare: 1_00, currency: 'USD' },
      { baseFare: 2_400_00, currency: 'USD' },
      { baseFare: 12_000, currency: 'JPY' },
    ]),
  ).toBeUndefined();
});

import { LARGEST_CHANGE_PERCENT } from '../bounds.ts';
import type { Minor } from '../money.ts';
import { CABINS } from '../seat-map.ts';
import type { PolicyRule } from './policy.ts';
import type { FiledFare } from './policy-problem.ts';
import { fareByPolicy } from './price-by-policy.ts';
import type { PriceQuestion } from './rules/price-rule.ts';
import { rulesOn } from './rules-on.ts';

/** A price that changes by more than the rail allows at once. */
export interface PriceSlip {
  readonly question: PriceQuestion;
  readonly before: Minor;
  readonly fare: Minor;
  /** The rail, in percent of the price before. */
  readonly percent: number;
}

/** Flights that are asked for a price: with so many of 100 seats taken, so many days before departure. */
const TAKEN = [0, 50, 80, 100];
const DAYS = [0, 7, 30, 90];

const largestChange = (rules: readonly PolicyRule[]): number | undefined => rules.find((rule) => rule.rule === 'largestChange')?.percent;

/**
 * The largest change of a price beyond the rail, among flights with the lowest and the highest base fares at different loads and days; undefined
 * when all stay within it. The rail is that of the policy before, so that a draft does not pass by taking its rail away.
 */
export function priceSlip(
  published: readonly PolicyRule[],
  drafted: readonly PolicyRule[],
  filed: readonly FiledFare[],
  date: string,
): PriceSlip | undefined {
  const [before, draft] = [rulesOn(published), rulesOn(drafted)];
  const percent = largestChange(before) ?? largestChange(draft) ?? LARGEST_CHANGE_PERCENT;
  let worst: PriceSlip | undefined;
  let most = percent;
  for (const { baseFare, currency } of filed)
    for (const cabin of CABINS)
      for (const sold of TAKEN)
        for (const daysAhead of DAYS) {
          const taken = { authorised: 100, held: 0, sold };
          const question: PriceQuestion = {
            ...{ baseFare, currency, origin: '', date, daysAhead, cabin, ofCabin: taken, ofFlight: taken },
            ...{ seat: 'standard', passenger: 'ADT', miles: undefined, competitor: undefined, promotion: undefined },
          };
          const [was, fare] = [fareByPolicy(before, question), fareByPolicy(draft, question)];
          const change = was === 0 ? 0 : (Math.abs(fare - was) * 100) / was;
          if (change <= most) continue;
          most = change;
          worst = { question, before: was, fare, percent };
        }
  return worst;
}

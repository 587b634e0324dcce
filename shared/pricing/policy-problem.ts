import { RULES_MAX } from '../bounds.ts';
import { type Minor, moneyText } from '../money.ts';
import { CABINS } from '../seat-map.ts';
import { extremeQuestions } from './extreme-questions.ts';
import type { PolicyRule } from './policy.ts';
import { fareByPolicy } from './price-by-policy.ts';
import type { PriceQuestion } from './rules/price-rule.ts';
import { rulesOn } from './rules-on.ts';

/** A base fare that flights of the policy's scope have, in minor units. */
export interface FiledFare {
  readonly baseFare: number;
  readonly currency: string;
}

/** What is wrong with a policy, with the case that shows it where there is one. */
export interface PolicyProblem {
  readonly problem: string;
  readonly shownBy?: { readonly question: PriceQuestion; readonly fare: Minor };
}

const BASES: ReadonlySet<PolicyRule['rule']> = new Set(['filedBase', 'amountBase', 'distanceBase', 'bookingClasses']);
export const isBase = ({ rule }: PolicyRule): boolean => BASES.has(rule);
export const isRounding = ({ rule }: PolicyRule): boolean => rule === 'rounding' || rule === 'roundingAsFiled';

const isOfLoad = (rule: PolicyRule, over: 'cabin' | 'flight'): boolean =>
  (rule.rule === 'loadCurve' || rule.rule === 'loadTiers') && rule.over === over;

/** Of two rules that ask the same thing the dearest state of both together lies anywhere between their knots, so that no rail could be promised. */
const ONE_OF: readonly (readonly [what: string, isOf: (rule: PolicyRule) => boolean])[] = [
  ['rule of the load of the cabin', (rule) => isOfLoad(rule, 'cabin')],
  ['rule of the load of the whole flight', (rule) => isOfLoad(rule, 'flight')],
  ['rule of the days to departure', ({ rule }) => rule === 'daysAhead'],
  ['rule of the seat type', ({ rule }) => rule === 'seatType'],
  ['rule of the passenger', ({ rule }) => rule === 'passengerType'],
  ["competitor's fare", ({ rule }) => rule === 'competitor'],
];

function orderProblem(rules: readonly PolicyRule[]): string | undefined {
  if (!rules[0] || !isBase(rules[0])) return 'the first rule is a base fare';
  if (rules.filter(isBase).length > 1) return 'a policy has one base fare';
  for (const [what, isOf] of ONE_OF) if (rules.filter(isOf).length > 1) return `a policy has one ${what}`;
  const codes = rules.flatMap((rule) => (rule.rule === 'promotion' ? [rule.code] : []));
  const twice = codes.find((code, place) => codes.indexOf(code) < place);
  if (twice !== undefined) return `a policy has one promotion ${twice}`;
  if (rules.filter(({ rule }) => rule === 'refund').length > 1) return 'a policy names one refund policy';
  if (!isRounding(rules.at(-1) as PolicyRule)) return 'the last rule is a rounding';
  if (rules.filter(isRounding).length > 1) return 'a price is rounded once';
  const rounding = rules.at(-1);
  if (rounding?.rule === 'rounding' && rounding.less >= rounding.to) return 'a rounding takes off less than it rounds to';
  return undefined;
}

function fareProblem(rules: readonly PolicyRule[], { currency }: FiledFare, fare: Minor): string | undefined {
  const money = (amount: number) => `${moneyText(amount as Minor, currency)} ${currency}`;
  if (fare <= 0) return `a seat would cost ${money(fare)}`;
  for (const rule of rules) {
    const rail = rule.rule === 'floor' || rule.rule === 'ceiling' ? rule.amounts[currency] : undefined;
    if (rail === undefined) continue;
    if (rule.rule === 'floor' && fare < rail) return `a seat would cost ${money(fare)}, less than the floor of ${money(rail)}`;
    if (rule.rule === 'ceiling' && fare > rail) return `a seat would cost ${money(fare)}, more than the ceiling of ${money(rail)}`;
  }
  return undefined;
}

/**
 * Why a policy must not be published: rules that do not follow each other, or a price of nothing, less than nothing, or outside its own
 * rails. Rules that are switched off are not asked. `filed`: the lowest and highest base fares of each currency among the flights that it would price.
 */
export function policyProblem(all: readonly PolicyRule[], filed: readonly FiledFare[]): PolicyProblem | undefined {
  const rules = rulesOn(all);
  const problem = all.length > RULES_MAX ? `a policy has at most ${RULES_MAX} rules` : orderProblem(rules);
  if (problem) return { problem };
  const extremes = extremeQuestions(rules);
  for (const { baseFare, currency } of filed)
    for (const cabin of CABINS)
      for (const question of extremes({ baseFare, currency, cabin })) {
        const fare = fareByPolicy(rules, question);
        const wrong = fareProblem(rules, { baseFare, currency }, fare);
        if (wrong) return { problem: wrong, shownBy: { question, fare } };
      }
  return undefined;
}

import type { TraceLine } from '../methods/booking-view.ts';
import { type Minor, minor } from '../money.ts';
import { type Exact, exact, roundedTo } from './exact.ts';
import type { PolicyRule } from './policy.ts';
import { PRICE_RULES } from './price-rules.ts';
import type { LeastQuestion, PriceQuestion, PriceRule } from './rules/price-rule.ts';

type AnyRule = PriceRule<PolicyRule['rule']>;
const ruleOf = ({ rule }: PolicyRule): AnyRule => PRICE_RULES[rule] as unknown as AnyRule;

export interface Priced {
  /** Minor units for one seat, all in. The lines of the trace add up to it. */
  readonly fare: Minor;
  readonly trace: readonly TraceLine[];
}

/** The price after some more rules, exactly. */
export function priceAfter(rules: readonly PolicyRule[], question: PriceQuestion, price: Exact): Exact {
  let next = price;
  for (const rule of rules) next = ruleOf(rule).apply(rule as never, next, question) ?? next;
  return next;
}

/** The price after some rules, exactly. */
export const exactByPolicy = (rules: readonly PolicyRule[], question: PriceQuestion): Exact => priceAfter(rules, question, exact(0));

/** What one seat costs by the rules of a policy, in minor units, without the trace: lists need thousands of prices. */
export const fareByPolicy = (rules: readonly PolicyRule[], question: PriceQuestion): Minor => roundedTo(exactByPolicy(rules, question), 1);

/**
 * The same with the trace that says why. Each rule takes the exact price so far, and only the price itself is rounded: a line tells the
 * difference of two running prices in whole minor units, so that the lines add up.
 */
export function priceByPolicy(rules: readonly PolicyRule[], question: PriceQuestion): Priced {
  const trace: TraceLine[] = [];
  let price = exact(0);
  let told = 0;
  for (const rule of rules) {
    const next = ruleOf(rule).apply(rule as never, price, question);
    if (!next) continue;
    price = next;
    const running = roundedTo(price, 1);
    const { label, detail } = ruleOf(rule).say(rule as never, question);
    // Rounding is told only where it changed something.
    if (running !== told || detail !== '') trace.push({ label, detail, amount: running - told });
    told = running;
  }
  return { fare: minor(told), trace };
}

/** The price after each rule, in minor units, for a person who reads a stack from the top down. One that is switched off changes nothing. */
export function pricesSoFar(rules: readonly PolicyRule[], question: PriceQuestion): Minor[] {
  let price = exact(0);
  return rules.map((rule) => {
    if (!rule.off) price = ruleOf(rule).apply(rule as never, price, question) ?? price;
    return roundedTo(price, 1);
  });
}

/** The least that one adult pays for a standard seat, whatever the load, the day and the currency: in minor units, never above a price. */
export function leastByPolicy(rules: readonly PolicyRule[], question: LeastQuestion): Minor {
  let price = exact(0);
  for (const rule of rules) price = ruleOf(rule).least(rule as never, price, question);
  return roundedTo(price, 1);
}

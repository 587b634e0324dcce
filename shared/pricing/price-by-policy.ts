import type { TraceLine } from '../methods/booking-view.ts';
import { type Minor, minor } from '../money.ts';
import { type Exact, exact, roundedTo } from './exact.ts';
import type { PolicyRule } from './policy.ts';
import { policyNeeds } from './policy-needs.ts';
import { PRICE_RULES } from './price-rules.ts';
import type { LeastQuestion, PriceQuestion, PriceRule } from './rules/price-rule.ts';

/** A rule of a policy, and what its kind does. */
interface Step {
  readonly rule: PolicyRule;
  readonly by: PriceRule<PolicyRule['rule']>;
}

/** A cache: finding a kind by its name took a sixth of a price. */
const known = new WeakMap<readonly PolicyRule[], readonly Step[]>();

function stepsOf(rules: readonly PolicyRule[]): readonly Step[] {
  let steps = known.get(rules);
  if (!steps) {
    steps = rules.map((rule) => ({ rule, by: PRICE_RULES[rule.rule] as unknown as Step['by'] }));
    known.set(rules, steps);
  }
  return steps;
}

export interface Priced {
  /** Minor units for one seat, all in. The lines of the trace add up to it. */
  readonly fare: Minor;
  readonly trace: readonly TraceLine[];
  /** The price before the first rule that asks for a seat and who sits there, exactly. */
  readonly beforeSeats: Exact;
}

/** The price after some more rules, exactly. */
export function priceAfter(rules: readonly PolicyRule[], question: PriceQuestion, price: Exact): Exact {
  let next = price;
  for (const { rule, by } of stepsOf(rules)) next = by.apply(rule as never, next, question) ?? next;
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
  const [ofSeats] = policyNeeds(rules).ofSeats;
  let price = exact(0);
  let beforeSeats: Exact | undefined;
  let told = 0;
  for (const { rule, by } of stepsOf(rules)) {
    if (rule === ofSeats) beforeSeats = price;
    const next = by.apply(rule as never, price, question);
    if (!next) continue;
    price = next;
    const running = roundedTo(price, 1);
    const { label, detail } = by.say(rule as never, question);
    // Rounding is told only where it changed something.
    if (running !== told || detail !== '') trace.push({ label, detail, amount: running - told });
    told = running;
  }
  return { fare: minor(told), trace, beforeSeats: beforeSeats ?? price };
}

/** The price after each rule, in minor units, for a person who reads a stack from the top down. One that is switched off changes nothing. */
export function pricesSoFar(rules: readonly PolicyRule[], question: PriceQuestion): Minor[] {
  let price = exact(0);
  return stepsOf(rules).map(({ rule, by }) => {
    if (!rule.off) price = by.apply(rule as never, price, question) ?? price;
    return roundedTo(price, 1);
  });
}

/** The least that one adult pays for a standard seat, whatever the load, the day and the currency: in minor units, never above a price. */
export function leastByPolicy(rules: readonly PolicyRule[], question: LeastQuestion): Minor {
  let price = exact(0);
  for (const { rule, by } of stepsOf(rules)) price = by.least(rule as never, price, question);
  return roundedTo(price, 1);
}

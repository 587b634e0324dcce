import { times } from '../exact.ts';
import { betweenKnots, changeText } from './between-knots.ts';
import type { PriceQuestion, PriceRule } from './price-rule.ts';

/** Seats taken of those that may be sold, as a fraction of 1. Held seats count like sold ones. Oversold counts as full, and a cabin that may sell nothing as empty. */
function shareTaken({ ofCabin, ofFlight }: PriceQuestion, over: 'cabin' | 'flight'): { over: number; under: number } {
  const { authorised, held, sold } = over === 'cabin' ? ofCabin : ofFlight;
  return authorised > 0 ? { over: Math.min(authorised, held + sold), under: authorised } : { over: 0, under: 1 };
}

function label(question: PriceQuestion, over: 'cabin' | 'flight'): string {
  const share = shareTaken(question, over);
  return `${over === 'cabin' ? 'Load' : 'Load of the flight'} ${((100 * share.over) / share.under).toFixed(0)} %`;
}

function onCurve(
  { over, knots }: { over: 'cabin' | 'flight'; knots: readonly { taken: number; change: number }[] },
  question: PriceQuestion,
) {
  const share = shareTaken(question, over);
  return betweenKnots(knots, ({ taken }) => taken, { over: 100 * share.over, under: share.under });
}

export const loadCurve: PriceRule<'loadCurve'> = {
  apply(rule, price, question) {
    const { over, under } = onCurve(rule, question);
    return times(price, over, 100 * under);
  },
  say: (rule, question) => ({ label: label(question, rule.over), detail: changeText(onCurve(rule, question)) }),
  least: ({ knots }, price) => times(price, 100 + Math.min(...knots.map(({ change }) => change)), 100),
};

function tierOf<Tier extends { readonly below: number }>(
  { over, tiers }: { over: 'cabin' | 'flight'; tiers: readonly Tier[] },
  question: PriceQuestion,
): Tier | undefined {
  const share = shareTaken(question, over);
  return tiers.find(({ below }) => 100 * share.over < below * share.under);
}

export const loadTiers: PriceRule<'loadTiers'> = {
  apply: (rule, price, question) => times(price, tierOf(rule, question)?.percent ?? rule.above, 100),
  say(rule, question) {
    const tier = tierOf(rule, question);
    const where = tier ? `below ${tier.below} %` : `${rule.tiers.at(-1)?.below ?? 0} % and more`;
    return { label: label(question, rule.over), detail: `${where}: times ${(tier?.percent ?? rule.above) / 100}` };
  },
  least: ({ tiers, above }, price) => times(price, Math.min(above, ...tiers.map(({ percent }) => percent)), 100),
};

import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { fareByPolicy } from '../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion, SeatsTaken } from '../../shared/pricing/rules/price-rule.ts';
import { rulesOn } from '../../shared/pricing/rules-on.ts';

/** Fares in minor units, each at its place on the line below. */
export interface Curve {
  readonly places: readonly number[];
  /** By the draft. */
  readonly draft: readonly number[];
  /** By what is published; undefined where nothing is to be compared. */
  readonly published: readonly number[] | undefined;
}

const PERCENTS = Array.from({ length: 101 }, (_, percent) => percent);
/** Days that are drawn at least. */
const DAYS_LEAST = 30;

const filled = ({ authorised }: SeatsTaken, percent: number): SeatsTaken => ({
  authorised,
  held: 0,
  sold: Math.round((authorised * percent) / 100),
});

const curve = (
  places: readonly number[],
  draft: readonly PolicyRule[],
  published: readonly PolicyRule[] | undefined,
  at: (place: number) => PriceQuestion,
): Curve => {
  const questions = places.map(at);
  const [on, was] = [rulesOn(draft), published && rulesOn(published)];
  return {
    places,
    draft: questions.map((question) => fareByPolicy(on, question)),
    published: was && questions.map((question) => fareByPolicy(was, question)),
  };
};

/** What the example costs while its cabin and all others fill alike, from 0 to 100 percent. */
export const curveByLoad = (draft: readonly PolicyRule[], published: readonly PolicyRule[] | undefined, question: PriceQuestion): Curve =>
  curve(PERCENTS, draft, published, (percent) => ({
    ...question,
    ofCabin: filled(question.ofCabin, percent),
    ofFlight: filled(question.ofFlight, percent),
  }));

const knotDays = (rules: readonly PolicyRule[]): number[] =>
  rulesOn(rules).flatMap((rule) => (rule.rule === 'daysAhead' ? rule.knots.map(({ days }) => days) : []));

/** What the example costs at its own load, from the day that the rules know as the earliest until the day of departure. */
export function curveByDays(draft: readonly PolicyRule[], published: readonly PolicyRule[] | undefined, question: PriceQuestion): Curve {
  const first = Math.max(DAYS_LEAST, ...knotDays(draft), ...knotDays(published ?? []));
  const days = Array.from({ length: first + 1 }, (_, day) => day);
  return curve(days, draft, published, (daysAhead) => ({ ...question, daysAhead }));
}

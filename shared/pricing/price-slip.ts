import { LARGEST_CHANGE_PERCENT } from '../bounds.ts';
import type { Minor } from '../money.ts';
import { PASSENGER_TYPES } from '../passengers.ts';
import { CABINS, type Cabin } from '../seat-map.ts';
import { datesIn } from './dates-in.ts';
import { type PolicyRule, SEAT_TYPES } from './policy.ts';
import type { FiledFare } from './policy-problem.ts';
import { fareByPolicy } from './price-by-policy.ts';
import type { PriceQuestion } from './rules/price-rule.ts';
import { rulesOn } from './rules-on.ts';
import { classesOf, codesIn, daysIn, milesIn, seatsTaken, takenIn } from './states-in.ts';

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
 * The largest change of a price beyond the rail, among flights with the lowest and the highest base fares in different states; undefined when all
 * stay within it. The rail is that of the policy before, so that a draft does not pass by taking its rail away. `date`: of departures from now on.
 */
export function priceSlip(
  published: readonly PolicyRule[],
  drafted: readonly PolicyRule[],
  filed: readonly FiledFare[],
  date: string,
): PriceSlip | undefined {
  const [before, draft] = [rulesOn(published), rulesOn(drafted)];
  const percent = largestChange(before) ?? largestChange(draft) ?? LARGEST_CHANGE_PERCENT;
  const states = statesOf(before, draft, date);
  let worst: PriceSlip | undefined;
  let most = percent;
  for (const { baseFare, currency } of filed)
    for (const cabin of CABINS)
      for (const state of [...states, ...classStates(before, draft, cabin)]) {
        const question: PriceQuestion = { ...usual(date), ...state, baseFare, currency, cabin };
        const [was, fare] = [fareByPolicy(before, question), fareByPolicy(draft, question)];
        const change = was === 0 ? 0 : (Math.abs(fare - was) * 100) / was;
        if (change <= most) continue;
        most = change;
        worst = { question, before: was, fare, percent };
      }
  return worst;
}

const loaded = (taken: number): Partial<PriceQuestion> => ({ ofCabin: seatsTaken(taken), ofFlight: seatsTaken(taken) });

const usual = (date: string): Omit<PriceQuestion, 'baseFare' | 'currency' | 'cabin'> => ({
  ...{ origin: '', date, daysAhead: 0, ofCabin: seatsTaken(0), ofFlight: seatsTaken(0) },
  ...{ seat: 'standard', passenger: 'ADT', miles: undefined, competitor: undefined, promotion: undefined },
});

/**
 * Loads and days together, and at each load all else that one of both policies asks, one thing at a time: a slip stands in one figure. A rail may
 * hide it at some load. Lap infants are left out, because they may fly for nothing.
 */
function statesOf(before: readonly PolicyRule[], draft: readonly PolicyRule[], date: string): Partial<PriceQuestion>[] {
  const both = [...before, ...draft];
  const taken = new Set([...TAKEN, ...takenIn(both, 'cabin'), ...takenIn(both, 'flight')]);
  const days = new Set([...DAYS, ...daysIn(both)]);
  const asked: Partial<PriceQuestion>[] = [
    ...datesIn(both, date).map((day) => ({ date: day })),
    ...SEAT_TYPES.map((seat) => ({ seat })),
    ...PASSENGER_TYPES.filter((type) => type !== 'INF').map((passenger) => ({ passenger })),
    ...codesIn(both).map((promotion) => ({ promotion })),
    ...milesIn(both).map((miles) => ({ miles })),
  ];
  return [
    ...[...taken].flatMap((part) => [...days].map((daysAhead) => ({ ...loaded(part), daysAhead }))),
    ...TAKEN.flatMap((part) => asked.map((one) => ({ ...loaded(part), ...one }))),
  ];
}

/** Each class that both policies have, as the only one that is not closed by hand. That sets its fare. */
function classStates(before: readonly PolicyRule[], draft: readonly PolicyRule[], cabin: Cabin): Partial<PriceQuestion>[] {
  const [olds, news] = [classesOf(before, cabin), classesOf(draft, cabin)];
  const all = [...new Set([...olds, ...news])];
  return olds.filter((code) => news.includes(code)).map((code) => ({ closed: all.filter((other) => other !== code) }));
}

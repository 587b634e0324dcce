import { dateOfDay, dayNumber } from '../instants.ts';
import { PASSENGER_TYPES } from '../passengers.ts';
import type { Cabin } from '../seat-map.ts';
import { unbounded } from './exact.ts';
import { type PolicyRule, SEAT_TYPES } from './policy.ts';
import { exactByPolicy, fareByPolicy } from './price-by-policy.ts';
import { isInSeason } from './rules/day-of-flight.ts';
import type { PriceQuestion, SeatsTaken } from './rules/price-rule.ts';

/** Holidays before it are over. */
const FIRST_DATE = '2026-01-01';

const seats = (taken: number): SeatsTaken => ({ authorised: 100, held: 0, sold: taken });
const takenIn = (rules: readonly PolicyRule[], over: 'cabin' | 'flight'): number[] =>
  rules.flatMap((rule) => {
    if (rule.rule === 'loadCurve' && rule.over === over) return rule.knots.map(({ taken }) => taken);
    if (rule.rule === 'loadTiers' && rule.over === over) return rule.tiers.flatMap(({ below }) => [below - 1, below]);
    return [];
  });

/** Each class of a cabin as the only one that is not closed by hand. That sets its fare, whatever the load and the days. */
const classesIn = (rules: readonly PolicyRule[], cabin: Cabin): Partial<PriceQuestion>[] => {
  const codes = rules.flatMap((rule) => (rule.rule === 'bookingClasses' ? rule.cabins[cabin].map(({ code }) => code) : []));
  return codes.length === 0 ? [{}] : codes.map((code) => ({ closed: codes.filter((other) => other !== code) }));
};

type Priced = Pick<PriceQuestion, 'baseFare' | 'currency' | 'cabin'>;

const USUAL: Omit<PriceQuestion, keyof Priced> = {
  origin: '',
  miles: undefined,
  date: FIRST_DATE,
  daysAhead: 0,
  ofCabin: seats(0),
  ofFlight: seats(0),
  seat: 'standard',
  competitor: undefined,
  promotion: undefined,
  passenger: 'ADT',
};

/** No two places are further apart. */
const MILES_MAX = 12_500;

/** Years over which each date of a year falls on each weekday. */
const YEARS = 12;

/**
 * A date for each combination of weekday, seasons and holidays that there is. These three depend on the date together, so that they are
 * one thing here.
 */
function datesIn(rules: readonly PolicyRule[], from: string): string[] {
  const ofDate = rules.filter(({ rule }) => rule === 'weekday' || rule === 'season' || rule === 'holiday');
  if (ofDate.length === 0) return [from];
  const first = dayNumber(from);
  const found = new Map<string, string>();
  for (let day = first; day < first + YEARS * 366; day++) {
    const date = dateOfDay(day);
    const state = JSON.stringify(ofDate.map((rule) => stateOn(rule, date, day)));
    if (!found.has(state)) found.set(state, date);
  }
  return [...found.values()];
}

function stateOn(rule: PolicyRule, date: string, day: number): unknown {
  if (rule.rule === 'season') return isInSeason(rule, date);
  if (rule.rule === 'holiday') return rule.days.find((one) => one.date === date)?.change;
  return day % 7;
}

/** Rules that multiply or add. Rails and rounding would hide which of two states is dearer. */
const isRail = ({ rule }: PolicyRule): boolean =>
  rule === 'floor' || rule === 'ceiling' || rule === 'rounding' || rule === 'roundingAsFiled';

/** Where a base fare depends on the distance: not known, none, and half around the earth. Everything else multiplies it, so each is tried with the rest. */
const milesIn = (rules: readonly PolicyRule[]): PriceQuestion['miles'][] =>
  rules.some(({ rule }) => rule === 'distanceBase') ? [undefined, 0, MILES_MAX] : [undefined];

/** No competitor's fare, and the lowest and the highest that a policy matches. Both lie further out the further out the price before is. */
function competitorsIn(rules: readonly PolicyRule[], question: PriceQuestion): PriceQuestion['competitor'][] {
  const at = rules.findIndex(({ rule }) => rule === 'competitor');
  const rule = rules[at];
  if (rule?.rule !== 'competitor' || question.cabin !== 'Y') return [undefined];
  const { over, under } = unbounded(exactByPolicy(rules.slice(0, at), question));
  const [lowest, highest] = [over * BigInt(100 - rule.within), over * BigInt(100 + rule.within)];
  const hundred = 100n * under;
  const fares = [(lowest + hundred - 1n) / hundred, highest / hundred];
  return [undefined, ...fares.map((fare) => ({ fare: Number(fare), ageHours: 0 }))];
}

/** A base fare so large that no two states round to the same price. */
const LARGE_FARE = 1_000_000_000;

/**
 * The states of a flight in which a policy gives its lowest and its highest price. Each rule multiplies by a figure that depends on one
 * thing alone (load, days, date, seat, passenger, open class), or adds the same amount always. So the extreme of the whole is where each of these
 * things is at its own extreme, and one after the other can be tried. Returns how to ask for a flight and cabin.
 */
export function extremeQuestions(rules: readonly PolicyRule[]): (flight: Priced) => PriceQuestion[] {
  const open = rules.filter((rule) => !isRail(rule));
  const days = rules.flatMap((rule) => (rule.rule === 'daysAhead' ? rule.knots.map((knot) => knot.days) : []));
  const tries: readonly Partial<PriceQuestion>[][] = [
    [0, 100, ...takenIn(rules, 'cabin')].map((taken) => ({ ofCabin: seats(taken) })),
    [0, 100, ...takenIn(rules, 'flight')].map((taken) => ({ ofFlight: seats(taken) })),
    [0, ...days].map((daysAhead) => ({ daysAhead })),
    datesIn(rules, FIRST_DATE).map((date) => ({ date })),
    SEAT_TYPES.map((seat) => ({ seat })),
    // A lap infant has no seat, and may fly for nothing.
    PASSENGER_TYPES.filter((type) => type !== 'INF').map((passenger) => ({ passenger })),
    [undefined, ...rules.flatMap((rule) => (rule.rule === 'promotion' ? [rule.code] : []))].map((promotion) => ({ promotion })),
  ];
  const extreme = (flight: Priced, isBetter: (one: number, other: number) => boolean): PriceQuestion => {
    let best: PriceQuestion = { ...USUAL, ...flight, baseFare: LARGE_FARE };
    for (const changes of [...tries, classesIn(rules, flight.cabin)]) {
      const all = changes.map((change) => Object.assign({}, best, change));
      const fares = all.map((question) => fareByPolicy(open, question));
      const first = fares.reduce((least, fare) => (isBetter(fare, least) ? fare : least));
      best = all[fares.indexOf(first)] ?? best;
    }
    return { ...best, baseFare: flight.baseFare };
  };
  return (flight) =>
    [extreme(flight, (one, other) => one < other), extreme(flight, (one, other) => one > other)]
      .flatMap((question) => milesIn(rules).map((miles) => ({ ...question, miles })))
      .flatMap((question) => competitorsIn(rules, question).map((competitor) => ({ ...question, competitor })));
}

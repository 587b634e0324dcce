import { PASSENGER_TYPES } from '../passengers.ts';
import type { Cabin } from '../seat-map.ts';
import { datesIn } from './dates-in.ts';
import { unbounded } from './exact.ts';
import { type PolicyRule, SEAT_TYPES } from './policy.ts';
import { exactByPolicy, fareByPolicy } from './price-by-policy.ts';
import type { PriceQuestion } from './rules/price-rule.ts';
import { classesOf, codesIn, daysIn, milesIn, seatsTaken, takenIn } from './states-in.ts';

/** Holidays before it are over. */
const FIRST_DATE = '2026-01-01';

/** Each class of a cabin as the only one that is not closed by hand. That sets its fare, whatever the load and the days. */
const classesIn = (rules: readonly PolicyRule[], cabin: Cabin): Partial<PriceQuestion>[] => {
  const codes = classesOf(rules, cabin);
  return codes.length === 0 ? [{}] : codes.map((code) => ({ closed: codes.filter((other) => other !== code) }));
};

type Priced = Pick<PriceQuestion, 'baseFare' | 'currency' | 'cabin'>;

const USUAL: Omit<PriceQuestion, keyof Priced> = {
  origin: '',
  miles: undefined,
  date: FIRST_DATE,
  daysAhead: 0,
  ofCabin: seatsTaken(0),
  ofFlight: seatsTaken(0),
  seat: 'standard',
  competitor: undefined,
  promotion: undefined,
  passenger: 'ADT',
};

/** Rules that multiply or add. Rails and rounding would hide which of two states is dearer. */
const isRail = ({ rule }: PolicyRule): boolean =>
  rule === 'floor' || rule === 'ceiling' || rule === 'rounding' || rule === 'roundingAsFiled';

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
 * things is at its own extreme, and one after the other can be tried. Several rules ask the date, and several may ask the code of a promotion: with a
 * rail between two of them the extreme may be at any, so each is asked with the extremes of the rest. Returns how to ask for a flight and cabin.
 */
export function extremeQuestions(rules: readonly PolicyRule[]): (flight: Priced) => PriceQuestion[] {
  const open = rules.filter((rule) => !isRail(rule));
  const dates = datesIn(rules, FIRST_DATE);
  const codes = [undefined, ...codesIn(rules)];
  const tries: readonly Partial<PriceQuestion>[][] = [
    [0, 100, ...takenIn(rules, 'cabin')].map((taken) => ({ ofCabin: seatsTaken(taken) })),
    [0, 100, ...takenIn(rules, 'flight')].map((taken) => ({ ofFlight: seatsTaken(taken) })),
    [0, ...daysIn(rules)].map((daysAhead) => ({ daysAhead })),
    dates.map((date) => ({ date })),
    SEAT_TYPES.map((seat) => ({ seat })),
    // A lap infant has no seat, and may fly for nothing.
    PASSENGER_TYPES.filter((type) => type !== 'INF').map((passenger) => ({ passenger })),
    codes.map((promotion) => ({ promotion })),
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
      .flatMap((question) => [question, ...dates.flatMap((date) => codes.map((promotion) => ({ ...question, date, promotion })))])
      .flatMap((question) => milesIn(rules).map((miles) => ({ ...question, miles })))
      .flatMap((question) => competitorsIn(rules, question).map((competitor) => ({ ...question, competitor })));
}

import type { RuleOf } from '../policy.ts';
import { bookingLimits } from '../revenue/booking-limits.ts';
import { classProtections } from './class-protections.ts';
import type { PriceQuestion, SeatsTaken } from './price-rule.ts';

/** A booking class of the cabin that is asked about. */
export interface ClassNow {
  readonly code: string;
  /** Minor units. */
  readonly fare: number;
  /** Seats that it can still sell. */
  readonly left: number;
  readonly byHand: 'opened' | 'closed' | undefined;
}

const seatsLeftOf = ({ authorised, held, sold }: SeatsTaken): number => Math.max(0, authorised - held - sold);

/** Seats that the classes of the cabin share now: never more than the cabin itself has left. */
export const sharedSeats = ({ over }: Pick<RuleOf<'bookingClasses'>, 'over'>, { ofCabin, ofFlight }: PriceQuestion): number =>
  over === 'cabin' ? seatsLeftOf(ofCabin) : Math.min(seatsLeftOf(ofCabin), seatsLeftOf(ofFlight));

/**
 * What is left of each class of the cabin, from dear to cheap: the seats left less those that are kept for the classes above. A class that
 * was opened by hand keeps nothing for those above, and one that was closed sells nothing.
 */
export function classAvailability(rule: RuleOf<'bookingClasses'>, question: PriceQuestion): readonly ClassNow[] {
  const seats = sharedSeats(rule, question);
  const limits = bookingLimits(seats, classProtections(rule, question.cabin, question.daysAhead));
  return rule.cabins[question.cabin].map(({ code, fare }, place) => {
    const byHand = question.closed?.includes(code) ? 'closed' : question.opened?.includes(code) ? 'opened' : undefined;
    return { code, fare, left: byHand === 'closed' ? 0 : byHand === 'opened' ? seats : (limits[place] ?? 0), byHand };
  });
}

/**
 * The class that the party is sold: the cheapest with room for all of it. Where none has, it is the dearest that is not closed by hand, so
 * that a seat always has a price; undefined only for a cabin without classes. Classes: of classAvailability.
 */
export function classOnSale(classes: readonly ClassNow[], party: number): ClassNow | undefined {
  return classes.findLast(({ left }) => left >= party) ?? classes.find(({ byHand }) => byHand !== 'closed') ?? classes[0];
}

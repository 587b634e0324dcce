import type { PassengerType } from '../../passengers.ts';
import type { Cabin } from '../../seat-map.ts';
import type { Exact } from '../exact.ts';
import type { RuleName, RuleOf, SeatType } from '../policy.ts';

export interface SeatsTaken {
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

/** All that a price depends on, apart from the policy. Nothing else may be asked: the same figures give the same price. */
export interface PriceQuestion {
  /** What the schedule brought for an economy seat, in minor units of `currency`, and where it comes from in words. */
  readonly baseFare: number;
  readonly currency: string;
  readonly origin: string;
  /** Whole statute miles along the great circle; undefined where a place is disputed. */
  readonly miles: number | undefined;
  /** Local date of departure. */
  readonly date: string;
  /** Whole days until departure; 0 on the day itself. */
  readonly daysAhead: number;
  readonly cabin: Cabin;
  readonly ofCabin: SeatsTaken;
  readonly ofFlight: SeatsTaken;
  readonly seat: SeatType;
  /** A competitor's fare for an economy seat in minor units of `currency`, and its age in hours, a part of an hour as a whole one. */
  readonly competitor: { readonly fare: number; readonly ageHours: number } | undefined;
  readonly passenger: PassengerType;
  /** The code of a promotion that may be used now: on its days of sale, and with stock left. */
  readonly promotion: string | undefined;
  /** Passengers with a seat who are sold together. One, if left out. */
  readonly party?: number;
  /** Letters of booking classes that a supervisor closed for this flight, or opened whatever is kept for dearer ones. None, if left out. */
  readonly closed?: readonly string[];
  readonly opened?: readonly string[];
}

/** What the index of a search knows of a flight. */
export type LeastQuestion = Pick<PriceQuestion, 'baseFare' | 'cabin'>;

/** What a step did, in words that can be said to a passenger. */
export interface Said {
  readonly label: string;
  readonly detail: string;
}

export interface PriceRule<Name extends RuleName> {
  /** The price with this step, or undefined when the rule says nothing here. Pure: whole numbers in, an exact fraction out. */
  apply(rule: RuleOf<Name>, price: Exact, question: PriceQuestion): Exact | undefined;
  /** What the step did, where it did something. */
  say(rule: RuleOf<Name>, question: PriceQuestion): Said;
  /**
   * The least that comes out for one adult in a standard seat without a promotion when at least `price` goes in, whatever the flight's state, its day and its
   * currency. A search leans on it, whose index knows no more of a flight: it must never be above a price.
   */
  least(rule: RuleOf<Name>, price: Exact, question: LeastQuestion): Exact;
}

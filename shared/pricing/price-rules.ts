import type { RuleName } from './policy.ts';
import { amountBase, filedBase } from './rules/base-fare.ts';
import { bookingClasses } from './rules/booking-classes.ts';
import { charge } from './rules/charge.ts';
import { competitor } from './rules/competitor.ts';
import { holiday, season, weekday } from './rules/day-of-flight.ts';
import { daysAhead } from './rules/days-ahead.ts';
import { distanceBase } from './rules/distance-base.ts';
import { loadCurve, loadTiers } from './rules/load.ts';
import { passengerType } from './rules/passenger-type.ts';
import type { PriceRule } from './rules/price-rule.ts';
import { promotion } from './rules/promotion.ts';
import { ceiling, floor, largestChange, refund, rounding, roundingAsFiled } from './rules/rails.ts';
import { seatType } from './rules/seat-type.ts';

/** Every rule that a policy can have, by its name. */
export const PRICE_RULES: { readonly [Name in RuleName]: PriceRule<Name> } = {
  filedBase,
  amountBase,
  distanceBase,
  bookingClasses,
  loadCurve,
  loadTiers,
  daysAhead,
  seatType,
  weekday,
  holiday,
  season,
  passengerType,
  competitor,
  promotion,
  charge,
  floor,
  ceiling,
  largestChange,
  refund,
  rounding,
  roundingAsFiled,
};

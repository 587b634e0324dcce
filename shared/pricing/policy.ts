import { z } from 'zod';
import { AMOUNT_MINOR_MAX } from '../bounds.ts';
import { isCurrency } from '../currencies.ts';
import { isPrintable } from '../method.ts';
import { PASSENGER_TYPES } from '../passengers.ts';
import { refundPolicyName } from '../refund-policy.ts';
import { CABINS } from '../seat-map.ts';
import { bookingClasses } from './booking-class.ts';

export const KNOTS_MAX = 12;
export const HOLIDAYS_MAX = 400;
/** Minor units. No two places are more than 12,500 miles apart, so that a fare stays far below what a number holds exactly. */
const PER_MILE_MAX = 100_000_000;

export const PROMOTION_STOCK_MAX = 1_000_000;
/** What a passenger reads out: capital letters and digits. */
export const promotionCode = z.string().regex(/^[A-Z0-9]{3,16}$/, 'is no code: 3 to 16 capital letters and digits');

/** How a seat is priced: by what it offers, not where it is. `preferred`: nearer to the front. */
export const SEAT_TYPES = ['standard', 'preferred', 'extraLegroom', 'exit'] as const;
export type SeatType = (typeof SEAT_TYPES)[number];

/** Percent of the price so far: 130 makes 100.00 into 130.00. */
const percent = z.int().min(1).max(1_000);
/** Percent on top of the price so far, or off it. */
const change = z.int().min(-99).max(900);
const text = z.string().trim().min(1).max(40).refine(isPrintable, 'holds a sign that cannot be printed');
/** Minor units by currency. A rule says nothing about a flight whose currency it does not name. */
const amounts = z
  .record(z.string().refine(isCurrency, 'is no currency'), z.int().min(0).max(AMOUNT_MINOR_MAX))
  .refine((all) => Object.keys(all).length > 0, 'names no currency');
const inOrder = <Knot>(field: (knot: Knot) => number) =>
  [
    (knots: readonly Knot[]) => knots.every((knot, place) => place === 0 || field(knots[place - 1] as Knot) < field(knot)),
    'is not in order',
  ] as const;
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'is no month and day');

const cabinAmount = (least: number, most: number) =>
  z.strictObject(
    Object.fromEntries(CABINS.map((cabin) => [cabin, z.int().min(least).max(most)])) as Record<(typeof CABINS)[number], z.ZodInt>,
  );
const cabinPercent = z.strictObject(
  Object.fromEntries(CABINS.map((cabin) => [cabin, percent])) as Record<(typeof CABINS)[number], typeof percent>,
);
/** Whose seats count as taken: those of the cabin that is sold, or of all cabins together. */
const over = z.enum(['cabin', 'flight']);

/** A kind of rule. `off`: it is kept with its version, and does nothing. */
const rule = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ rule: z.literal(name), ...shape, off: z.literal(true).optional() });

/**
 * One step of a policy. The price so far goes in, the price with this step comes out. The fields are whole numbers, so that the same policy
 * and the same flight give the same price on every machine. Only the demand of a booking class has parts, and seats that are kept for it are
 * whole again before they decide on a price.
 */
export const policyRule = z.discriminatedUnion('rule', [
  /** What the schedule brought, in percent for each cabin. */
  rule('filedBase', { percent: cabinPercent }),
  /** An amount for each cabin, and for flights in other currencies what the schedule brought. */
  rule('amountBase', {
    currency: z.string().refine(isCurrency, 'is no currency'),
    fares: cabinAmount(1, AMOUNT_MINOR_MAX),
    otherwise: cabinPercent,
  }),
  /**
   * An amount for each cabin and one for each statute mile along the great circle, in minor units. Flights in other currencies, and between
   * places whose distance is not known, cost what the schedule brought.
   */
  rule('distanceBase', {
    currency: z.string().refine(isCurrency, 'is no currency'),
    start: cabinAmount(1, AMOUNT_MINOR_MAX),
    perMile: cabinAmount(0, PER_MILE_MAX),
    otherwise: cabinPercent,
  }),
  /**
   * The fare of the lowest booking class that is open for the whole party, and for flights in other currencies what the schedule brought.
   * Seats are kept for dearer classes by what is still expected of them. `over`: whose seats the classes share.
   */
  rule('bookingClasses', {
    over,
    currency: z.string().refine(isCurrency, 'is no currency'),
    cabins: bookingClasses,
    otherwise: cabinPercent,
  }),
  /** Straight lines between knots: at so many percent taken, so many percent on top. */
  rule('loadCurve', {
    over,
    knots: z
      .array(z.strictObject({ taken: z.int().min(0).max(100), change }))
      .min(1)
      .max(KNOTS_MAX)
      .refine(...inOrder<{ taken: number }>(({ taken }) => taken))
      .readonly(),
  }),
  /** Steps: below so many percent taken, this much of the price; `above` from the last of them on. */
  rule('loadTiers', {
    over,
    tiers: z
      .array(z.strictObject({ below: z.int().min(1).max(100), percent }))
      .min(1)
      .max(KNOTS_MAX)
      .refine(...inOrder<{ below: number }>(({ below }) => below))
      .readonly(),
    above: percent,
  }),
  /** Straight lines between knots: so many days before departure, so many percent on top. */
  rule('daysAhead', {
    knots: z
      .array(z.strictObject({ days: z.int().min(0).max(400), change }))
      .min(1)
      .max(KNOTS_MAX)
      .refine(...inOrder<{ days: number }>(({ days }) => days))
      .readonly(),
  }),
  rule('seatType', {
    percent: z.strictObject(Object.fromEntries(SEAT_TYPES.map((type) => [type, percent])) as Record<SeatType, typeof percent>),
  }),
  /** On top, from Monday to Sunday, by the local day of departure. */
  rule('weekday', { change: z.array(change).length(7).readonly() }),
  rule('holiday', {
    days: z
      .array(z.strictObject({ date: z.iso.date(), name: text, change }))
      .max(HOLIDAYS_MAX)
      .readonly(),
  }),
  /** Days of each year, both included. A season may go over the end of a year. */
  rule('season', { name: text, from: monthDay, to: monthDay, change }),
  rule('passengerType', {
    percent: z.strictObject(
      Object.fromEntries(PASSENGER_TYPES.map((type) => [type, z.int().min(0).max(1_000)])) as Record<
        (typeof PASSENGER_TYPES)[number],
        z.ZodInt
      >,
    ),
  }),
  /**
   * Matches the fare of a competitor for an economy seat where it is at most so many percent above or below the price so far. A fare that is
   * further away is another product or a mistake, and changes nothing. So does one that was read too long ago.
   */
  rule('competitor', {
    within: z.int().min(1).max(50),
    noOlderThanHours: z.int().min(1).max(8_760),
  }),
  /**
   * Off the price for who names the code, on days of sale from `from` to `to`, local to the origin and both included. `stock`: how many
   * fares may be sold with the code, over all flights and policies that know it.
   */
  rule('promotion', {
    code: promotionCode,
    change: z.int().min(-99).max(-1),
    from: z.iso.date(),
    to: z.iso.date(),
    stock: z.int().min(1).max(PROMOTION_STOCK_MAX),
  }).refine(({ from, to }) => from <= to, 'ends before it begins'),
  /** Fuel, an airport's fee: the same for every seat. */
  rule('charge', { name: text, amounts }),
  rule('floor', { amounts }),
  rule('ceiling', { amounts }),
  /**
   * Changes no price. A publish or an override that moves a price by more than so many percent of what it was an hour before must be
   * confirmed by typing the price.
   */
  rule('largestChange', { percent }),
  /** Changes no price: fares that are sold with it go back by this refund policy. Without it they go back by the policy `standard`. */
  rule('refund', { policy: refundPolicyName }),
  /** To the nearest so many minor units, less so many: 1000 and 100 make prices that end in 9.00. */
  rule('rounding', { to: z.int().min(1).max(100_000), less: z.int().min(0).max(99_999) }),
  /** To whole units of the currency where the schedule's fare is in whole units, to minor units where it is not. */
  rule('roundingAsFiled', {}),
]);
export type PolicyRule = z.infer<typeof policyRule>;
export type RuleName = PolicyRule['rule'];
export type RuleOf<Name extends RuleName> = Extract<PolicyRule, { readonly rule: Name }>;

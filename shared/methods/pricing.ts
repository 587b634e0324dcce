import { z } from 'zod';
import { PARTY_MAX } from '../bounds.ts';
import { amountMinor, instantMs, isPrintable, method, requestId, rowId } from '../method.ts';
import { promotionCode, SEAT_TYPES, type SeatType } from '../pricing/policy.ts';
import { reasonText } from '../reason.ts';
import { soldUnder } from '../refund-policy.ts';
import { cabinSchema } from '../seat-map.ts';
import { traceLine } from './booking-view.ts';
import { policyRules, policyScope, policyView, pricedBy } from './policy-view.ts';

const faresOfSeats = z.strictObject(Object.fromEntries(SEAT_TYPES.map((type) => [type, z.int()])) as Record<SeatType, z.ZodInt>);

export const quoteOffer = z.string().max(600).refine(isPrintable, 'holds a control character');

export const pricingMethods = {
  /** What one adult would pay now in a cabin, and why. `offer`: proves to `holds.place` what was quoted to this desk; it holds until `until`. */
  'pricing.quote': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({
      flightId: rowId,
      cabin: cabinSchema,
      promotion: promotionCode.optional(),
      party: z.int().min(1).max(PARTY_MAX).optional(),
    }),
    output: z.strictObject({
      fare: z.int(),
      currency: z.string(),
      policy: pricedBy,
      trace: z.array(traceLine),
      /**
       * Fares by passenger and seat, where they are not all the same: `fare` is that of an adult in a standard seat. A passenger who is left out
       * pays as an adult, and an infant on the lap who is left out pays nothing.
       */
      each: z
        .strictObject({ ADT: faresOfSeats, CHD: faresOfSeats.optional(), INF: faresOfSeats.optional(), INS: faresOfSeats.optional() })
        .optional(),
      /** The code that was asked with, because it is in the fare; left out without one. */
      promotion: promotionCode.optional(),
      /** The refund policy that a seat would be sold with; left out for the first version of `standard`. */
      refund: soldUnder.optional(),
      offer: quoteOffer,
      until: instantMs,
    }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN', 'PROMOTION_UNKNOWN', 'PROMOTION_OVER', 'PROMOTION_GONE'],
  }),
  /** How a scope is priced: its own versions, newest first, and the one in force for it now, which may be of a wider scope. */
  'pricing.policies': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ scope: policyScope }),
    output: z.strictObject({
      /** The newest version over all scopes: what a publish is based on. */
      newest: z.int(),
      inForce: policyView,
      /** Of this scope alone, newest first, at most 50: in force, to come, and past. */
      own: z.array(policyView),
    }),
    refusals: ['PLACE_UNKNOWN', 'FLIGHT_UNKNOWN'],
  }),
  /** All versions over all scopes, newest first. */
  'pricing.history': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ before: z.int().min(1).optional(), limit: z.int().min(1).max(100) }),
    output: z.strictObject({ policies: z.array(policyView), more: z.boolean() }),
    refusals: [],
  }),
  /**
   * Puts new rules in force for a scope, now or later; holds keep the price they were given. `basedOn`: the newest version of this scope that
   * the supervisor saw (0 for none): another one in between is refused. `typed`: the price in minor units that was typed to confirm a change
   * larger than the rail. `again`: publishes the rules of an earlier version of this scope once more, without asking for a typed price.
   */
  'pricing.publish': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      scope: policyScope,
      rules: policyRules.nullable(),
      validFrom: instantMs.nullable(),
      validTo: instantMs.nullable(),
      reason: reasonText,
      basedOn: z.int().min(0),
      typed: amountMinor.optional(),
      again: z.int().min(1).optional(),
    }),
    output: policyView,
    refusals: [
      'PLACE_UNKNOWN',
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'POLICY_DATES',
      'POLICY_CHANGED',
      'POLICY_UNKNOWN',
      'POLICY_WRONG',
      'POLICY_SLIP',
    ],
  }),
};

import { z } from 'zod';
import { dateText, instantMs, method, placeCode, requestId, rowId } from '../method.ts';
import { bookingClassCode } from '../pricing/booking-class.ts';
import { reasonText } from '../reason.ts';
import { cabinSchema } from '../seat-map.ts';
import { policyScore } from './policy-outcome.ts';

/** The flights that a decision is about: one, or those of a route on its local days of departure, both included. A flight beats its route. */
export const overrideScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flight'), flightId: rowId }),
  z.strictObject({ kind: z.literal('route'), origin: placeCode, destination: placeCode, from: dateText, to: dateText }),
]);
export type OverrideScope = z.infer<typeof overrideScope>;

/** open: sells all seats that are left, whatever is kept for dearer classes. closed: sells none. policy: nothing is decided here any more. */
export const classDecision = z.enum(['open', 'closed', 'policy']);
export type ClassDecision = z.infer<typeof classDecision>;

/** One decision. Numbers count up over all flights, and decisions are never changed. */
export const classOverride = z.strictObject({
  number: z.int().min(1),
  scope: overrideScope,
  cabin: cabinSchema,
  code: bookingClassCode,
  decision: classDecision,
  author: z.string(),
  reason: z.string(),
  at: instantMs,
});
export type ClassOverride = z.infer<typeof classOverride>;

export const classOverrideMethods = {
  /**
   * Decisions, newest first. `flightId`: only those about this flight, its route's of its day among them. `route`: only those about this route,
   * whatever their days, and none about a flight.
   */
  'pricing.overrides': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({
      flightId: rowId.optional(),
      route: z.strictObject({ origin: placeCode, destination: placeCode }).optional(),
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({ overrides: z.array(classOverride), more: z.boolean() }),
    refusals: ['FLIGHT_UNKNOWN'],
  }),
  /** What sales earned while a decision counted for them, against what the policy asked without it. */
  'pricing.overrideScore': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ number: z.int().min(1) }),
    output: z.strictObject({
      scores: z.array(policyScore),
      /** Entries of the journal that are not scored yet. */
      behind: z.int(),
    }),
    refusals: ['OVERRIDE_UNKNOWN'],
  }),
  /**
   * Opens or closes a booking class by hand, from now on; holds keep their fares. `basedOn`: the newest decision of this very flight or route
   * about this class that the supervisor saw, 0 for none. Another one in between is refused.
   */
  'pricing.overrideClass': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      scope: overrideScope,
      cabin: cabinSchema,
      code: bookingClassCode,
      decision: classDecision,
      reason: reasonText,
      basedOn: z.int().min(0),
    }),
    output: classOverride,
    refusals: [
      'PLACE_UNKNOWN',
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'OVERRIDE_DATES',
      'OVERRIDE_CHANGED',
      'CLASS_UNKNOWN',
      'CLASS_LAST',
    ],
  }),
};

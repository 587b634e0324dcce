import { z } from 'zod';
import { instantMs, rowId } from '../method.ts';
import { refundTermsSaid } from '../refund-policy.ts';
import { cabinSchema } from '../seat-map.ts';

/** What is decided about prices, booking classes and refunds. */
export const PRICING_EVENTS = {
  /** Of stores that are older than policies. */
  'flight.strategy': z.strictObject({ flightId: rowId, before: z.string(), after: z.string() }),
  /** A version was added. Empty texts and null say what its scope does not name. */
  'policy.published': z.strictObject({
    version: z.int(),
    scope: z.enum(['network', 'route', 'flight']),
    origin: z.string(),
    destination: z.string(),
    flightId: rowId.nullable(),
    validFrom: instantMs,
    validTo: instantMs.nullable(),
  }),
  /** A booking class was opened or closed by hand. Empty texts and null say what its scope does not name. */
  'class.overridden': z.strictObject({
    number: z.int(),
    scope: z.enum(['route', 'flight']),
    origin: z.string(),
    destination: z.string(),
    flightId: rowId.nullable(),
    from: z.string(),
    to: z.string(),
    cabin: cabinSchema,
    code: z.string(),
    decision: z.enum(['open', 'closed', 'policy']),
  }),
  /** A version of a refund policy was added. The reason is kept apart, because a person types it. */
  'refund.policyAdded': refundTermsSaid.extend({ name: z.string(), version: z.int() }),
  /** Competitors’ fares of so many flights were set. */
  'competitor.read': z.strictObject({ fares: z.int() }),
  /** The time came at which a policy begins or ends. */
  'policy.turned': z.strictObject({ turn: instantMs }),
} as const;

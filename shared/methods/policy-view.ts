import { z } from 'zod';
import { RULES_MAX } from '../bounds.ts';
import { instantMs, placeCode, rowId } from '../method.ts';
import { policyRule } from '../pricing/policy.ts';

/** Which flights a policy prices. A flight beats its route, and a route the network. */
export const policyScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('network') }),
  z.strictObject({ kind: z.literal('route'), origin: placeCode, destination: placeCode }),
  z.strictObject({ kind: z.literal('flight'), flightId: rowId }),
]);
export type PolicyScope = z.infer<typeof policyScope>;

export const policyRules = z.array(policyRule).min(1).max(RULES_MAX);

/** One published version. Versions count up over all scopes and are never changed. */
export const policyView = z.strictObject({
  version: z.int().min(1),
  scope: policyScope,
  /** Null: from here on this scope has no policy of its own, and the wider one counts. */
  rules: z.array(policyRule).nullable(),
  validFrom: instantMs,
  /** Null: until something else is published. */
  validTo: instantMs.nullable(),
  /** User name; empty for what was in force before there were policies. */
  author: z.string(),
  reason: z.string(),
  publishedAt: instantMs,
  /** The version whose rules it publishes again; null when they are new. */
  again: z.int().nullable(),
});
export type PolicyView = z.infer<typeof policyView>;

/** What says which policy priced something: enough to tell a passenger or a supervisor. */
export const pricedBy = z.strictObject({ version: z.int().min(1), scope: z.enum(['network', 'route', 'flight']), author: z.string() });
export type PricedBy = z.infer<typeof pricedBy>;

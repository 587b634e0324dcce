import { z } from 'zod';
import { AMOUNT_MINOR_MAX, REFUND_DAYS_MAX, REFUND_TIERS_MAX } from './bounds.ts';
import { isCurrency } from './currencies.ts';
import { DAY_MS, MINUTE_MS } from './instants.ts';
import { instantMs } from './method.ts';

export const refundPolicyName = z.string().regex(/^[a-z][a-z0-9-]{1,23}$/, 'is 2 to 24 small letters, digits or -');

/** The policy of fares whose price policy names none. */
export const STANDARD_REFUND = 'standard';

/** More than `overMinutes` minutes before departure, `percent` of the fare goes back. Nearer to departure never more than before. */
export const refundTiers = z
  .array(
    z.strictObject({
      overMinutes: z
        .int()
        .min(0)
        .max((REFUND_DAYS_MAX * DAY_MS) / MINUTE_MS),
      percent: z.int().min(0).max(100),
    }),
  )
  .min(1)
  .max(REFUND_TIERS_MAX)
  .refine((tiers) => new Set(tiers.map(({ overMinutes }) => overMinutes)).size === tiers.length, 'names one time twice')
  .refine(
    (tiers) => tiers.every((one) => tiers.every((other) => one.overMinutes >= other.overMinutes || one.percent <= other.percent)),
    'gives more back nearer to departure',
  );

/** Minor units for each passenger with a seat, by currency. Where it does not name a currency nothing is kept in it. */
export const refundFees = z.record(z.string().refine(isCurrency, 'is no currency'), z.int().min(0).max(AMOUNT_MINOR_MAX));

/** What a refund policy says. */
export const refundTermsSaid = z.strictObject({
  tiers: refundTiers,
  /** Kept when passengers or flights are cancelled, of what would go back. */
  cancelFee: refundFees,
  /** Paid for another flight or date. */
  changeFee: refundFees,
});

/** One version of a refund policy. A version is never changed: fares that were sold under it keep it. */
export const refundPolicy = refundTermsSaid.extend({
  name: refundPolicyName,
  /** Counts from 1 for each name. */
  version: z.int().min(1),
  /** User name; empty for what was in force before there were refund policies. */
  author: z.string(),
  reason: z.string(),
  addedAt: instantMs,
});
export type RefundPolicy = z.infer<typeof refundPolicy>;

/** Under which version a fare was sold. Left out at a fare: the first version of the policy `standard`. */
export const soldUnder = z.strictObject({ policy: z.string(), version: z.int().min(1) });
export type SoldUnder = z.infer<typeof soldUnder>;

/** The version that a fare was sold under. */
export const refundOf = (leg: { readonly refund?: SoldUnder | undefined }): SoldUnder =>
  leg.refund ?? { policy: STANDARD_REFUND, version: 1 };

/** `standard`, or `flexible, version 2`. */
export const soldUnderText = ({ policy, version }: SoldUnder): string => (version === 1 ? policy : `${policy}, version ${version}`);

import { z } from 'zod';
import { instantMs, rowId } from '../method.ts';
import { reasonText } from '../reason.ts';
import { REFUND_ORDER } from '../tender-kinds.ts';
import { traceLine } from './booking-view.ts';

export const OFFER_KINDS = ['cancel', 'change'] as const;

/**
 * What a booking may become, and what that costs or gives back. First an offer is asked for, and then it is taken as it is. An offer is bound
 * to the version of its booking: when the booking changes, the offer cannot be taken any more. Only the newest offer of a booking can be taken.
 */
export const offerBase = z.strictObject({
  offerId: rowId,
  kind: z.enum(OFFER_KINDS),
  bookingVersion: z.int(),
  bookingId: rowId,
  locator: z.string(),
  /** Counts from 1 for each booking. */
  number: z.int(),
  currency: z.string(),
  /** They add up to what is kept or to be paid. */
  lines: z.array(traceLine),
  /** Minor units that go back, or are to be paid, as the kind says. */
  total: z.int(),
  validUntil: instantMs,
});

/** Where a part of a refund goes: to which card, voucher, wallet or account. A voucher without a number is a new one, since that which paid is past its time. */
export const refundTo = z.strictObject({ kind: z.enum(REFUND_ORDER), amount: z.int(), reference: z.string() });

/** How money goes back, as it is asked for with an offer. */
export const refundWish = {
  /** A new voucher gets all of it, instead of the tenders that paid. */
  toVoucher: z.boolean().optional(),
  /** Why a supervisor waives the refund rule and all fees, so that all of it goes back. */
  waiver: reasonText.optional(),
};

/** What was wished. Left out where nothing was. */
export const refundWished = {
  toVoucher: z.boolean().optional(),
  /** The supervisor who waived it, and why. */
  waiver: z.strictObject({ user: z.string(), reason: z.string() }).optional(),
};

/** What cancelling gives back: `total`. */
export const cancelOffer = offerBase.extend({
  kind: z.literal('cancel'),
  /** Of the fares by the rule; of fares under several policies what comes out for them together. A fee is kept apart. */
  percent: z.int(),
  /** The rule in words: `6 to 24 h before departure`. */
  rule: z.string(),
  paid: z.int(),
  ...refundWished,
  /** Where the refund goes. */
  to: z.array(refundTo),
});
export type CancelOffer = z.infer<typeof cancelOffer>;

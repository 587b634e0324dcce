import { z } from 'zod';
import { instantMs, rowId } from '../method.ts';

/** What happens to vouchers and accounts. */
export const TENDER_EVENTS = {
  /** It tells neither the number of the voucher, which is as good as money, nor the reason. `forBooking`: the booking whose refund it is. */
  'voucher.issued': z.strictObject({
    voucherId: rowId,
    amount: z.int(),
    currency: z.string(),
    forBooking: rowId.nullable(),
    validUntil: instantMs,
  }),
  /** The account of an agency was opened or changed. Its name is kept apart, because a person types it. */
  'account.set': z.strictObject({ accountId: rowId, currency: z.string(), limit: z.int(), open: z.boolean() }),
  'account.paid': z.strictObject({ accountId: rowId, amount: z.int(), currency: z.string() }),
} as const;

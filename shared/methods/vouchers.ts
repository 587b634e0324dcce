import { z } from 'zod';
import { VOUCHER_DAYS_DEFAULT, VOUCHER_DAYS_MAX } from '../bounds.ts';
import { isCurrency } from '../currencies.ts';
import { amountMinor, instantMs, method, personText, requestId } from '../method.ts';

export const voucherNumber = z.string().regex(/^[A-Z0-9]{4,20}$/, 'is 4 to 20 capital letters or digits');

/** A balance that pays for flights. Amounts in minor units of its currency. */
export const voucherView = z.strictObject({
  number: z.string(),
  currency: z.string(),
  issued: z.int(),
  balance: z.int(),
  issuedAt: instantMs,
  /** From this moment on it pays for nothing. */
  validUntil: instantMs,
  reason: z.string(),
  /** The booking whose refund it is. */
  locator: z.string().nullable(),
});
export type VoucherView = z.infer<typeof voucherView>;

export const voucherMethods = {
  'vouchers.get': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ number: voucherNumber }),
    output: voucherView,
    refusals: ['VOUCHER_UNKNOWN'],
  }),
  'vouchers.issue': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      amount: amountMinor.min(1),
      currency: z.string().refine(isCurrency, 'is not the ISO 4217 code of a currency'),
      reason: personText(120).pipe(z.string().min(1)),
      days: z.int().min(1).max(VOUCHER_DAYS_MAX).default(VOUCHER_DAYS_DEFAULT),
    }),
    output: voucherView,
    refusals: [],
  }),
};

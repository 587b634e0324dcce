import { z } from 'zod';
import { amountMinor } from '../method.ts';
import { accountCode } from './accounts.ts';
import { voucherNumber } from './vouchers.ts';

export const approvalCode = z.string().regex(/^[A-Z0-9]{4,8}$/, 'is 4 to 8 capital letters or digits');
/** refuse-return: approved, but the bank refuses the first try to give the money back. */
export const TEST_CARDS = ['approve', 'decline', 'time-out', 'decline-once', 'refuse-return'] as const;
/** What a charge at the desk's own terminal is called, at the hub and at the terminal. */
export const chargeReference = z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/, 'is 1 to 80 letters, digits, -, _ or .');

/** What a wallet or UPI calls a payment: as the customer's screen or the bank shows it. */
export const walletReference = z.string().regex(/^[A-Z0-9]{6,35}$/, 'is 6 to 35 capital letters or digits');

export const tender = z.discriminatedUnion('kind', [
  /** Change is `given - amount`. */
  z.strictObject({ kind: z.literal('cash'), amount: amountMinor.min(1), given: amountMinor }),
  z.strictObject({
    kind: z.literal('card'),
    amount: amountMinor.min(1),
    /** Typed from the slip of a terminal that stands apart; null: the desk's own terminal is asked. */
    approvalCode: approvalCode.nullable().default(null),
    /** Training only: what the simulated terminal is to answer. */
    testCard: z.enum(TEST_CARDS).nullable().default(null),
    /** A charge that stands taken for this hold since another tender failed. The terminal is not asked again. */
    charge: chargeReference.optional(),
  }),
  z.strictObject({
    kind: z.literal('voucher'),
    amount: amountMinor.min(1),
    voucher: voucherNumber,
  }),
  /** Paid with a phone, by wallet or UPI. A reference pays once. */
  z.strictObject({ kind: z.literal('wallet'), amount: amountMinor.min(1), wallet: walletReference }),
  /** An agency pays later, up to its limit. */
  z.strictObject({ kind: z.literal('account'), amount: amountMinor.min(1), account: accountCode }),
]);
export type Tender = z.infer<typeof tender>;

/** Why tenders do not pay a price, in the order of the list of refusals. */
export const WHY_NOT_PAID = [
  'TENDERS_MISMATCH',
  'CASH_SHORT',
  'VOUCHER_TWICE',
  'VOUCHER_UNKNOWN',
  'VOUCHER_EXPIRED',
  'VOUCHER_OTHER_CURRENCY',
  'VOUCHER_EMPTY',
  'VOUCHER_SHORT',
  'WALLET_USED',
  'ACCOUNT_TWICE',
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_CLOSED',
  'ACCOUNT_OTHER_CURRENCY',
  'ACCOUNT_LIMIT',
  'SLIP_USED',
  'TERMINAL_MISSING',
  'TERMINAL_RESTS',
  'CHARGE_NOT_TAKEN',
] as const;

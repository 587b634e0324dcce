import { z } from 'zod';
import { ACCOUNT_NAME_MAX, REASON_MAX } from '../bounds.ts';
import { isCurrency } from '../currencies.ts';
import { amountMinor, instantMs, method, personText, requestId, rowId } from '../method.ts';

export const accountCode = z.string().regex(/^[A-Z0-9]{2,12}$/, 'is 2 to 12 capital letters or digits');
const accountName = personText(ACCOUNT_NAME_MAX).pipe(z.string().min(1));

/** An agency that pays later. Amounts in minor units of its currency. */
export const accountView = z.strictObject({
  accountId: rowId,
  code: z.string(),
  name: z.string(),
  currency: z.string(),
  limit: z.int(),
  /** What it owes; below 0 what it has paid ahead. A sale never takes it above the limit. */
  balance: z.int(),
  /** A closed account pays for nothing. Refunds and payments still reach it. */
  open: z.boolean(),
});
export type AccountView = z.infer<typeof accountView>;

/** What changed the balance. `amount` above 0: it owes more. */
const accountLine = z.strictObject({
  event: z.int(),
  at: instantMs,
  kind: z.enum(['sale', 'change', 'refund', 'payment']),
  /** Of the booking; null for a payment. */
  locator: z.string().nullable(),
  desk: z.string(),
  user: z.string(),
  amount: z.int(),
  /** Why money went back, or the reference of a payment. */
  note: z.string(),
});

export const accountMethods = {
  /** All accounts, by code; or the one with this code, if there is one. */
  'accounts.list': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ code: accountCode.optional() }),
    output: z.strictObject({ accounts: z.array(accountView) }),
    refusals: [],
  }),
  /** What changed the balance last, newest first. `more`: how many lines are not told. */
  'accounts.statement': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({ accountId: rowId }),
    output: z.strictObject({ account: accountView, lines: z.array(accountLine), more: z.int() }),
    refusals: ['ACCOUNT_UNKNOWN'],
  }),
  'accounts.open': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      code: accountCode,
      name: accountName,
      currency: z.string().refine(isCurrency, 'is not the ISO 4217 code of a currency'),
      limit: amountMinor,
    }),
    output: accountView,
    refusals: ['ACCOUNT_EXISTS', 'ACCOUNTS_FULL'],
  }),
  /** Another name or limit, closed or open again. A limit below what is owed stops further sales and changes nothing else. */
  'accounts.change': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, accountId: rowId, name: accountName, limit: amountMinor, open: z.boolean() }),
    output: accountView,
    refusals: ['ACCOUNT_UNKNOWN'],
  }),
  /** The agency has paid. `note`: how, such as the reference of a transfer. */
  'accounts.receive': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      accountId: rowId,
      amount: amountMinor.min(1),
      note: personText(REASON_MAX).pipe(z.string().min(1)),
    }),
    output: accountView,
    refusals: ['ACCOUNT_UNKNOWN'],
  }),
};

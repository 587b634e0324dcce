import { z } from 'zod';
import { deskName, instantMs, method, rowId } from '../method.ts';

/** A charge of a payment that failed. */
export const failedCharge = z.strictObject({
  amount: z.int(),
  /** asked: the answer is not known yet. declined: it was not charged. due: a job gives it back. returned: it has gone back. */
  standing: z.enum(['asked', 'declined', 'due', 'returned']),
  reason: z.string(),
});

/** A hold that was not paid, for review. */
export const failedPayment = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  desk: deskName,
  user: z.string(),
  heldAt: instantMs,
  /** What a clock that stood ahead dated counts from when that clock was set right. */
  failedAt: instantMs,
  reason: z.string(),
  /** `B6 101`, one for each flight. */
  flights: z.array(z.string()),
  passengers: z.int(),
  currency: z.string(),
  total: z.int(),
  charges: z.array(failedCharge),
});
export type FailedPayment = z.infer<typeof failedPayment>;

export const paymentMethods = {
  /** Stops asking the terminal for a card of this hold. What it may have charged is reversed, and the seats stay as after a decline. */
  'payments.giveUp': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ bookingId: rowId }),
    output: z.strictObject({ bookingId: rowId }),
    refusals: ['NO_CARD_ASKED'],
  }),
  /** Holds that ended as PAYMENT_FAILED in the last day, the newest failure first. */
  'payments.failed': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ payments: z.array(failedPayment), more: z.int() }),
    refusals: [],
  }),
};

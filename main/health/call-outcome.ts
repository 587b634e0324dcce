import { REFUSALS_OF_FAILURES } from '../../shared/refusals/refusals-of-failures.ts';
import type { RefusalCode } from '../../shared/refusals.ts';

/**
 * What became of a call. lost: others were quicker, or the time was over. failed: the hub could not do it. refused: it could not be done as
 * it was asked, whoever had asked.
 */
export type CallOutcome = 'done' | 'lost' | 'failed' | 'refused';

const LOST: ReadonlySet<RefusalCode> = new Set([
  'SEAT_SOLD',
  'SEAT_HELD',
  'NO_SEAT_LEFT',
  'CABIN_FULL',
  'SEATS_TO_PICK',
  'HOLD_EXPIRED',
  'PAYMENT_TOO_LATE',
]);
const FAILED: ReadonlySet<RefusalCode> = new Set([
  ...(Object.keys(REFUSALS_OF_FAILURES) as RefusalCode[]),
  'HUB_UNREACHABLE',
  'HUB_BUSY',
  'BOOKING_NUMBERS_GONE',
]);

export const callOutcome = (refused: RefusalCode | undefined): CallOutcome =>
  refused === undefined ? 'done' : LOST.has(refused) ? 'lost' : FAILED.has(refused) ? 'failed' : 'refused';

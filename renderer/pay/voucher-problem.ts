import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import type { KnownVoucher } from './use-voucher.ts';

/**
 * Why a voucher cannot pay anything of a price in `currency`, by what the register says of it; empty where it can, or where the
 * register has not answered. The hub would refuse it in the same way, but only when the sale is confirmed.
 */
export function voucherProblem(known: KnownVoucher | undefined, currency: string, now: Instant, zone: string): string {
  if (!known) return '';
  if ('refusal' in known) return known.refusal.code === 'VOUCHER_UNKNOWN' ? known.refusal.message : '';
  const { view } = known;
  if (isDue(instant(view.validUntil), now))
    return `It was valid until ${localTime(view.validUntil, zone)} on ${fullDate(localDay(view.validUntil, zone))}.`;
  if (view.currency !== currency) return `It is in ${view.currency}, the price in ${currency}.`;
  return view.balance === 0 ? 'Nothing is left on it.' : '';
}

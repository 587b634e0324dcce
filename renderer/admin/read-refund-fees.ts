import { isCurrency } from '../../shared/currencies.ts';
import { minor, moneyText, readMoney } from '../../shared/money.ts';
import type { RefundPolicy } from '../../shared/refund-policy.ts';

type Fees = RefundPolicy['cancelFee'];

/** `25.00 USD, 3000 JPY`: a fee for each passenger, by currency; empty without one. Or what is wrong. */
export function readRefundFees(text: string): Fees | string {
  const fees: Fees = {};
  for (const part of text
    .split(/,(?!\d{3}(?:\D|$))|\n/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [amount = '', code = ''] = part.split(/\s+/);
    const currency = code.toUpperCase();
    const read = isCurrency(currency) ? readMoney(amount, currency) : undefined;
    if (read === undefined) return `\u201c${part}\u201d is no fee such as 25.00 USD.`;
    if (currency in fees) return `${currency} stands there twice.`;
    fees[currency] = read;
  }
  return fees;
}

export const refundFeesText = (fees: Fees): string =>
  Object.entries(fees)
    .map(([currency, amount]) => `${moneyText(minor(amount), currency)} ${currency}`)
    .join(', ');

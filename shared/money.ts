import { AMOUNT_MINOR_MAX } from './bounds.ts';
import type { Brand } from './brand.ts';
import { decimalsOf } from './currencies.ts';

/** An amount in minor units (cents, yen, fils) of the currency named beside it. Never a fraction. */
export type Minor = Brand<number, 'Minor'>;

export const minor = (amount: number): Minor => amount as Minor;

/** The one rounding rule of the house: half up, away from zero for what is owed back. */
export function roundHalfUp(exact: number): Minor {
  // A binary fraction can stand a hair below the half it means (1.005 * 100); a relative nudge puts it back.
  const nudged = Math.abs(exact) * (1 + Number.EPSILON * 4);
  return minor(Math.sign(exact) * Math.floor(nudged + 0.5) || 0);
}

export const percentOf = (amount: Minor, percent: number): Minor => roundHalfUp((amount * percent) / 100);
export const sum = (amounts: readonly Minor[]): Minor => minor(amounts.reduce<number>((total, amount) => total + amount, 0));

/**
 * `123456` USD -> `1,234.56`, JPY -> `123,456`, KWD -> `123.456`; the minus as U+2212. The currency itself stands in the head
 * of the column, not in the cell.
 */
export function moneyText(amount: Minor, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = Math.abs(amount)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '\u2212' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

/** `60`, `60.5`, `1,234.50` as minor units of a currency that has such decimals; undefined for anything else. */
export function readMoney(text: string, currency: string): Minor | undefined {
  const decimals = decimalsOf(currency);
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  const [, whole = '', part = ''] = match ?? [];
  if (!match || part.length > decimals) return undefined;
  const amount = Number(whole.replaceAll(',', '') + part.padEnd(decimals, '0'));
  return amount <= AMOUNT_MINOR_MAX ? minor(amount) : undefined;
}

import type { Brand } from './brand.ts';

/** An amount in minor units (cents) of the currency named beside it. Never a fraction. */
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

/** `123456` -> `1,234.56`, the minus as U+2212. The currency stands in the head of the column, not in the cell. */
export function moneyText(amount: Minor): string {
  const digits = Math.abs(amount).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '\u2212' : ''}${whole}.${digits.slice(-2)}`;
}

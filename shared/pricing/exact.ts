import { type Minor, minor } from '../money.ts';

/**
 * A price in the making: `over` / `under` minor units, exactly. Rules multiply percentages and shares of seats, and a fraction of two
 * binary numbers would round at each step. `under` is positive.
 */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

export const exact = (amount: number): Exact => ({ over: BigInt(amount), under: 1n });

/** `price` times `over` / `under`; `under` is positive. */
export const times = (price: Exact, over: bigint, under: bigint): Exact => ({ over: price.over * over, under: price.under * under });

export const plus = (price: Exact, amount: number): Exact => ({ over: price.over + BigInt(amount) * price.under, under: price.under });

export const isLess = (one: Exact, other: Exact): boolean => one.over * other.under < other.over * one.under;

/** The nearest whole number of `unit` minor units, half up, away from zero where it is less than nothing. */
export function roundedTo({ over, under }: Exact, unit: number): Minor {
  const step = under * BigInt(unit);
  const [size, sign] = over < 0n ? [-over, -1] : [over, 1];
  const steps = (2n * size + step) / (2n * step);
  return minor(sign * Number(steps) * unit || 0);
}

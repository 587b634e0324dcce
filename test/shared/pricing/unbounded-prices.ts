import { minor } from '../../../shared/money.ts';

// What exact.ts means, in numbers that have no end: each step as it is written on paper.

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const unbounded = (price: Fraction): Fraction => price;
export const exact = (amount: number): Fraction => ({ over: BigInt(amount), under: 1n });

export const times = (price: Fraction, over: number, under: number): Fraction => ({
  over: price.over * BigInt(over),
  under: price.under * BigInt(under),
});

export const plus = (price: Fraction, amount: number): Fraction => ({
  over: price.over + BigInt(amount) * price.under,
  under: price.under,
});
export const isLess = (one: Fraction, other: Fraction): boolean => one.over * other.under < other.over * one.under;

export function roundedTo({ over, under }: Fraction, unit: number) {
  const step = under * BigInt(unit);
  const [size, sign] = over < 0n ? [-over, -1] : [over, 1];
  return minor(sign * Number((2n * size + step) / (2n * step)) * unit || 0);
}

/** Fractions of curves stay as they are. */
export const commonDivisor = (): number => 1;

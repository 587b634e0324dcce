// A price in the making is a fraction of whole minor units, because rules multiply percentages and shares of seats, and a binary number would
// round at each step.
// 1. Nearly all prices fit into whole numbers up to 2^53, which a processor multiplies at once. So plain numbers come first.
// 2. A product of two such numbers that fits is exact. One that does not fit is never below 2^53 after the processor has rounded it. So one
//    comparison proves a product.
// 3. What does not fit is brought to lowest terms, and what does not fit then becomes BigInt. The value is the same in all three, so that a
//    price does not depend on the way.

import { type Minor, minor } from '../money.ts';

interface Large {
  readonly over: bigint;
  readonly under: bigint;
}

/** `over` / `under` minor units, exactly; `under` is positive. */
export interface Exact {
  readonly over: number;
  readonly under: number;
  /** The fraction itself where it does not fit into the two numbers, which say nothing then. */
  readonly large: Large | undefined;
}

const SAFE = Number.MAX_SAFE_INTEGER;
const fits = (over: number, under: number): boolean => over <= SAFE && over >= -SAFE && under <= SAFE;

const small = (over: number, under: number): Exact => ({ over, under, large: undefined });
const large = (over: bigint, under: bigint): Exact => ({ over: Number.NaN, under: Number.NaN, large: { over, under } });

/** The fraction in numbers that have no end. */
export const unbounded = (price: Exact): Large => price.large ?? { over: BigInt(price.over), under: BigInt(price.under) };

/** The greatest common divisor of two whole numbers, of which at least one is not 0. */
export function commonDivisor(one: number, other: number): number {
  let [left, right] = [Math.abs(one), Math.abs(other)];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}

/** A whole amount of minor units. */
export const exact = (amount: number): Exact => small(amount, 1);

/** `price` times `over` / `under`: whole numbers up to 2^53, `under` positive. */
export function times(price: Exact, over: number, under: number): Exact {
  const [nextOver, nextUnder] = [price.over * over, price.under * under];
  return fits(nextOver, nextUnder) ? small(nextOver, nextUnder) : timesLowest(price, over, under);
}

function timesLowest(price: Exact, over: number, under: number): Exact {
  if (!price.large) {
    const [across, down] = [commonDivisor(price.over, under), commonDivisor(over, price.under)];
    const [left, right] = [lowest(price.over / across, price.under / down), lowest(over / down, under / across)];
    const [nextOver, nextUnder] = [left.over * right.over, left.under * right.under];
    if (fits(nextOver, nextUnder)) return small(nextOver, nextUnder);
  }
  const all = unbounded(price);
  return large(all.over * BigInt(over), all.under * BigInt(under));
}

function lowest(over: number, under: number): { readonly over: number; readonly under: number } {
  const divisor = commonDivisor(over, under);
  return { over: over / divisor, under: under / divisor };
}

/** `price` and a whole amount of minor units. */
export function plus(price: Exact, amount: number): Exact {
  const more = amount * price.under;
  const over = price.over + more;
  if (fits(over, price.under) && fits(more, 1)) return small(over, price.under);
  const all = unbounded(price);
  return large(all.over + BigInt(amount) * all.under, all.under);
}

export function isLess(one: Exact, other: Exact): boolean {
  const [left, right] = [one.over * other.under, other.over * one.under];
  // Rounding never turns two numbers around. So where they differ afterwards, they differed that way before.
  if (left < right) return true;
  if (left > right || (left === right && fits(left, 1))) return false;
  const [first, second] = [unbounded(one), unbounded(other)];
  return first.over * second.under < second.over * first.under;
}

/** The nearest whole number of `unit` minor units, half up, away from zero where it is less than nothing. */
export function roundedTo(price: Exact, unit: number): Minor {
  const { over, under } = price;
  const half = under * unit;
  if (!(2 * half <= SAFE)) return roundedLarge(unbounded(price), unit);
  const size = Math.abs(over);
  let whole = Math.floor(size / under);
  // A quotient just below a whole number is rounded up to it.
  if (whole * under > size) whole--;
  const steps = Math.floor(whole / unit);
  const rest = (whole - steps * unit) * under + (size - whole * under);
  const rounded = (2 * rest >= half ? steps + 1 : steps) * unit;
  return minor((over < 0 ? -rounded : rounded) || 0);
}

function roundedLarge({ over, under }: Large, unit: number): Minor {
  const step = under * BigInt(unit);
  const [size, sign] = over < 0n ? [-over, -1] : [over, 1];
  const steps = (2n * size + step) / (2n * step);
  return minor(sign * Number(steps) * unit || 0);
}

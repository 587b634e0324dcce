import { commonDivisor } from '../exact.ts';

/** Percent of the price as a fraction. */
interface Percent {
  readonly over: number;
  readonly under: number;
}

/**
 * The percent of the price on a line of straight parts, as a fraction in lowest terms. `at` is a fraction too, because a share of
 * seats is one. `placeOf`: where a knot stands. Left of the first knot and right of the last one the line goes on level.
 */
export function betweenKnots<Knot extends { readonly change: number }>(
  knots: readonly Knot[],
  placeOf: (knot: Knot) => number,
  at: { readonly over: number; readonly under: number },
): Percent {
  let left: Knot | undefined;
  for (const right of knots) {
    const place = placeOf(right);
    if (at.over <= place * at.under) {
      if (!left) return level(right);
      const from = placeOf(left);
      const wide = (place - from) * at.under;
      const over = (100 + left.change) * wide + (right.change - left.change) * (at.over - from * at.under);
      const divisor = commonDivisor(over, wide);
      return { over: over / divisor, under: wide / divisor };
    }
    left = right;
  }
  return level(left);
}

const level = (knot: { readonly change: number } | undefined): Percent => ({ over: 100 + (knot?.change ?? 0), under: 1 });

/** To be said, in tenths of a percent: `+32 %`, `\u22124.5 %`. */
export function changeText({ over, under }: Percent): string {
  const tenths = Math.round((over / under - 100) * 10) / 10;
  return `${tenths < 0 ? '\u2212' : '+'}${Math.abs(tenths)} %`;
}

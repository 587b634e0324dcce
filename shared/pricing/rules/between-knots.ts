/**
 * The percent of the price on a line of straight parts, as a fraction: `over` / `under` percent. `at` is a fraction too, because a share of
 * seats is one. `placeOf`: where a knot stands. Left of the first knot and right of the last one the line goes on level.
 */
export function betweenKnots<Knot extends { readonly change: number }>(
  knots: readonly Knot[],
  placeOf: (knot: Knot) => number,
  at: { readonly over: number; readonly under: number },
): { readonly over: bigint; readonly under: bigint } {
  let left: Knot | undefined;
  for (const right of knots) {
    const place = placeOf(right);
    if (at.over <= place * at.under) {
      if (!left) return level(right);
      const from = placeOf(left);
      const wide = BigInt((place - from) * at.under);
      const gone = BigInt(at.over - from * at.under);
      return { over: BigInt(100 + left.change) * wide + BigInt(right.change - left.change) * gone, under: wide };
    }
    left = right;
  }
  return level(left);
}

const level = (knot: { readonly change: number } | undefined) => ({ over: BigInt(100 + (knot?.change ?? 0)), under: 1n });

/** To be said, in tenths of a percent: `+32 %`, `\u22124.5 %`. */
export function changeText({ over, under }: { readonly over: bigint; readonly under: bigint }): string {
  const tenths = Math.round((Number(over) / Number(under) - 100) * 10) / 10;
  return `${tenths < 0 ? '\u2212' : '+'}${Math.abs(tenths)} %`;
}

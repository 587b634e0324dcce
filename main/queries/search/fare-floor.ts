interface FareSeen {
  readonly miles: number;
  readonly low: number;
}

/**
 * An estimate of the least that a flight of some length costs: the line below all fares that were seen, over their miles (their lower
 * convex hull, by Andrew's monotone chain). Short flights cost more a mile than long ones, so one price a mile for all of them would be
 * a bad estimate.
 */
export class FareFloor {
  readonly #corners: FareSeen[] = [];

  constructor(fares: readonly FareSeen[]) {
    for (const fare of [...fares].sort((a, b) => a.miles - b.miles || a.low - b.low)) {
      const last = this.#corners.at(-1);
      if (last && last.miles === fare.miles) continue;
      while (this.#corners.length >= 2 && liesAbove(this.#corners.at(-2), this.#corners.at(-1), fare)) this.#corners.pop();
      this.#corners.push(fare);
    }
  }

  /** The least fare at a length. Below the shortest flight seen it falls in proportion to the length; above the longest it stays the same. */
  at(miles: number): number {
    let low = 0;
    let high = this.#corners.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#corners[middle]?.miles ?? 0) < miles) low = middle + 1;
      else high = middle;
    }
    const [before, after] = [this.#corners[low - 1], this.#corners[low]];
    if (!after) return before?.low ?? 0;
    if (!before) return after.miles > 0 ? (after.low * miles) / after.miles : after.low;
    return before.low + ((after.low - before.low) * (miles - before.miles)) / (after.miles - before.miles);
  }
}

/** Whether the middle of three fares lies above the line between the two others, so that it is no corner of the hull. */
function liesAbove(before: FareSeen | undefined, middle: FareSeen | undefined, after: FareSeen): boolean {
  if (!before || !middle) return false;
  return (middle.low - before.low) * (after.miles - before.miles) >= (after.low - before.low) * (middle.miles - before.miles);
}

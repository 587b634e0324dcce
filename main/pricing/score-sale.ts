/** A seat that was sold under a version, in minor units. `before`: what it would have cost without the version; undefined where nobody knows. */
export interface ScoredSeat {
  readonly paid: number;
  readonly before: number | undefined;
}

export interface SaleScore {
  readonly seats: number;
  readonly paid: number;
  readonly before_least: number;
  readonly before_most: number;
  readonly dearer: number;
  readonly unknown: number;
}

/**
 * What the seats of one sale say of a version against the policy without it, on the same demand.
 * 1. Who paid more than the price before would have paid that price too: before, the seat had earned it.
 * 2. Who paid less than the price before may have bought then, or may not: before, the seat had earned it, or nothing. So what was earned before
 *    lies between two amounts.
 * 3. A seat without a known price before counts as a seat and in no amount.
 */
export function scoreSale(seats: readonly ScoredSeat[]): SaleScore {
  const score = { seats: seats.length, paid: 0, before_least: 0, before_most: 0, dearer: 0, unknown: 0 };
  for (const { paid, before } of seats) {
    if (before === undefined) {
      score.unknown++;
      continue;
    }
    score.paid += paid;
    score.before_most += before;
    if (before > paid) score.dearer++;
    else score.before_least += before;
  }
  return score;
}

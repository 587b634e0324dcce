import type { Instant } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { leastByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { PoliciesInForce } from '../../pricing/policies-in-force.ts';

/** Base fares that are kept for one policy. A million flights have a few thousand. */
const FARES_MAX = 20_000;

/** By rules, cabins and base fare. The rules of a version never change, so that what one search worked out is true for the next. */
const knownBy = new WeakMap<readonly PolicyRule[], Map<string, Map<number, number>>>();

/**
 * The least that flights of one search cost under their policies, from their base fares alone. A search reads thousands of flights with a few
 * hundred base fares, so that each answer is kept, for later searches too.
 */
export class LeastFares {
  readonly #policies: PoliciesInForce;
  readonly #now: Instant;
  readonly #cabins: readonly Cabin[];
  #rules: readonly PolicyRule[] = [];
  #ofRoute = new Map<number, number>();

  /** `cabin` null: the least of all cabins. */
  constructor(policies: PoliciesInForce, now: Instant, cabin: Cabin | null) {
    this.#policies = policies;
    this.#now = now;
    this.#cabins = cabin ? [cabin] : CABINS;
  }

  /** The flights that are asked for next fly between these airports. */
  onRoute(origin: string, destination: string): void {
    const { rules } = this.#policies.ofRoute({ origin, destination }, this.#now);
    if (rules === this.#rules) return;
    this.#rules = rules;
    this.#ofRoute = this.#knownOf(rules);
  }

  of(flightId: number, baseFare: number): number {
    const own = this.#policies.hasFlights ? this.#policies.ofFlightAlone(flightId, this.#now) : undefined;
    return own ? this.#least(own.rules, this.#knownOf(own.rules), baseFare) : this.#least(this.#rules, this.#ofRoute, baseFare);
  }

  #knownOf(rules: readonly PolicyRule[]): Map<number, number> {
    const cabins = this.#cabins.join('');
    let byCabins = knownBy.get(rules);
    if (!byCabins) {
      byCabins = new Map();
      knownBy.set(rules, byCabins);
    }
    let known = byCabins.get(cabins);
    if (!known || known.size >= FARES_MAX) {
      known = new Map();
      byCabins.set(cabins, known);
    }
    return known;
  }

  #least(rules: readonly PolicyRule[], known: Map<number, number>, baseFare: number): number {
    let least = known.get(baseFare);
    if (least === undefined) {
      least = Math.min(...this.#cabins.map((cabin) => leastByPolicy(rules, { baseFare, cabin })));
      known.set(baseFare, least);
    }
    return least;
  }
}

import type { Instant } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { leastByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { PoliciesInForce } from '../../pricing/policies-in-force.ts';

/**
 * The least that flights of one search cost under their policies, from their base fares alone. A search reads thousands of flights with a few
 * hundred base fares, so that each answer is kept.
 */
export class LeastFares {
  readonly #policies: PoliciesInForce;
  readonly #now: Instant;
  readonly #cabins: readonly Cabin[];
  readonly #known = new Map<readonly PolicyRule[], Map<number, number>>();
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
    let known = this.#known.get(rules);
    if (!known) {
      known = new Map();
      this.#known.set(rules, known);
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

import type { DemandOrder, Simulated } from '../../../shared/methods/pricing-what-if.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { CABINS_BY_FARE } from '../../../shared/pricing/policy-templates.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';
import { seededRandom } from '../../seeded-random.ts';
import { type ComparedCabin, compareOffers, type FlownPair, flyPair } from './compare-offers.ts';
import { typicalDemand } from './demand-model.ts';
import { policyOffer } from './policy-offer.ts';

/** A flight of the scope: its cabins as they stand, and the rules that price it without and with the draft. */
export interface SampledFlight {
  readonly cabins: readonly PriceQuestion[];
  readonly before: readonly PolicyRule[];
  readonly after: readonly PolicyRule[];
}

export interface SimulationOptions {
  readonly seed: number;
  readonly runs: number;
  /** Passengers who ask, in percent of the seats of each cabin, before anybody finds it too dear. */
  readonly demandPercent: number;
  readonly order: DemandOrder;
}

/** What goes back with a seat that is given up: half of the fare, as between long before departure and the last hours. */
const REFUND_SHARE = 0.5;
/** Points of the curve that shows how the interval narrows. */
const POINTS_MAX = 50;

/**
 * Sells typical demand by what is in force and by a draft, run after run.
 * 1. Each run is one departure, from its first booking to the last, with all seats for sale. The runs take the sampled flights by turns.
 * 2. Both sides get the same arrivals, those of seed and run, so that a run is the same whenever it is made.
 * 3. What demand takes for the usual fare of a cabin is the filed fare times the cabin's usual share, whatever the policies ask. So a policy
 *    that asks for more is turned down by more people.
 */
export class Simulation {
  readonly #options: SimulationOptions;
  readonly #currency: string;
  readonly #flights: readonly (readonly ComparedCabin[])[];
  readonly #pairs: FlownPair[] = [];
  readonly #points: Simulated['points'][number][] = [];

  /** `flights`: at least one, all in one currency. */
  constructor(flights: readonly SampledFlight[], options: SimulationOptions) {
    this.#options = options;
    this.#currency = flights[0]?.cabins[0]?.currency ?? '';
    this.#flights = flights.map(({ cabins, before, after }) =>
      cabins
        .filter(({ ofCabin }) => ofCabin.authorised > 0)
        .map((question) => ({
          authorised: question.ofCabin.authorised,
          referenceFare: (question.baseFare * CABINS_BY_FARE[question.cabin]) / 100,
          refundShare: REFUND_SHARE,
          model: { ...typicalDemand((question.ofCabin.authorised * options.demandPercent) / 100), order: options.order },
          published: policyOffer(before, question),
          draft: policyOffer(after, question),
        })),
    );
  }

  /** Runs made so far. */
  get runs(): number {
    return this.#pairs.length;
  }

  get done(): boolean {
    return this.#pairs.length >= this.#options.runs;
  }

  /** Makes the next runs, at most so many. */
  fly(most: number): void {
    const { seed, runs } = this.#options;
    const end = Math.min(runs, this.#pairs.length + most);
    for (let run = this.#pairs.length; run < end; run++) {
      // A million runs of one seed come before the next seed begins.
      const { next } = seededRandom(seed * 1_000_000 + run);
      this.#pairs.push(flyPair(this.#flights[run % this.#flights.length] ?? [], next));
    }
    this.#point();
  }

  #point(): void {
    const { runs } = this.#options;
    const last = this.#points.at(-1)?.runs ?? 0;
    if (this.#pairs.length < 2 || (this.#pairs.length < runs && this.#pairs.length - last < runs / POINTS_MAX)) return;
    const { change, published } = compareOffers(this.#pairs);
    const percent = (figure: number): number => (published.revenue.mean === 0 ? 0 : (100 * figure) / published.revenue.mean);
    const { low, mean, high } = change.revenue;
    this.#points.push({ runs: this.#pairs.length, low: percent(low), mean: percent(mean), high: percent(high) });
  }

  /** What the runs so far say; undefined before the second. */
  get figures(): Simulated | undefined {
    if (this.#pairs.length < 2) return undefined;
    return {
      ...compareOffers(this.#pairs),
      runs: this.#pairs.length,
      flights: this.#flights.length,
      currency: this.#currency,
      points: [...this.#points],
    };
  }
}

import { cacheOffers } from './cache-offers.ts';
import type { DemandModel } from './demand-model.ts';
import { type Chance, drawArrivals } from './draw-arrivals.ts';
import { type MeanInterval, meanInterval } from './mean-interval.ts';
import { type Flown, type Offer, replayArrivals, type SoldCabin } from './replay-arrivals.ts';

export interface Figures {
  /** Minor units. */
  readonly revenue: MeanInterval;
  /** Passengers / seats, 0 to 1, above it if oversold. */
  readonly loadFactor: MeanInterval;
  readonly spilled: MeanInterval;
  readonly declined: MeanInterval;
}

export interface OffersCompared {
  readonly published: Figures;
  readonly draft: Figures;
  /** Draft less published on the same arrivals, flight by flight. Chance that both share drops out, so it is narrower than the two. */
  readonly change: Figures;
}

/** A pair of flights that had the same arrivals. */
export interface FlownPair {
  readonly published: Flown;
  readonly draft: Flown;
}

/** Sells runs `from` to `to` - 1 twice. `chanceOf(run)` begins a seeded row anew for each run, so runs can be made in any portions. */
export function flyPairs(
  model: DemandModel,
  cabin: SoldCabin,
  offers: { readonly published: Offer; readonly draft: Offer },
  chanceOf: (run: number) => Chance,
  runs: { readonly from: number; readonly to: number },
): readonly FlownPair[] {
  const published = cacheOffers(offers.published);
  const draft = cacheOffers(offers.draft);
  return Array.from({ length: runs.to - runs.from }, (_, index) => {
    const arrivals = drawArrivals(model, chanceOf(runs.from + index));
    return { published: replayArrivals(arrivals, published, cabin), draft: replayArrivals(arrivals, draft, cabin) };
  });
}

/** What many pairs say together. `seats`: of the cabin, for its load factor. */
export function compareOffers(pairs: readonly FlownPair[], seats: number): OffersCompared {
  const figures = (of: (pair: FlownPair, read: (flown: Flown) => number) => number): Figures => ({
    revenue: meanInterval(pairs.map((pair) => of(pair, (flown) => flown.revenue))),
    loadFactor: meanInterval(pairs.map((pair) => of(pair, (flown) => flown.passengers / seats))),
    spilled: meanInterval(pairs.map((pair) => of(pair, (flown) => flown.spilled))),
    declined: meanInterval(pairs.map((pair) => of(pair, (flown) => flown.declined))),
  });
  return {
    published: figures(({ published }, read) => read(published)),
    draft: figures(({ draft }, read) => read(draft)),
    change: figures(({ published, draft }, read) => read(draft) - read(published)),
  };
}

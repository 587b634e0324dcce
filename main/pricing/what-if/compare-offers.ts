import type { DemandModel } from './demand-model.ts';
import { type Chance, drawArrivals } from './draw-arrivals.ts';
import { type MeanInterval, meanInterval } from './mean-interval.ts';
import { type Flown, type Offer, replayArrivals, type SoldCabin } from './replay-arrivals.ts';

export interface Figures {
  /** Minor units a flight. */
  readonly revenue: MeanInterval;
  /** Passengers / seats, 0 to 1, above it if oversold. */
  readonly loadFactor: MeanInterval;
  readonly spilled: MeanInterval;
  readonly declined: MeanInterval;
  /** Minor units a passenger, of the flights that carried one. */
  readonly averagePrice: MeanInterval;
}

export interface OffersCompared {
  readonly published: Figures;
  readonly draft: Figures;
  /** Draft less published on the same arrivals, flight by flight. Chance that both share drops out, so it is narrower than the two. */
  readonly change: Figures;
}

/** A cabin with its own demand, sold by two offers. */
export interface ComparedCabin extends SoldCabin {
  readonly model: DemandModel;
  readonly published: Offer;
  readonly draft: Offer;
}

/** A pair of flights that had the same arrivals. */
export interface FlownPair {
  /** Of all its cabins. */
  readonly seats: number;
  readonly published: Flown;
  readonly draft: Flown;
}

const NOTHING: Flown = { revenue: 0, passengers: 0, spilled: 0, declined: 0 };
const joined = (one: Flown, other: Flown): Flown => ({
  revenue: one.revenue + other.revenue,
  passengers: one.passengers + other.passengers,
  spilled: one.spilled + other.spilled,
  declined: one.declined + other.declined,
});

/** Sells one flight twice, cabin after cabin, to the same arrivals. `chance` is a seeded row of this run alone, so runs can be made in any portions. */
export function flyPair(cabins: readonly ComparedCabin[], chance: Chance): FlownPair {
  let [seats, published, draft] = [0, NOTHING, NOTHING];
  for (const cabin of cabins) {
    const arrivals = drawArrivals(cabin.model, chance);
    seats += cabin.authorised;
    published = joined(published, replayArrivals(arrivals, cabin.published, cabin));
    draft = joined(draft, replayArrivals(arrivals, cabin.draft, cabin));
  }
  return { seats, published, draft };
}

type Read = (flown: Flown, seats: number) => number;

/** What many pairs say together; at least two. */
export function compareOffers(pairs: readonly FlownPair[]): OffersCompared {
  const figures = (of: (pair: FlownPair, read: Read) => number): Figures => ({
    revenue: meanInterval(pairs.map((pair) => of(pair, ({ revenue }) => revenue))),
    loadFactor: meanInterval(pairs.map((pair) => of(pair, ({ passengers }, seats) => passengers / seats))),
    spilled: meanInterval(pairs.map((pair) => of(pair, ({ spilled }) => spilled))),
    declined: meanInterval(pairs.map((pair) => of(pair, ({ declined }) => declined))),
    averagePrice: averagePrice(pairs, of),
  });
  return {
    published: figures(({ published, seats }, read) => read(published, seats)),
    draft: figures(({ draft, seats }, read) => read(draft, seats)),
    change: figures(({ published, draft, seats }, read) => read(draft, seats) - read(published, seats)),
  };
}

/** A flight that carried nobody on either side has no average price, and is left out. Without two that have one, the mean is 0. */
function averagePrice(pairs: readonly FlownPair[], of: (pair: FlownPair, read: Read) => number): MeanInterval {
  const flown = pairs.filter(({ published, draft }) => published.passengers > 0 && draft.passengers > 0);
  if (flown.length < 2) return { mean: 0, low: 0, high: 0 };
  return meanInterval(flown.map((pair) => of(pair, ({ revenue, passengers }) => revenue / passengers)));
}

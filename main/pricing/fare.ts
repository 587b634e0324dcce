import { decimalsOf } from '../../shared/currencies.ts';
import type { TraceLine } from '../../shared/methods/booking-view.ts';
import type { Strategy } from '../../shared/methods/pricing.ts';
import { type Minor, minor, roundHalfUp } from '../../shared/money.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';

/** Fixed fares by cabin in US cents, whatever the flight and its load. */
const FIXED_FARES_CURRENCY = 'USD';
export const FIXED_FARES: Readonly<Record<Cabin, Minor>> = { F: minor(300_00), J: minor(200_00), W: minor(150_00), Y: minor(100_00) };

/** How many economy base fares a seat of each cabin costs before demand. */
export const CABIN_FACTORS: Readonly<Record<Cabin, number>> = { F: 4, J: 2.5, W: 1.5, Y: 1 };

/** How much a full cabin adds to its base: half of it again. */
const DEMAND_WEIGHT = 0.5;

export interface CabinLoadNow {
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

export interface Fare {
  /** For one seat, all in. The lines of the trace add up to it. */
  readonly fare: Minor;
  readonly trace: readonly TraceLine[];
}

/** `base_fare` in minor units of `currency`. */
type PricedFlight = { readonly base_fare: number; readonly currency: string; readonly strategy: Strategy };

interface PriceStrategy {
  /** For one seat, all in. */
  price(flight: PricedFlight, cabin: Cabin, load: CabinLoadNow): Minor;
  /** No flight of this base fare costs less, in whatever currency and at whatever load. */
  least(baseFare: number, cabin: Cabin): Minor;
  /** Lines that add up to that price. */
  trace(flight: PricedFlight, cabin: Cabin, load: CabinLoadNow, price: Minor, origin: string): readonly TraceLine[];
}

const cabinBase = (baseFare: number, cabin: Cabin): Minor => roundHalfUp(baseFare * CABIN_FACTORS[cabin]);

/** Fixed fares are listed in one currency. A flight priced in another one keeps its own base fare, at any load. */
const fixed: PriceStrategy = {
  price: ({ base_fare, currency }, cabin) => (currency === FIXED_FARES_CURRENCY ? FIXED_FARES[cabin] : cabinBase(base_fare, cabin)),
  least: (baseFare, cabin) => minor(Math.min(FIXED_FARES[cabin], cabinBase(baseFare, cabin))),
  trace: (_flight, cabin, _load, price) => [{ label: `Fixed fare, ${CABIN_NAMES[cabin]}`, detail: 'the same at any load', amount: price }],
};

/** Minor units of one unit of the currency: 100 cents. */
const unitOf = (currency: string): number => 10 ** decimalsOf(currency);

const occupancyOf = ({ authorised, held, sold }: CabinLoadNow): number => (authorised > 0 ? Math.min(1, (held + sold) / authorised) : 0);

/**
 * base x (1 + 0.5 x occupancy), occupancy counting held and sold seats, rounded once, half up. A flight whose base fare is in whole units of
 * its currency is priced in whole units, a flight with a fare in cents in cents. A cabin's base is a whole or a half unit then, so that no
 * price is below it.
 */
const demand: PriceStrategy = {
  price({ base_fare, currency }, cabin, load) {
    const unit = base_fare % unitOf(currency) === 0 ? unitOf(currency) : 1;
    return minor(roundHalfUp((cabinBase(base_fare, cabin) * (1 + DEMAND_WEIGHT * occupancyOf(load))) / unit) * unit);
  },
  least: (baseFare, cabin) => cabinBase(baseFare, cabin),
  trace({ base_fare }, cabin, load, price, origin) {
    const base = cabinBase(base_fare, cabin);
    const percent = (occupancyOf(load) * 100).toFixed(0);
    return [
      {
        label: `Base fare, ${CABIN_NAMES[cabin]}`,
        detail: CABIN_FACTORS[cabin] === 1 ? origin : `${CABIN_FACTORS[cabin]} x economy, ${origin}`,
        amount: base,
      },
      { label: `Load ${percent} %`, detail: `half of ${percent} % on top`, amount: minor(price - base) },
    ];
  },
};

const STRATEGIES: Readonly<Record<Strategy, PriceStrategy>> = { fixed, demand };

/** What one seat costs now, by the strategy of its flight, without the trace: lists need thousands of prices. */
export const priceOf = (flight: PricedFlight, cabin: Cabin, load: CabinLoadNow): Minor =>
  STRATEGIES[flight.strategy].price(flight, cabin, load);

/** The least that a seat can cost, from base fare and strategy alone, which the search index holds. A search leans on it: it must never be above a price. */
export const leastPrice = (strategy: Strategy, baseFare: number, cabin: Cabin): Minor => STRATEGIES[strategy].least(baseFare, cabin);

/** What one seat costs now, with the trace that says why. `origin`: where the base fare comes from, as fareOrigin says it. */
export function fareOf(flight: PricedFlight, cabin: Cabin, load: CabinLoadNow, origin: string): Fare {
  const fare = priceOf(flight, cabin, load);
  return { fare, trace: STRATEGIES[flight.strategy].trace(flight, cabin, load, fare, origin) };
}

import type { TraceLine } from '../../shared/methods/booking-view.ts';
import type { Strategy } from '../../shared/methods/pricing.ts';
import { type Minor, minor, roundHalfUp } from '../../shared/money.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';

/** Fixed fares by cabin, in minor units, whatever the flight and its load. */
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

type PricedFlight = { readonly base_fare: number; readonly strategy: Strategy };

interface PriceStrategy {
  /** For one seat, all in. */
  price(baseFare: number, cabin: Cabin, load: CabinLoadNow): Minor;
  /** Lines that add up to that price. */
  trace(baseFare: number, cabin: Cabin, load: CabinLoadNow, price: Minor): readonly TraceLine[];
}

const fixed: PriceStrategy = {
  price: (_baseFare, cabin) => FIXED_FARES[cabin],
  trace: (_baseFare, cabin, _load, price) => [
    { label: `Fixed fare, ${CABIN_NAMES[cabin]}`, detail: 'the same at any load', amount: price },
  ],
};

const cabinBase = (baseFare: number, cabin: Cabin): Minor => roundHalfUp(baseFare * CABIN_FACTORS[cabin]);
const occupancyOf = ({ authorised, held, sold }: CabinLoadNow): number => (authorised > 0 ? Math.min(1, (held + sold) / authorised) : 0);

/** base x (1 + 0.5 x occupancy), occupancy counting held and sold seats, rounded once, half up. */
const demand: PriceStrategy = {
  price: (baseFare, cabin, load) => roundHalfUp(cabinBase(baseFare, cabin) * (1 + DEMAND_WEIGHT * occupancyOf(load))),
  trace(baseFare, cabin, load, price) {
    const base = cabinBase(baseFare, cabin);
    const percent = (occupancyOf(load) * 100).toFixed(0);
    return [
      {
        label: `Base fare, ${CABIN_NAMES[cabin]}`,
        detail: CABIN_FACTORS[cabin] === 1 ? 'by distance' : `by distance, ${CABIN_FACTORS[cabin]} x economy`,
        amount: base,
      },
      { label: `Load ${percent} %`, detail: `half of ${percent} % on top`, amount: minor(price - base) },
    ];
  },
};

const STRATEGIES: Readonly<Record<Strategy, PriceStrategy>> = { fixed, demand };

/** What one seat costs now, by the strategy of its flight. Lists ask this thousands of times, and nobody reads why. */
export const priceOf = (flight: PricedFlight, cabin: Cabin, load: CabinLoadNow): Minor =>
  STRATEGIES[flight.strategy].price(flight.base_fare, cabin, load);

/** The same, and why. */
export function fareOf(flight: PricedFlight, cabin: Cabin, load: CabinLoadNow): Fare {
  const fare = priceOf(flight, cabin, load);
  return { fare, trace: STRATEGIES[flight.strategy].trace(flight.base_fare, cabin, load, fare) };
}

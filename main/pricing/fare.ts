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

type PriceStrategy = (flight: { readonly base_fare: number }, cabin: Cabin, load: CabinLoadNow) => Fare;

const fixed: PriceStrategy = (_flight, cabin) => {
  const fare = FIXED_FARES[cabin];
  return { fare, trace: [{ label: `Fixed fare, ${CABIN_NAMES[cabin]}`, detail: 'the same at any load', amount: fare }] };
};

/** base x (1 + 0.5 x occupancy), occupancy counting held and sold seats, rounded once, half up. */
const demand: PriceStrategy = (flight, cabin, load) => {
  const base = roundHalfUp(flight.base_fare * CABIN_FACTORS[cabin]);
  const occupancy = load.authorised > 0 ? Math.min(1, (load.held + load.sold) / load.authorised) : 0;
  const fare = roundHalfUp(base * (1 + DEMAND_WEIGHT * occupancy));
  const percent = (occupancy * 100).toFixed(0);
  return {
    fare,
    trace: [
      {
        label: `Base fare, ${CABIN_NAMES[cabin]}`,
        detail: CABIN_FACTORS[cabin] === 1 ? 'by distance' : `by distance, ${CABIN_FACTORS[cabin]} x economy`,
        amount: base,
      },
      { label: `Load ${percent} %`, detail: `half of ${percent} % on top`, amount: minor(fare - base) },
    ],
  };
};

const STRATEGIES: Readonly<Record<Strategy, PriceStrategy>> = { fixed, demand };

/** What one seat costs now, and why, by the strategy of its flight. */
export const fareOf = (flight: { readonly base_fare: number; readonly strategy: Strategy }, cabin: Cabin, load: CabinLoadNow): Fare =>
  STRATEGIES[flight.strategy](flight, cabin, load);

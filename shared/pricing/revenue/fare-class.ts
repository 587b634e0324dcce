import type { Minor } from '../../money.ts';
import type { Demand } from './demand.ts';

/** A booking class of one cabin. Lists of them begin with the dearest; all fares are in one currency. `demand` undefined: nothing is known. */
export interface FareClass {
  readonly fare: Minor;
  readonly demand: Demand | undefined;
}

export type ForecastClass = FareClass & { readonly demand: Demand };

/** True if the demand of every class is known. */
export const areForecast = (classes: readonly FareClass[]): classes is readonly ForecastClass[] =>
  classes.every(({ demand }) => demand !== undefined);

/** True if nobody is expected in any class. That is how a flight looks of which nothing is known yet. */
export const haveNoDemand = (classes: readonly ForecastClass[]): boolean => classes.every(({ demand }) => demand.mean === 0);

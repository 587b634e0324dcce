import { type Demand, joinDemand } from './demand.ts';
import type { ForecastClass } from './fare-class.ts';

/**
 * Several classes as one: their demand together, and the mean of their fares weighted by demand, in minor units and part of one (it is
 * compared and never charged). Classes that nobody is expected in join to a fare of 0.
 */
export function joinClasses(classes: readonly ForecastClass[]): { readonly fare: number; readonly demand: Demand } {
  const demand = joinDemand(classes.map((one) => one.demand));
  const worth = classes.reduce((sum, one) => sum + one.fare * one.demand.mean, 0);
  return { fare: demand.mean > 0 ? worth / demand.mean : 0, demand };
}

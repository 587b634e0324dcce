import { chanceOfAtLeast } from '../../../shared/pricing/revenue/demand.ts';
import { areForecast, type FareClass, haveNoDemand } from '../../../shared/pricing/revenue/fare-class.ts';
import { joinClasses } from '../../../shared/pricing/revenue/join-classes.ts';

/**
 * The least that one of `free` seats should be sold for now, in minor units and part of one: what the last of them is expected to earn by
 * EMSR-b. `protections`: emsrB of the same classes, in seats. A class is open exactly while its fare is not below the bid price. Without a
 * forecast it is the top fare; with no seat free nothing is for sale, and it is Infinity.
 */
export function bidPrice(classes: readonly FareClass[], protections: readonly number[], free: number): number {
  const [top] = classes;
  if (free < 1 || top === undefined) return Number.POSITIVE_INFINITY;
  // The cheapest class that may take this seat: one whose classes above keep fewer seats than are free.
  const above = protections.filter((kept) => kept < free).length;
  const takers = classes.slice(0, above + 1);
  const lowest = takers.at(-1)?.fare ?? top.fare;
  if (!areForecast(takers) || (areForecast(classes) && haveNoDemand(classes))) return lowest;
  const { fare, demand } = joinClasses(takers);
  return Math.min(lowest, fare * chanceOfAtLeast(demand, free));
}

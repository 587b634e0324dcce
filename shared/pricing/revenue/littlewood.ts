import { type Demand, seatsExceededWith } from './demand.ts';

/**
 * Seats to keep for the dearer of two fares: a seat is kept as long as the dearer fare times the chance to sell it there is more than the
 * cheaper fare. Both fares are in one unit, and may have parts. Whole seats for a Poisson demand, else seats and part of a seat. Infinity,
 * every seat, if the cheaper fare is 0. Source: Littlewood 1972; Talluri and van Ryzin 2004, chapter 2.
 */
export function littlewood(dearer: number, cheaper: number, demand: Demand): number {
  if (cheaper >= dearer) return 0;
  return seatsExceededWith(demand, cheaper / dearer);
}

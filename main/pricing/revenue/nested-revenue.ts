import { massOf } from '../../../shared/pricing/revenue/demand.ts';
import type { ForecastClass } from '../../../shared/pricing/revenue/fare-class.ts';
import { sellClass } from './sell-class.ts';

/**
 * What `seats` seats are expected to earn under given protection levels (whole seats, one fewer than classes), in minor units and part of one.
 * Cheap classes ask first, classes do not depend on each other, nobody buys up or cancels. A work of classes x seats x seats steps.
 */
export function nestedRevenue(classes: readonly ForecastClass[], protections: readonly number[], seats: number): number {
  const values = classes.reduce<readonly number[]>(
    (above, { fare, demand }, index) => sellClass(above, fare, massOf(demand, seats), index === 0 ? 0 : (protections[index - 1] ?? 0)),
    new Array<number>(seats + 1).fill(0),
  );
  return values[seats] ?? 0;
}

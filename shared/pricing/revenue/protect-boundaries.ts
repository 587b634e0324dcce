import { assert } from '../../assert.ts';
import type { Minor } from '../../money.ts';
import { areForecast, type FareClass, type ForecastClass, haveNoDemand } from './fare-class.ts';

/**
 * Protection levels in seats, one for each class but the last: the seats that classes 1 to j keep from class j + 1. `protect` decides one
 * boundary. What every method has in common stands here:
 * 1. Classes come from the dearest to the cheapest.
 * 2. Where the demand of a class above is missing, or nobody is expected in any class, every seat is kept (Infinity): without a forecast
 *    seats are sold at the top fare alone, because a seat that went cheap cannot be had back.
 * 3. Levels never fall from one class to the next. Seats kept for two classes include those kept for one. The heuristics can break this by a
 *    seat where fares stand close together.
 */
export function protectBoundaries(
  classes: readonly FareClass[],
  protect: (above: readonly ForecastClass[], next: Minor) => number,
): readonly number[] {
  assert(
    classes.every(({ fare }, index) => fare >= 0 && fare <= (classes[index - 1]?.fare ?? fare)),
    'classes stand from the dearest to the cheapest',
  );
  const unknown = areForecast(classes) && haveNoDemand(classes);
  let kept = 0;
  return classes.slice(1).map(({ fare }, index) => {
    const above = classes.slice(0, index + 1);
    kept = Math.max(kept, unknown || !areForecast(above) ? Number.POSITIVE_INFINITY : protect(above, fare));
    return kept;
  });
}

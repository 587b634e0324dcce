import type { StatedCurve } from './cabin-outlook.ts';
import { type PastCurve, shareBefore } from './past-curve.ts';

/**
 * Seats expected on the books on the way from `sold` today to `final`, at so many days before departure: as past departures went that way in
 * the mean, or by the stated curve where none are given. `daysBefore`: today, with the part of a day.
 */
export function expectedBooks(
  way: { readonly sold: number; readonly final: number; readonly daysBefore: number },
  past: readonly PastCurve[],
  stated: StatedCurve,
  day: number,
): number {
  const gone = past.length > 0 ? pastGone(past, way.daysBefore, day) : statedGone(stated, way.daysBefore, day);
  return way.sold + (way.final - way.sold) * gone;
}

/** How much of the way to the end was gone by that day, 0 to 1 for a curve that only rises. */
function pastGone(past: readonly PastCurve[], daysBefore: number, day: number): number {
  const mean = (at: number): number => past.reduce((sum, curve) => sum + shareBefore(curve, at), 0) / past.length;
  const now = mean(daysBefore);
  const way = mean(0) - now;
  // Where past flights sold nothing more in the mean, the way is gone evenly.
  if (Math.abs(way) < 1e-9) return daysBefore > 0 ? 1 - day / daysBefore : 1;
  return (mean(day) - now) / way;
}

function statedGone({ sold }: StatedCurve, daysBefore: number, day: number): number {
  const way = sold(0) - sold(daysBefore);
  return way > 0 ? (sold(day) - sold(daysBefore)) / way : 1;
}

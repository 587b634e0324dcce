import { shareSold } from './booking-curve.ts';
import { BUSINESS_LEAD, BUSINESS_SEATS, CANCELLED_SHARE, FULL_SHARE, isPeak, LOAD_MIN } from './flight-demand.ts';

/**
 * What is usual on a training day, by the demand model of flight-demand.ts and not by past flights, of which a new training store has none.
 * `localHour`: of departure, 0 to 23.
 */
export function statedUsual(localHour: number) {
  const peak = isPeak(localHour);
  const business = BUSINESS_SEATS[peak ? 'peak' : 'other'];
  /** The share of the final sales that is on the books: business books late. */
  const sold = (daysBefore: number): number => business * shareSold(daysBefore / BUSINESS_LEAD) + (1 - business) * shareSold(daysBefore);
  const load = (chance: number): number => LOAD_MIN + (1 - LOAD_MIN) * drawnBelow(chance, peak);
  return {
    sold,
    usual: (daysBefore: number) => ({
      low: load(0.1) * sold(daysBefore),
      middle: load(0.5) * sold(daysBefore),
      high: load(0.9) * sold(daysBefore),
    }),
  };
}

/** The draw of a load below which so many of all flights stay that operate; the full ones stand above all draws. */
function drawnBelow(chance: number, peak: boolean): number {
  const ofDraws = Math.min(1, (chance * (1 - CANCELLED_SHARE)) / (1 - CANCELLED_SHARE - FULL_SHARE));
  // The better of two draws, or their mean.
  if (peak) return Math.sqrt(ofDraws);
  return ofDraws <= 0.5 ? Math.sqrt(ofDraws / 2) : 1 - Math.sqrt((1 - ofDraws) / 2);
}

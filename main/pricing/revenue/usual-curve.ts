import { type PastCurve, shareBefore } from './past-curve.ts';

/** Seats, or shares of a cabin, that comparable flights had on the books: the middle one, and between which eight of ten were. */
export interface Usual {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** With fewer past departures nothing is called usual: a week of a daily flight, as for the pick-up. */
export const USUAL_DEPARTURES_MIN = 7;

/** The middle 80 % of past departures so many days before, as shares of their seats. Undefined when fewer than seven are known. */
export function usualShare(past: readonly PastCurve[], daysBefore: number): Usual | undefined {
  if (past.length < USUAL_DEPARTURES_MIN) return undefined;
  const shares = past.map((curve) => shareBefore(curve, daysBefore)).sort((a, b) => a - b);
  const last = shares.length - 1;
  const at = (place: number): number => shares[place] ?? 0;
  return {
    low: at(Math.floor(last * 0.1)),
    middle: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
    high: at(Math.ceil(last * 0.9)),
  };
}

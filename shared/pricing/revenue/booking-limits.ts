import { roundHalfUp } from '../../money.ts';

/**
 * The most seats that each class and all classes below it may take, from the protection levels of a cabin (one fewer than classes).
 * Whole seats from 0 to `authorised`. The first class may take all of them.
 */
export const bookingLimits = (authorised: number, protections: readonly number[]): readonly number[] =>
  [0, ...protections].map((kept) => authorised - Math.min(authorised, Number.isFinite(kept) ? roundHalfUp(kept) : authorised));

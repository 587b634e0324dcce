import { massFromMode } from './mass-from-mode.ts';

/** Poisson chances of 0, 1, ... `most` - 1 events, and last of `most` or more, for a mean of events >= 0. */
export function poissonMass(mean: number, most: number): readonly number[] {
  if (mean === 0) return Array.from({ length: most + 1 }, (_, events) => (events === 0 ? 1 : 0));
  // Far enough out that what is left has no chance that a double can hold.
  const last = Math.max(most, Math.ceil(mean + 40 * Math.sqrt(mean) + 40));
  const all = massFromMode(last, Math.floor(mean), (events) => mean / events);
  return [...all.slice(0, most), all.slice(most).reduce((sum, chance) => sum + chance, 0)];
}

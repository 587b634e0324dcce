import { type SeededRandom, seededRandom } from '../../main/seeded-random.ts';

/** Keys are below this. */
const KEYS = 1_000_003;

/** Chance for one step of a run alone: whatever is drawn here, the draws of all other steps stay as they are. */
export const ownRandom = (seed: number, key: number): SeededRandom => seededRandom(seed * KEYS + key);

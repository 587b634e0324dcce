export interface SeededRandom {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number of 0 to `count` - 1. */
  below(count: number): number;
  pick<T>(from: readonly T[]): T;
}

/** Chance that can be had again: the same seed gives the same numbers. A counter is scrambled: enough for training and tests, not for secrets. */
export function seededRandom(seed: number): SeededRandom {
  let count = Math.imul(seed, 0x2c1b3c6d) >>> 0;
  const next = (): number => {
    count = (count + 0x9e3779b9) >>> 0;
    let bits = Math.imul(count ^ (count >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: <T>(from: readonly T[]): T => from[below(from.length)] as T };
}

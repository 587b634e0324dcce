import type { SeededRandom } from '../../main/seeded-random.ts';

/** A choice with weights: `[weight, what]`. */
export function weighed<T>(random: SeededRandom, choices: readonly (readonly [number, T])[]): T {
  let left = random.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, what] of choices) {
    left -= weight;
    if (left < 0) return what;
  }
  return (choices.at(-1) as readonly [number, T])[1];
}

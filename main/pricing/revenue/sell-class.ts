import type { Minor } from '../../../shared/money.ts';

/**
 * What seats are expected to earn when a class is sold before the dearer ones, in minor units. `above[x]`: what x seats earn with the dearer
 * classes alone. `mass`: chances of 0, 1, ... requests, the last for that many or more (as many as there are seats). The class leaves
 * `kept` seats, in whole seats.
 */
export function sellClass(above: readonly number[], fare: Minor, mass: readonly number[], kept: number): readonly number[] {
  return above.map((_, seats) => {
    const open = Math.max(0, seats - kept);
    return mass.reduce((sum, chance, requests) => {
      const sold = Math.min(requests, open);
      return sum + chance * (fare * sold + (above[seats - sold] ?? 0));
    }, 0);
  });
}

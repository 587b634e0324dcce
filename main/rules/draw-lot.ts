import { hash } from 'node:crypto';

/** What the entry of the opening says of a seed. */
export const sealOf = (seed: string): string => hash('sha256', seed, 'hex');

/**
 * The order in which requests are served that took part in a lot: their places in the order in which they came, from 0. Each place n is sorted by the SHA-256
 * of `seed:n`, so every order is equally likely, and anybody who has the seed can draw it again.
 */
export function drawLot(seed: string, count: number): number[] {
  const drawn = Array.from({ length: count }, (_, place) => ({ place, by: hash('sha256', `${seed}:${place}`, 'hex') }));
  return drawn.sort((a, b) => (a.by < b.by ? -1 : 1)).map(({ place }) => place);
}

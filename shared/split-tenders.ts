import { assert } from './assert.ts';

interface Paid {
  /** Minor units, as is what went back. */
  readonly amount: number;
  readonly refunded: number;
}

/**
 * How much of each tender goes with a price in minor units that leaves a booking: in proportion to what is left of each, the odd units to the
 * tenders with the largest rests, the first of them first. The parts add up to the price.
 */
export function splitTenders(price: number, tenders: readonly Paid[]): number[] {
  const left = tenders.map(({ amount, refunded }) => amount - refunded);
  const all = left.reduce((sum, amount) => sum + amount, 0);
  assert(price <= all, `${price} leave a booking of which ${all} are paid`);
  if (all === 0) return left;
  // The product may be larger than a number holds exactly.
  const exact = left.map((amount) => BigInt(amount) * BigInt(price));
  const parts = exact.map((part) => Number(part / BigInt(all)));
  const byRest = exact
    .map((part, at) => ({ at, rest: part % BigInt(all) }))
    .sort((one, other) => (one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1));
  const odd = price - parts.reduce((sum, part) => sum + part, 0);
  for (const { at } of byRest.slice(0, odd)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

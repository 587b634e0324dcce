import { assert } from '../../shared/assert.ts';
import { LOCATORS_MAX, locatorOf, locatorValue } from '../../shared/locator.ts';

const HALF = 0x7fff;
const ROUNDS = 4;

/** Mixes 15 bits with a round key; any function does for a Feistel network, a good one hides the order of numbers. */
function mix(half: number, key: number): number {
  let x = Math.imul(half ^ key, 0x9e3779b1);
  x ^= x >>> 15;
  x = Math.imul(x, 0x85ebca77);
  return (x ^ (x >>> 13)) & HALF;
}

/** Numbers are counted from 1, and each has a locator of its own. */
export const LAST_BOOKING_NUMBER = LOCATORS_MAX - 1;

/**
 * How many bookings can still be numbered after the last one that was given. Where a hub is given a range of the numbers, the end of its
 * range stands here in place of the end of all.
 */
export const bookingNumbersLeft = (last: number): number => Math.max(0, LAST_BOOKING_NUMBER - last);

/**
 * Draws locators from booking numbers: a keyed permutation of 30 bits (a Feistel network, Luby and Rackoff 1988). So a
 * locator is unique by construction, tells nothing of its neighbours, needs no index and no random source, and desks that
 * are given ranges of numbers under one key can never draw the same.
 */
export class Locators {
  readonly #keys: readonly number[];

  /** `key`: any 32-bit number, kept in the store from its making. */
  constructor(key: number) {
    this.#keys = Array.from({ length: ROUNDS }, (_, round) => Math.imul(key ^ (round * 0x27d4eb2f), 0xc2b2ae35) >>> 0);
  }

  of(bookingId: number): string {
    assert(bookingId > 0 && bookingId <= LAST_BOOKING_NUMBER, `booking number ${bookingId} has no locator`);
    let left = bookingId >>> 15;
    let right = bookingId & HALF;
    for (const key of this.#keys) [left, right] = [right, left ^ mix(right, key)];
    return locatorOf(((left << 15) | right) >>> 0);
  }

  /** The booking number a locator was drawn from, or undefined when the text is no locator. */
  bookingId(locator: string): number | undefined {
    const value = locatorValue(locator);
    if (value === undefined) return undefined;
    let left = value >>> 15;
    let right = value & HALF;
    for (const key of [...this.#keys].reverse()) [left, right] = [right ^ mix(left, key), left];
    return ((left << 15) | right) >>> 0;
  }
}

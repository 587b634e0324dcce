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

/** A number of 30 bits as another, by a keyed permutation. */
function drawn(number: number, keys: readonly number[]): number {
  let left = (number >>> 15) & HALF;
  let right = number & HALF;
  for (const key of keys) [left, right] = [right, left ^ mix(right, key)];
  return ((left << 15) | right) >>> 0;
}

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
    return locatorOf(drawn(bookingId, this.#keys));
  }

  /**
   * The number of a voucher: `V`, six letters by which no two are alike, and four that depend on the time of its issue, so that a
   * store that was put back from a backup does not draw a number again. Who knows one number, or a locator, cannot tell another.
   */
  voucher(id: number, issuedAt: number): string {
    assert(id > 0 && id <= LAST_BOOKING_NUMBER, `voucher ${id} has no number`);
    const keys = this.#keys.map((key) => Math.imul(key ^ 0x165667b1, 0x9e3779b1) >>> 0);
    const moment = (Math.floor(issuedAt / 1_000) ^ Math.imul(id, 0x27d4eb2f)) & 0x3fffffff;
    return `V${locatorOf(drawn(id, keys))}${locatorOf(drawn(moment, keys)).slice(0, 4)}`;
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

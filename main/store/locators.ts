import { assert } from '../../shared/assert.ts';
import { LOCATORS_MAX, locatorOf, locatorValue } from '../../shared/locator.ts';

const HALF = 0x7fff;
const ROUNDS = 4;

/** Mixes 15 bits with a round key. A Feistel network works with any function. This one is chosen so that it hides the order of the numbers. */
function mix(half: number, key: number): number {
  let x = Math.imul(half ^ key, 0x9e3779b1);
  x ^= x >>> 15;
  x = Math.imul(x, 0x85ebca77);
  return (x ^ (x >>> 13)) & HALF;
}

/** Booking numbers count from 1. Each has a locator of its own. */
export const LAST_BOOKING_NUMBER = LOCATORS_MAX - 1;

/** How many booking numbers are left after `last`, the number that was given last. */
export const bookingNumbersLeft = (last: number): number => Math.max(0, LAST_BOOKING_NUMBER - last);

/** Turns a number of 30 bits into another one, by a keyed permutation. */
function drawn(number: number, keys: readonly number[]): number {
  let left = (number >>> 15) & HALF;
  let right = number & HALF;
  for (const key of keys) [left, right] = [right, left ^ mix(right, key)];
  return ((left << 15) | right) >>> 0;
}

/**
 * Makes locators from booking numbers.
 *
 * The problem: a locator has six signs. It must be unique, nobody may guess the next one, the core must not use a random source, and two
 * hubs that number their own bookings must not make the same one.
 * A keyed permutation of 30 bits solves all of it (a Feistel network, Luby and Rackoff 1988):
 * 1. Different numbers give different locators, so no index has to be asked and nothing is tried twice.
 * 2. A locator says nothing about the numbers before and after it.
 * 3. Hubs with the same key and separate ranges of booking numbers never make the same locator.
 * 4. The booking number is worked out from the locator, so a booking is found by its primary key.
 */
export class Locators {
  readonly #keys: readonly number[];

  /** `key`: any 32-bit number. The store keeps it from its first day. */
  constructor(key: number) {
    this.#keys = Array.from({ length: ROUNDS }, (_, round) => Math.imul(key ^ (round * 0x27d4eb2f), 0xc2b2ae35) >>> 0);
  }

  of(bookingId: number): string {
    assert(bookingId > 0 && bookingId <= LAST_BOOKING_NUMBER, `booking number ${bookingId} has no locator`);
    return locatorOf(drawn(bookingId, this.#keys));
  }

  /**
   * The number of a voucher: `V`, six signs that make it unique, and four that depend on the time of issue, so that a store that was
   * restored from a backup does not give the same number again. Nobody can work out another number from one number or a locator.
   */
  voucher(id: number, issuedAt: number): string {
    assert(id > 0 && id <= LAST_BOOKING_NUMBER, `voucher ${id} has no number`);
    const keys = this.#keys.map((key) => Math.imul(key ^ 0x165667b1, 0x9e3779b1) >>> 0);
    const moment = (Math.floor(issuedAt / 1_000) ^ Math.imul(id, 0x27d4eb2f)) & 0x3fffffff;
    return `V${locatorOf(drawn(id, keys))}${locatorOf(drawn(moment, keys)).slice(0, 4)}`;
  }

  /** The booking number that a locator was made from, or undefined when the text is no locator. */
  bookingId(locator: string): number | undefined {
    const value = locatorValue(locator);
    if (value === undefined) return undefined;
    let left = value >>> 15;
    let right = value & HALF;
    for (const key of [...this.#keys].reverse()) [left, right] = [right ^ mix(left, key), left];
    return ((left << 15) | right) >>> 0;
  }
}

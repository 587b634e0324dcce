import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';

const SLOTS_AT_FIRST = 1 << 12;

/**
 * The dated flights that a file has brought already. Each is two numbers in one flat hash table. So the memory depends on the number of
 * flights alone, and not on their dates: two days of a flight number may lie two centuries apart.
 */
export class SeenFlights {
  #slots = new Uint32Array(2 * SLOTS_AT_FIRST);
  #size = 0;

  /** False when carrier, number, suffix, origin, day and departure were there before. */
  add({ carrier, number, suffix, origin, serviceDay, departure = 1 }: ScheduledFlight): boolean {
    // 2 bits of the departure, 11 of carrier, 14 of number, 5 of suffix; a number is never 0, so neither is this half of the key.
    const flight =
      (((departure - 1) << 30) | (parseInt(carrier, 36) << 19) | (number << 5) | (suffix === '' ? 0 : suffix.charCodeAt(0) - 64)) >>> 0;
    // 15 bits of origin, 17 of the day, which reach to the year 2328.
    const from = (letters(origin) << 17) | serviceDay;
    if (!put(this.#slots, flight, from >>> 0)) return false;
    this.#size += 1;
    // At least half of the slots stay free, so that a free slot is found soon.
    if (this.#size * 4 > this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      const flight = before[at] ?? 0;
      if (flight > 0) put(this.#slots, flight, before[at + 1] ?? 0);
    }
  }
}

/** `AAA` is 0, `ZZZ` 17,575. */
const letters = (code: string): number => (code.charCodeAt(0) - 65) * 676 + (code.charCodeAt(1) - 65) * 26 + code.charCodeAt(2) - 65;

/** Puts a key into the first free slot from where its bits lead; false when it is there. */
function put(slots: Uint32Array, flight: number, departure: number): boolean {
  const mask = slots.length / 2 - 1;
  let mixed = Math.imul(flight ^ Math.imul(departure, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  for (let slot = (mixed ^ (mixed >>> 13)) & mask; ; slot = (slot + 1) & mask) {
    const there = slots[slot * 2];
    if (there === 0) {
      slots[slot * 2] = flight;
      slots[slot * 2 + 1] = departure;
      return true;
    }
    if (there === flight && slots[slot * 2 + 1] === departure) return false;
  }
}

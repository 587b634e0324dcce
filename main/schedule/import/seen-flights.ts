import type { ScheduledFlight } from '../../store/scheduled-flight.ts';

/**
 * Which dated flights a file has brought already. Days are kept as bits by flight and origin, so that a million flights cost
 * some bytes each rather than a text each.
 */
export class SeenFlights {
  readonly #days = new Map<string, { base: number; bits: Uint32Array }>();

  /** False when carrier, number, suffix, origin and day were there before. */
  add({ carrier, number, suffix, origin, serviceDay }: ScheduledFlight): boolean {
    const key = `${carrier}${number}${suffix} ${origin}`;
    const word = Math.floor(serviceDay / 32);
    const bit = 1 << (serviceDay & 31);
    const seen = this.#days.get(key);
    if (!seen) {
      this.#days.set(key, { base: word, bits: Uint32Array.of(bit) });
      return true;
    }
    if (word < seen.base || word >= seen.base + seen.bits.length) grow(seen, word);
    const at = word - seen.base;
    const before = seen.bits[at] ?? 0;
    seen.bits[at] = before | bit;
    return (before & bit) === 0;
  }
}

function grow(seen: { base: number; bits: Uint32Array }, word: number): void {
  const base = Math.min(seen.base, word);
  const bits = new Uint32Array(Math.max(seen.base + seen.bits.length, word + 1) - base);
  bits.set(seen.bits, seen.base - base);
  seen.base = base;
  seen.bits = bits;
}

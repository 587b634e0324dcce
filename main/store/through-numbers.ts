import type { ThroughNumber } from './tables/through-numbers-table.ts';

/** Legs of flight numbers of which it is remembered where they go on. */
export const THROUGH_LEGS_MAX = 200_000;

type Leg = readonly [origin: string, destination: string];

/**
 * Finds the numbers of a schedule that go on from where they land, whatever the order of their legs. Days and equipment are not compared here: the
 * flights of each day say whether the passengers stay on board.
 */
export class ThroughNumbers {
  readonly #legs = new Map<string, Leg[]>();
  readonly #found = new Map<string, ThroughNumber>();
  #kept = 0;

  /** Legs were left out because there are too many. */
  full = false;

  add(carrier: string, number: number, suffix: string, origin: string, destination: string): void {
    const key = `${carrier}${number}${suffix}`;
    const known = this.#legs.get(key);
    if (known?.some(([from, to]) => from === origin && to === destination)) return;
    if (this.#kept >= THROUGH_LEGS_MAX) {
      this.full = true;
      return;
    }
    this.#kept += 1;
    for (const [from, to] of known ?? []) {
      if (to === origin) this.#goesOn({ carrier, number, suffix, origin: from, via: origin, destination });
      if (from === destination) this.#goesOn({ carrier, number, suffix, origin, via: destination, destination: to });
    }
    if (known) known.push([origin, destination]);
    else this.#legs.set(key, [[origin, destination]]);
  }

  get found(): readonly ThroughNumber[] {
    return [...this.#found.values()];
  }

  #goesOn(one: ThroughNumber): void {
    if (one.origin === one.destination) return;
    this.#found.set(`${one.carrier}${one.number}${one.suffix} ${one.origin}${one.via}${one.destination}`, one);
  }
}

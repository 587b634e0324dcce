import type { Seat } from '../../shared/seat-map.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** How many blocks of seats are looked at before a party is separated. */
const BLOCKS_TRIED = 8;

/** The free seats of a cabin in blocks of neighbours, given away in an order that chance decides: parties together where a block still has room. */
export class FreeBlocks {
  readonly #random: SeededRandom;
  readonly #blocks: Seat[][];
  #left: number;

  constructor(random: SeededRandom, seats: readonly Seat[]) {
    const blocks = new Map<string, Seat[]>();
    for (const seat of seats) {
      const key = `${seat.rowIndex} ${seat.block}`;
      const block = blocks.get(key);
      if (block) block.push(seat);
      else blocks.set(key, [seat]);
    }
    this.#random = random;
    this.#blocks = [...blocks.values()];
    this.#left = seats.length;
  }

  get left(): number {
    return this.#left;
  }

  /** Takes seats for a party of at most `left`. */
  take(size: number): Seat[] {
    for (let tried = 0; tried < BLOCKS_TRIED; tried++) {
      const block = this.#random.below(this.#blocks.length);
      if ((this.#blocks[block]?.length ?? 0) >= size) return this.#takeFrom(block, size);
    }
    const taken: Seat[] = [];
    while (taken.length < size && this.#left > 0) {
      const block = this.#random.below(this.#blocks.length);
      taken.push(...this.#takeFrom(block, Math.min(size - taken.length, this.#blocks[block]?.length ?? 0)));
    }
    return taken;
  }

  #takeFrom(place: number, size: number): Seat[] {
    const block = this.#blocks[place] ?? [];
    // From the window or from the aisle: the middle goes last, as people choose.
    const taken = block.splice(this.#random.below(2) === 0 ? 0 : block.length - size, size);
    this.#left -= taken.length;
    if (block.length === 0) {
      const last = this.#blocks.pop();
      if (last && place < this.#blocks.length) this.#blocks[place] = last;
    }
    return taken;
  }
}

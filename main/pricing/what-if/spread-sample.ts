/**
 * At most so many items of a stream, spread evenly over it, whatever its length turns out to be: every item at first, then every second,
 * fourth and so on. The same stream gives the same sample.
 */
export class SpreadSample<Item> {
  readonly #most: number;
  #items: Item[] = [];
  #step = 1;
  #seen = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** `item` is made only if it is kept. */
  add(item: () => Item): void {
    if (this.#seen++ % this.#step !== 0) return;
    if (this.#items.length === 2 * this.#most) {
      this.#items = this.#items.filter((_, place) => place % 2 === 0);
      this.#step *= 2;
      if ((this.#seen - 1) % this.#step !== 0) return;
    }
    this.#items.push(item());
  }

  get seen(): number {
    return this.#seen;
  }

  get items(): readonly Item[] {
    const all = this.#items;
    if (all.length <= this.#most) return all;
    return Array.from({ length: this.#most }, (_, place) => all[Math.floor((place * all.length) / this.#most)] as Item);
  }
}

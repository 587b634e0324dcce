/** Gives the places of some figures, the least figure first. It is a binary heap, because a search needs a few hundred figures of many thousands. */
export class LeastFirst {
  readonly #figures: Float64Array;
  readonly #heap: Uint32Array;
  #size: number;

  constructor(figures: readonly number[]) {
    this.#size = figures.length;
    this.#figures = new Float64Array(figures);
    this.#heap = new Uint32Array(this.#size);
    for (let place = 1; place < this.#size; place++) this.#heap[place] = place;
    for (let at = (this.#size >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  /** The place of the least figure; undefined when there is none left. */
  get first(): number | undefined {
    return this.#size === 0 ? undefined : this.#heap[0];
  }

  /** The least figure; infinite when there is none left. */
  get least(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : this.#figure(0);
  }

  /** Removes the first. */
  drop(): void {
    if (this.#size === 0) return;
    this.#heap[0] = this.#heap[--this.#size] ?? 0;
    if (this.#size > 0) this.#sink(0);
  }

  /** Gives the first another figure, which must not be less than before. */
  raise(figure: number): void {
    if (this.#size === 0) return;
    this.#figures[this.#heap[0] ?? 0] = figure;
    this.#sink(0);
  }

  #figure(at: number): number {
    return this.#figures[this.#heap[at] ?? 0] ?? 0;
  }

  #sink(from: number): void {
    const place = this.#heap[from] ?? 0;
    const figure = this.#figures[place] ?? 0;
    let at = from;
    for (let child = 2 * at + 1; child < this.#size; child = 2 * at + 1) {
      if (child + 1 < this.#size && this.#figure(child + 1) < this.#figure(child)) child++;
      if (this.#figure(child) >= figure) break;
      this.#heap[at] = this.#heap[child] ?? 0;
      at = child;
    }
    this.#heap[at] = place;
  }
}

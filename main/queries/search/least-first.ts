/** Hands out the places of some figures, the least first: a binary heap, because a search wants a few hundred of many thousands. */
export class LeastFirst {
  readonly #figures: number[];
  readonly #heap: number[];

  /** Keeps `figures` as its own. */
  constructor(figures: number[]) {
    this.#figures = figures;
    this.#heap = Array.from(figures, (_figure, place) => place);
    for (let at = (this.#heap.length >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  /** The place of the least figure; undefined when there is none left. */
  get first(): number | undefined {
    return this.#heap[0];
  }

  /** The least figure; infinite when there is none left. */
  get least(): number {
    return this.#heap.length === 0 ? Number.POSITIVE_INFINITY : this.#figure(0);
  }

  /** Takes the first away. */
  drop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  /** Gives the first another figure, not less than it had. */
  raise(figure: number): void {
    const first = this.#heap[0];
    if (first === undefined) return;
    this.#figures[first] = figure;
    this.#sink(0);
  }

  #figure(at: number): number {
    return this.#figures[this.#heap[at] ?? 0] ?? 0;
  }

  #sink(from: number): void {
    const place = this.#heap[from] ?? 0;
    const figure = this.#figures[place] ?? 0;
    let at = from;
    for (let child = 2 * at + 1; child < this.#heap.length; child = 2 * at + 1) {
      if (child + 1 < this.#heap.length && this.#figure(child + 1) < this.#figure(child)) child++;
      if (this.#figure(child) >= figure) break;
      this.#heap[at] = this.#heap[child] ?? 0;
      at = child;
    }
    this.#heap[at] = place;
  }
}

/** The largest rows of a long stream, at most so many, the largest first. Of equal rows those that came first stay. */
export class LargestRows<Row> {
  readonly #rows: { readonly size: number; readonly row: Row }[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** `row` is made only if it is kept: nearly all of a million rows are not. */
  add(size: number, row: () => Row): void {
    const rows = this.#rows;
    const last = rows.at(-1);
    if (rows.length >= this.#most && last && last.size >= size) return;
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.size ?? 0) >= size) low = middle + 1;
      else high = middle;
    }
    rows.splice(low, 0, { size, row: row() });
    if (rows.length > this.#most) rows.pop();
  }

  get rows(): Row[] {
    return this.#rows.map(({ row }) => row);
  }
}

/**
 * Rows by their numbers, of which the ones that were set longest ago are dropped.
 *
 * They are dropped by the thousand. To drop the oldest row at each new one took longer than all else that a hold keeps in memory, because
 * a Map that loses its first key again and again looks for its first key ever longer.
 */
export class RecentRows<Row extends { readonly id: number }> {
  readonly #most: number;
  #recent = new Map<number, Row>();
  /** Those that were in `recent` when it was last full. */
  #earlier = new Map<number, Row>();

  /** Never keeps more than `most`, and always the newest half of that. */
  constructor(most: number) {
    this.#most = most;
  }

  get(id: number): Row | undefined {
    return this.#recent.get(id) ?? this.#earlier.get(id);
  }

  set(row: Row): void {
    if (this.#recent.size >= this.#most / 2) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(row.id, row);
  }
}

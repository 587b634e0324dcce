/**
 * Holds that could not be ended, by booking number. Such a hold is named once and then left alone, so that it delays no other, until its
 * booking changes or the store is opened again. Its time is over, so nobody trusts it meanwhile.
 */
export class HoldsSetApart {
  #ids: ReadonlySet<number> = new Set();
  #committed = this.#ids;

  get ids(): ReadonlySet<number> {
    return this.#ids;
  }

  add(bookingId: number): void {
    this.#ids = new Set([...this.#ids, bookingId]);
  }

  /** Something happened to this booking: it may be tried again. */
  changed(bookingId: number): void {
    if (!this.#ids.has(bookingId)) return;
    this.#ids = new Set([...this.#ids].filter((id) => id !== bookingId));
  }

  committed(): void {
    this.#committed = this.#ids;
  }

  /** Nothing of the batch was kept. */
  rolledBack(): void {
    this.#ids = this.#committed;
  }
}

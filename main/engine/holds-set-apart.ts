/**
 * Holds that could not be ended, by booking number. Such a hold is reported once. Then it is left alone, so that it delays no other hold,
 * until its booking changes or the store is opened again. It is due, so nobody trusts it meanwhile.
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

  /** The booking has changed, so its hold may be tried again. */
  changed(bookingId: number): void {
    if (!this.#ids.has(bookingId)) return;
    this.#ids = new Set([...this.#ids].filter((id) => id !== bookingId));
  }

  committed(): void {
    this.#committed = this.#ids;
  }

  /** The batch was rolled back. */
  rolledBack(): void {
    this.#ids = this.#committed;
  }
}

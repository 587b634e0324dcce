import type { ApplyScheduleInput } from '../../commands/apply-schedule-input.ts';
import type { ImportStore } from '../import-store.ts';

/** Supervisors who look at a change at the same time, and some more who left without a word. */
const PREVIEWS_MAX = 8;

/** Changes by hand that were previewed and wait to be applied. Each supervisor may have one, and none of them stands in the way of a file. */
export class HandPreviews {
  readonly #store: Pick<ImportStore, 'discard'>;
  /** In the order in which they were made. */
  readonly #waiting = new Map<string, ApplyScheduleInput>();

  constructor(store: Pick<ImportStore, 'discard'>) {
    this.#store = store;
  }

  /** The oldest is forgotten where there are too many. */
  async add(input: ApplyScheduleInput): Promise<void> {
    this.#waiting.set(input.importId, input);
    const [oldest] = this.#waiting.keys();
    if (oldest !== undefined && this.#waiting.size > PREVIEWS_MAX) await this.forget(oldest);
  }

  of(importId: string): ApplyScheduleInput | undefined {
    return this.#waiting.get(importId);
  }

  /** Nothing of it is left. */
  async forget(importId: string): Promise<void> {
    if (this.#waiting.delete(importId)) await this.#store.discard(importId);
  }

  /** It was applied, so nothing of it is left in the store. */
  applied(importId: string): void {
    this.#waiting.delete(importId);
  }
}

import { isDeepStrictEqual } from 'node:util';
import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import type { JournalRow } from '../tables/journal-table.ts';
import { allQueueWork, type QueueWork, workAfter } from '../tables/queue-work-table.ts';

/** What the journal says of each item that a desk has worked. */
export class QueuesTold {
  readonly #items = new Map<string, QueueWork>();

  follow({ at, user, desk, data }: Pick<JournalRow, 'at' | 'user' | 'desk' | 'data'>): void {
    const moved = JSON.parse(data) as EventData<'queue.moved'>;
    const key = `${moved.queue} ${moved.subject}`;
    this.#items.set(key, workAfter(this.#items.get(key), moved, { at, user, desk }));
  }

  async problem(db: ReadDatabase): Promise<string | undefined> {
    for (const row of await allQueueWork(db)) {
      const key = `${row.queue} ${row.subject}`;
      const told = this.#items.get(key);
      // What a person noted is in no entry of the journal.
      if (!told || !isDeepStrictEqual({ ...told, remark: '' }, { ...row, remark: '' }))
        return `item ${key} of a queue is not as the journal says`;
      this.#items.delete(key);
    }
    for (const key of this.#items.keys()) return `item ${key} of a queue is in the journal and nowhere else`;
    return undefined;
  }
}

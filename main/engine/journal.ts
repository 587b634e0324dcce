import { assert } from '../../shared/assert.ts';
import type { EventData, EventType } from '../../shared/events.ts';
import type { Instant } from '../../shared/instants.ts';
import type { Actor } from '../actor.ts';
import type { Database } from '../store/database.ts';
import { type JournalEnd, type JournalEntry, journalEnd, keepJournalEnd, nextEntry, storeEntries } from '../store/tables/journal-table.ts';

/**
 * The journal, as the batch under way adds to it.
 *
 * The problem: consoles follow every change by numbered events, and an auditor must see who did what. Two records could differ. And a
 * statement for each entry costs more than its row.
 *
 * 1. The journal is the audit too. Each entry says who, at which desk, what, before and after, and carries a hash over itself and the
 *    entry before. So a command writes one row instead of two, and no screen can show what the auditor does not see.
 * 2. Numbers have no gaps and follow the order of the commits. A number is given when the entry is added. When the batch is rolled back,
 *    so is the number (`rolledBack`).
 * 3. The entries of a batch wait in memory and are written by one statement (`settle`): before the commit, and before any statement that
 *    could read them (batch-writes.ts).
 * 4. The last step before the commit (`close`) writes the journal's end a second time, in another table. If a page of the journal goes
 *    back to an older state, the two ends differ.
 * 5. Time in the journal never goes back, except at the entry of a clock that a supervisor set back.
 */
export class Journal {
  readonly #db: Database;
  #end: JournalEnd = { event: 0, at: 0, hash: '' };
  #settled = this.#end;
  #waiting: JournalEntry[] = [];

  constructor(db: Database) {
    this.#db = db;
  }

  /** Finds where the journal ends. Must be called once, before the first entry. */
  async open(): Promise<JournalEnd> {
    this.#end = await journalEnd(this.#db);
    this.#settled = this.#end;
    return this.#end;
  }

  get end(): JournalEnd {
    return this.#end;
  }

  /** Adds an event. Returns it as JSON, as consoles hear it. */
  add<Type extends EventType>(now: Instant, actor: Actor, type: Type, data: EventData<Type>): string {
    assert(now >= this.#end.at || type === 'clock.set', 'the journal goes back in time only where the clock was set');
    const { entry, told } = nextEntry(this.#end, now, actor, type, data);
    this.#waiting.push(entry);
    this.#end = entry;
    return told;
  }

  readonly table = 'journal';

  /** Whether entries are not written yet. */
  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  async settle(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const entries = this.#waiting;
    this.#waiting = [];
    await storeEntries(this.#db, entries);
  }

  /** The last step before the commit. */
  async close(): Promise<void> {
    await this.settle();
    if (this.#end !== this.#settled) await keepJournalEnd(this.#db, this.#end);
  }

  committed(): void {
    this.#settled = this.#end;
  }

  /** The batch was rolled back: forgets its entries. */
  rolledBack(): void {
    this.#end = this.#settled;
    this.#waiting = [];
  }
}

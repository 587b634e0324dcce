import { assert } from '../../shared/assert.ts';
import type { EventData, EventType } from '../../shared/events.ts';
import type { Instant } from '../../shared/instants.ts';
import type { Actor } from '../actor.ts';
import type { Database } from '../store/database.ts';
import { type JournalEnd, type JournalEntry, journalEnd, keepJournalEnd, nextEntry, storeEntries } from '../store/tables/journal-table.ts';

/**
 * The journal, as the batch under way goes on with it. Its entries are written together, since a statement for each costs more than
 * the rows: so they must be settled before anybody reads the journal, and before the commit.
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

  /** Adds an event and answers with it as consoles are told it. */
  add<Type extends EventType>(now: Instant, actor: Actor, type: Type, data: EventData<Type>): string {
    assert(now >= this.#end.at || type === 'clock.set', 'the journal goes back in time only where the clock was set');
    const { entry, told } = nextEntry(this.#end, now, actor, type, data);
    this.#waiting.push(entry);
    this.#end = entry;
    return told;
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

  /** Nothing of the batch was kept. */
  rolledBack(): void {
    this.#end = this.#settled;
    this.#waiting = [];
  }
}

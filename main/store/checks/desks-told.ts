import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import { allDesks } from '../tables/desks-table.ts';
import type { JournalRow } from '../tables/journal-table.ts';

interface Told {
  name: string;
  readonly kind: string;
  readonly role: string;
  revoked: boolean;
}

/** What the journal tells of desks, compared with their rows, which are never deleted. */
export class DesksTold {
  readonly #told = new Map<string, Told>();

  follow({ type, data }: Pick<JournalRow, 'type' | 'data'>): void {
    const read = JSON.parse(data) as EventData<'desk.paired' | 'desk.renamed' | 'desk.revoked'>;
    const known = this.#told.get(read.id);
    if (type === 'desk.paired') {
      const { desk, kind, role } = read as EventData<'desk.paired'>;
      this.#told.set(read.id, { name: desk, kind, role, revoked: false });
    } else if (known && type === 'desk.renamed') known.name = read.desk;
    else if (known) known.revoked = true;
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    const left = new Map(this.#told);
    for (const { id, name, kind, role, revoked_at } of await allDesks(db)) {
      const told = left.get(id);
      left.delete(id);
      const same = told?.name === name && told.kind === kind && told.role === (role ?? '') && told.revoked === (revoked_at !== null);
      if (!same) return `desk ${name} is not as the journal says`;
    }
    for (const { name } of left.values()) return `desk ${name} is in the journal and nowhere else`;
    return undefined;
  }
}

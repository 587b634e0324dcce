import type { EventData } from '../../../shared/events.ts';
import { rightsText, type SystemRights } from '../../../shared/system-rights.ts';
import type { ReadDatabase } from '../database.ts';
import { allDesks, rightsOf } from '../tables/desks-table.ts';
import type { JournalRow } from '../tables/journal-table.ts';

interface Told {
  name: string;
  readonly kind: string;
  rights: string;
  revoked: boolean;
}

/** What a system might do that was paired when it had the role of a person, and how often it might call then. */
const BEFORE_RIGHTS: Readonly<Record<string, SystemRights>> = {
  reader: { calls: 'nothing', feeds: true, callsPerSecond: 200 },
  agent: { calls: 'sells', feeds: true, callsPerSecond: 200 },
  supervisor: { calls: 'supervises', feeds: true, callsPerSecond: 200 },
};

const textOf = (rights: SystemRights | null | undefined): string => (rights ? rightsText(rights) : '');

/** What the journal tells of desks, compared with their rows, which are never deleted. */
export class DesksTold {
  readonly #told = new Map<string, Told>();

  follow({ type, data }: Pick<JournalRow, 'type' | 'data'>): void {
    const read = JSON.parse(data) as EventData<'desk.paired' | 'desk.renamed' | 'desk.allowed' | 'desk.revoked'>;
    const known = this.#told.get(read.id);
    if (type === 'desk.paired') {
      const { desk, kind, role, rights } = read as EventData<'desk.paired'>;
      this.#told.set(read.id, { name: desk, kind, rights: textOf(rights ?? BEFORE_RIGHTS[role ?? '']), revoked: false });
    } else if (known && type === 'desk.renamed') known.name = read.desk;
    else if (known && type === 'desk.allowed') known.rights = textOf((read as EventData<'desk.allowed'>).rights);
    else if (known) known.revoked = true;
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    const left = new Map(this.#told);
    for (const row of await allDesks(db)) {
      const { id, name, kind, revoked_at } = row;
      const told = left.get(id);
      left.delete(id);
      const rights = textOf(rightsOf(row));
      const same = told?.name === name && told.kind === kind && told.rights === rights && told.revoked === (revoked_at !== null);
      if (!same) return `desk ${name} is not as the journal says`;
    }
    for (const { name } of left.values()) return `desk ${name} is in the journal and nowhere else`;
    return undefined;
  }
}

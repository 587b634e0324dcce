import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import { type CustomerRow, customersBetween } from '../tables/customers-table.ts';
import type { JournalRow } from '../tables/journal-table.ts';

type CustomerData = EventData<'customer.kept'> & Partial<EventData<'customer.changed'>>;

/** What the journal says of each record: its version, and whether it was erased. What the record says is in no entry. */
export class CustomersTold {
  readonly #told = new Map<number, { version: number; erasedAt: number | null }>();

  follow({ type, at, data }: JournalRow): void {
    const { customerId } = JSON.parse(data) as CustomerData;
    const { version } = this.#told.get(customerId) ?? { version: 0 };
    this.#told.set(customerId, { version: version + 1, erasedAt: type === 'customer.erased' ? at : null });
  }

  async problem(db: ReadDatabase): Promise<string | undefined> {
    for (const row of await customersBetween(db, 0, Number.MAX_SAFE_INTEGER)) {
      const told = this.#told.get(row.id);
      if (told?.version !== row.version || told.erasedAt !== row.erased_at) return `customer ${row.id} is not as the journal says`;
      if (row.erased_at !== null && !isEmpty(row)) return `customer ${row.id} was erased, and something is left`;
      this.#told.delete(row.id);
    }
    for (const id of this.#told.keys()) return `customer ${id} is in the journal and nowhere else`;
    return undefined;
  }
}

const isEmpty = ({ surname, given, host_surname, host_given, birth_date, phone, email, document }: CustomerRow): boolean =>
  [surname, given, host_surname, host_given, phone, email].every((text) => text === '') && birth_date === null && document === null;

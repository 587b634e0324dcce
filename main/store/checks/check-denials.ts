import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import { allDenials, denialTold } from '../tables/denials-table.ts';
import { allLetters } from '../tables/oversale-letters-table.ts';

const ISSUED = 'SELECT issued, currency FROM vouchers WHERE id = ?';

/** What the journal says of passengers who were denied boarding, and of the letters that were printed. */
export class DenialsTold {
  readonly #denials = new Map<number, string>();
  /** When each letter was printed last, by its kind and number. */
  readonly #letters = new Map<string, number>();

  denied(data: EventData<'boarding.denied'>): void {
    this.#denials.set(data.denialId, JSON.stringify(data));
  }

  printed({ kind, id }: EventData<'oversale.letterPrinted'>, at: number): void {
    this.#letters.set(`${kind} ${id}`, at);
  }

  /** The first row that is not as the journal says, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    for (const row of await allDenials(db)) {
      if (this.#denials.get(row.id) !== JSON.stringify(denialTold(row))) return `denied boarding ${row.id} is not as the journal says`;
      this.#denials.delete(row.id);
      if (row.voucher_id === null) continue;
      const voucher = await db.query<{ issued: number; currency: string }>(ISSUED).get(row.voucher_id);
      if (voucher?.issued !== row.owed || voucher?.currency !== row.owed_currency)
        return `the voucher of denied boarding ${row.id} is not what is owed`;
    }
    for (const id of this.#denials.keys()) return `denied boarding ${id} is in the journal and nowhere else`;
    for (const { kind, subject_id, printed_at } of await allLetters(db)) {
      const key = `${kind} ${subject_id}`;
      if (this.#letters.get(key) !== printed_at) return `letter ${key} is not as the journal says`;
      this.#letters.delete(key);
    }
    for (const key of this.#letters.keys()) return `letter ${key} is in the journal and nowhere else`;
    return undefined;
  }
}

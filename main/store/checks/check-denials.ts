import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import { allCompensations, compensationTold } from '../tables/compensations-table.ts';
import { allDenials, denialById, denialTold } from '../tables/denials-table.ts';
import { allLetters } from '../tables/oversale-letters-table.ts';
import { voucherById } from '../tables/vouchers-table.ts';

/** What the journal says of passengers who were denied boarding, and of the letters that were printed. */
export class DenialsTold {
  readonly #denials = new Map<number, string>();
  readonly #paid = new Map<number, string>();
  /** When each letter was printed last, by its kind and number. */
  readonly #letters = new Map<string, number>();

  denied(data: EventData<'boarding.denied'>): void {
    this.#denials.set(data.denialId, JSON.stringify(data));
  }

  paid(data: EventData<'compensation.paid'>): void {
    // Paid twice, the second is told and stands nowhere.
    const key = this.#paid.has(data.denialId) ? -data.denialId : data.denialId;
    this.#paid.set(key, JSON.stringify(data));
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
      const voucher = await voucherById(db, row.voucher_id);
      if (voucher?.issued !== row.owed || voucher?.currency !== row.owed_currency)
        return `the voucher of denied boarding ${row.id} is not what is owed`;
    }
    for (const id of this.#denials.keys()) return `denied boarding ${id} is in the journal and nowhere else`;
    const paid = await this.#paidProblem(db);
    if (paid) return paid;
    for (const { kind, subject_id, printed_at } of await allLetters(db)) {
      const key = `${kind} ${subject_id}`;
      if (this.#letters.get(key) !== printed_at) return `letter ${key} is not as the journal says`;
      this.#letters.delete(key);
    }
    for (const key of this.#letters.keys()) return `letter ${key} is in the journal and nowhere else`;
    return undefined;
  }

  /** Each was paid once, what was owed. */
  async #paidProblem(db: ReadDatabase): Promise<string | undefined> {
    for (const row of await allCompensations(db)) {
      const name = `the compensation of denied boarding ${row.denial_id}`;
      if (this.#paid.get(row.denial_id) !== JSON.stringify(compensationTold(row))) return `${name} is not as the journal says`;
      this.#paid.delete(row.denial_id);
      const denial = await denialById(db, row.denial_id);
      if (denial?.owed !== row.amount || denial.owed_currency !== row.currency) return `${name} is not what is owed`;
      const voucher = row.voucher_id === null ? undefined : await voucherById(db, row.voucher_id);
      if ((row.kind === 'voucher') !== (voucher?.issued === row.amount && voucher.currency === row.currency))
        return `${name} is ${row.kind === 'voucher' ? 'no such voucher' : 'cash with a voucher'}`;
    }
    for (const id of this.#paid.keys()) return `the compensation of denied boarding ${Math.abs(id)} is in the journal and nowhere else`;
    return undefined;
  }
}

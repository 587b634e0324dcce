import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import { allAccounts } from '../tables/accounts-table.ts';
import type { JournalRow } from '../tables/journal-table.ts';

/** What the journal says of accounts: how each was set last, and each payment. */
export class AccountsTold {
  readonly #set = new Map<number, string>();
  readonly #paid = new Map<number, string>();

  follow({ event, type, data }: Pick<JournalRow, 'event' | 'type' | 'data'>): void {
    if (type === 'account.set') {
      const { accountId, currency, limit, open } = JSON.parse(data) as EventData<'account.set'>;
      this.#set.set(accountId, `${currency} ${limit} ${open}`);
    }
    if (type === 'account.paid') {
      const { accountId, amount } = JSON.parse(data) as EventData<'account.paid'>;
      this.#paid.set(event, `${accountId} ${amount}`);
    }
  }

  async problem(db: ReadDatabase): Promise<string | undefined> {
    for (const { id, currency, credit_limit, open } of await allAccounts(db)) {
      if (this.#set.get(id) !== `${currency} ${credit_limit} ${open === 1}`) return `account ${id} is not as the journal says`;
      this.#set.delete(id);
    }
    for (const id of this.#set.keys()) return `account ${id} is in the journal and nowhere else`;
    const payments = 'SELECT event, account_id, amount FROM account_payments ORDER BY event';
    for (const { event, account_id, amount } of await db.query<{ event: number; account_id: number; amount: number }>(payments).all()) {
      if (this.#paid.get(event) !== `${account_id} ${amount}`) return `the payment of event ${event} is not as the journal says`;
      this.#paid.delete(event);
    }
    for (const event of this.#paid.keys()) return `the payment of event ${event} is in the journal and nowhere else`;
    return undefined;
  }
}

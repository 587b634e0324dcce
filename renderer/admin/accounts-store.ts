import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { AccountView } from '../../shared/methods/accounts.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface AccountsState {
  /** Null until the hub answered. */
  readonly accounts: readonly AccountView[] | null;
  readonly refusal: Refusal | null;
  /** The account that is shown beside the list; null: a new one may be opened there. */
  readonly chosen: number | null;
  readonly statement: Output<'accounts.statement'> | null;
  load(): Promise<void>;
  choose(accountId: number | null): Promise<void>;
  hear(event: JournalEvent): void;
}

const NOTHING = { accounts: null, refusal: null, chosen: null, statement: null };

/** The accounts of agencies, and the statement of one. */
export const useAccounts = create<AccountsState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const { chosen } = get();
    const reply = await call('accounts.list', {});
    set(reply.ok ? { accounts: reply.value.accounts, refusal: null } : { refusal: reply.refusal });
    if (chosen !== null && chosen === get().chosen) await get().choose(chosen);
  },
  async choose(chosen) {
    set(({ statement }) => ({ chosen, statement: statement?.account.accountId === chosen ? statement : null }));
    if (chosen === null) return;
    const reply = await call('accounts.statement', { accountId: chosen });
    if (get().chosen === chosen) set(reply.ok ? { statement: reply.value } : { refusal: reply.refusal });
  },
  hear(event) {
    // Whatever moves money of a booking may have moved it on an account.
    const moves =
      isAbout(event, 'booking') && event.data.amount !== 0 && event.type.startsWith('booking.') && !event.type.endsWith('uoted');
    if (isAbout(event, 'account') || moves) void get().load();
  },
}));

onSessionOver(() => useAccounts.setState(NOTHING));

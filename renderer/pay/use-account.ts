import { useEffect, useState } from 'react';
import type { AccountView } from '../../shared/methods/accounts.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { call } from '../client/client.ts';
import { isAccountCode } from './tenders.ts';

/** The hub is asked when no sign was typed for so long. */
const SETTLE_MS = 200;

/** `view` is undefined where there is no such account. */
export interface KnownAccount {
  readonly code: string;
  readonly view: AccountView | undefined;
}

/** What the hub knows of an account's code; undefined until it has answered. */
export function useAccount(code: string): KnownAccount | undefined {
  const [known, setKnown] = useState<KnownAccount>();
  useEffect(() => {
    if (!isAccountCode(code)) return;
    let current = true;
    const timer = setTimeout(async () => {
      const reply = await call('accounts.list', { code });
      if (current && reply.ok) setKnown({ code, view: reply.value.accounts[0] });
    }, SETTLE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [code]);
  return known?.code === code ? known : undefined;
}

export const roomOf = ({ limit, balance }: AccountView): number => Math.max(0, limit - balance);

/** Why an account cannot pay anything of a price in `currency`; empty where it can, or where the hub has not answered. */
export function accountProblem(known: KnownAccount | undefined, currency: string): string {
  if (!known) return '';
  const { code, view } = known;
  if (!view) return `There is no account ${code}.`;
  if (!view.open) return 'It is closed.';
  if (view.currency !== currency) return `It is in ${view.currency}, the price in ${currency}.`;
  return roomOf(view) === 0 ? 'Its limit is used up.' : '';
}

/** `Harbour Travel, 1,200.00 USD may still be owed`. */
export const accountWords = ({ view }: KnownAccount): string =>
  view ? `${view.name}, ${moneyText(minor(roomOf(view)), view.currency)} ${view.currency} may still be owed` : '';

import type { Minor } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { useNow } from '../stores/clock-store.ts';
import { readDuringRest, restOfTerminal } from './rest-of-terminal.ts';
import { useTenderDraft } from './tender-draft-store.ts';
import { readTender } from './tenders.ts';
import { accountProblem, type KnownAccount, roomOf, useAccount } from './use-account.ts';
import { type KnownVoucher, useVoucher } from './use-voucher.ts';
import { voucherProblem } from './voucher-problem.ts';

export interface KnownPayers {
  readonly voucher: KnownVoucher | undefined;
  readonly account: KnownAccount | undefined;
}

/** What Enter would take now, with what the hub says of a voucher or an account. `refusal`: why the last tender was not taken. */
export function useNextTender(due: Minor, currency: string, refusal: Refusal | null) {
  const draft = useTenderDraft((now) => now.draft);
  const terminal = useSession(({ state }) => state?.terminal ?? 'none');
  const home = useSession(({ state }) => state?.home);
  const now = useNow();
  const voucher = useVoucher(draft.kind === 'voucher' ? draft.code.trim().toUpperCase() : '');
  const account = useAccount(draft.kind === 'account' ? draft.code.trim().toUpperCase() : '');
  const inVoucher = voucher && 'view' in voucher && voucher.view.currency === currency ? voucher.view.balance : undefined;
  const inAccount = account?.view?.currency === currency ? roomOf(account.view) : undefined;
  const voucherWrong = voucherProblem(voucher, currency, now, home?.zone ?? 'UTC');
  const read = readTender(draft, due, currency, terminal, inVoucher ?? inAccount);
  return {
    draft,
    known: { voucher, account } satisfies KnownPayers,
    /** Why what the tender is known by cannot pay; empty when it can. */
    codeWrong: voucherWrong || accountProblem(account, currency),
    read: readDuringRest(read, restOfTerminal(refusal, now), now, home),
  };
}

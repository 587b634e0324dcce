import type { Minor } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { useNow } from '../stores/clock-store.ts';
import { useTenderDraft } from './tender-draft-store.ts';
import { readTender } from './tenders.ts';
import { useVoucher } from './use-voucher.ts';
import { voucherProblem } from './voucher-problem.ts';

/** What Enter would take now, with what the register says of a voucher. */
export function useNextTender(due: Minor, currency: string) {
  const draft = useTenderDraft((now) => now.draft);
  const terminal = useSession(({ state }) => state?.terminal ?? 'none');
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const voucher = useVoucher(draft.kind === 'voucher' ? draft.code.trim().toUpperCase() : '');
  const left = voucher && 'view' in voucher && voucher.view.currency === currency ? voucher.view.balance : undefined;
  return {
    draft,
    voucher,
    voucherWrong: voucherProblem(voucher, currency, useNow(), zone),
    read: readTender(draft, due, currency, terminal, left),
  };
}

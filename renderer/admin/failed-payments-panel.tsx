import './jobs.css';
import { useSession } from '../client/session-store.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { FailedPaymentList, openFailedPayment } from './failed-payment-list.tsx';
import { useFailedPayments } from './failed-payments-store.ts';
import { useFollowed } from './use-followed.ts';

/** Sales that were not paid, to be reviewed: what was tried, and what became of each charge. */
export function FailedPaymentsPanel() {
  const { list, refusal } = useFailedPayments();
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  useFollowed(useFailedPayments);
  useKeys('payments', { O: list && list.payments.length > 0 ? openFailedPayment : undefined });
  if (!list) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null;
  if (list.payments.length === 0) {
    return (
      <Empty icon="check" title="No payment failed in the last day">
        Holds whose payment failed are listed here with what became of each charge.
      </Empty>
    );
  }
  return (
    <section className="jb-list" aria-labelledby="failed-payments">
      <div className="panel-h">
        <h2 id="failed-payments">Failed payments</h2>
        <span className="s12 t3">of the last day, newest first{list.more > 0 ? `; ${list.more} more are not shown` : ''}</span>
        <KeyHints>
          <KeyHint keys={['↑', '↓']}>walk</KeyHint>
          <KeyHint keys={['O']}>open booking</KeyHint>
        </KeyHints>
      </div>
      <FailedPaymentList payments={list.payments} zone={zone} />
    </section>
  );
}

import { type FormEvent, useState } from 'react';
import { VOUCHER_DAYS_DEFAULT, VOUCHER_DAYS_MAX } from '../../shared/bounds.ts';
import { isCurrency } from '../../shared/currencies.ts';
import type { VoucherView } from '../../shared/methods/vouchers.ts';
import { readMoney } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { VoucherFacts } from './voucher-facts.tsx';

const BLANK = { amount: '', currency: 'USD', days: String(VOUCHER_DAYS_DEFAULT), reason: '' };

/** Issues a voucher by hand. Its number is drawn by the hub and stays on the screen until the next one is issued. */
export function NewVoucher() {
  const [entry, setEntry] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [issued, setIssued] = useState<VoucherView | undefined>();
  const currency = entry.currency.trim().toUpperCase();
  const amount = readMoney(entry.amount, currency);
  const days = Number(entry.days);
  const wrong = {
    currency: isCurrency(currency) ? '' : 'Three letters, such as USD.',
    amount: amount ? '' : `An amount in ${currency || 'a currency'}.`,
    days: /^\d{1,4}$/.test(entry.days) && days >= 1 && days <= VOUCHER_DAYS_MAX ? '' : `1 to ${VOUCHER_DAYS_MAX}.`,
    reason: entry.reason.trim() ? '' : 'Why it is issued.',
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(undefined);
    if (Object.values(wrong).some(Boolean) || !amount || sending) return;
    setSending(true);
    const reason = entry.reason.trim();
    const reply = await call('vouchers.issue', { requestId: newRequestId(), amount, currency, days, reason }, 'person');
    setSending(false);
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    setIssued(reply.value);
    announce(`Voucher ${[...reply.value.number].join(' ')} issued`);
    setEntry({ ...BLANK, currency });
    setTried(false);
  };
  const field = (name: keyof typeof BLANK, label: string) => (
    <TextField
      label={label}
      value={entry[name]}
      maxLength={name === 'reason' ? 120 : 30}
      wrong={(tried && wrong[name]) || undefined}
      onChange={(text) => setEntry({ ...entry, [name]: text })}
    />
  );
  return (
    <form className="ad-form" aria-labelledby="ad-newvoucher" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-newvoucher">New voucher</h2>
        <span className="s12 t3">whoever has the number can spend it</span>
      </div>
      {field('amount', 'Amount')}
      {field('currency', 'Currency')}
      {field('days', 'Days valid')}
      {field('reason', 'Reason')}
      {refusal && <RefusalLine refusal={refusal} />}
      <Button type="submit" variant="go" isPending={sending}>
        Issue voucher
      </Button>
      {issued ? <VoucherFacts voucher={issued} label="Voucher issued" /> : null}
    </form>
  );
}

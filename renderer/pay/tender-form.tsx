import { type KeyboardEvent, useEffect, useState } from 'react';
import { TEST_CARDS } from '../../shared/methods/bookings.ts';
import { type Minor, minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { Segments } from '../parts/segments.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { Sale } from '../sale/sale.ts';
import { confirmSale } from '../sale/sale-actions.ts';
import { focusStop, stopAfter, stopId } from '../sale/sale-fields.ts';
import { dispatch, useSale } from '../sale/sale-store.ts';
import { useNow } from '../stores/clock-store.ts';
import { dueOf, NEW_DRAFT, readTender, type TenderDraft, type TenderKind, testCardWords } from './tenders.ts';
import { useVoucher } from './use-voucher.ts';
import { VOUCHER_FIELD_ID, VoucherField } from './voucher-field.tsx';
import { voucherProblem } from './voucher-problem.ts';
import './tender-form.css';

const KINDS: readonly { value: TenderKind; text: string }[] = [
  { value: 'cash', text: 'Cash' },
  { value: 'card', text: 'Card' },
  { value: 'voucher', text: 'Voucher' },
];

/** Does what Enter does in the form, for the button below it. */
export const submitTender = (): void => document.querySelector<HTMLFormElement>('#tender-form')?.requestSubmit();

/** The next tender. Enter takes it. When nothing is due any more and nothing is missing, Enter confirms the sale. */
export function TenderForm({ sale, due, currency, open }: { sale: Sale; due: Minor; currency: string; open: number }) {
  const terminal = useSession(({ state }) => state?.terminal ?? 'none');
  const [draft, setDraft] = useState<TenderDraft>(NEW_DRAFT);
  const [problem, setProblem] = useState('');
  const voucher = useVoucher(draft.kind === 'voucher' ? draft.code.trim().toUpperCase() : '');
  const left = voucher && 'view' in voucher && voucher.view.currency === currency ? voucher.view.balance : undefined;
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const voucherWrong = voucherProblem(voucher, currency, useNow(), zone);
  const change = (changed: Partial<TenderDraft>) => {
    setDraft((now) => ({ ...now, ...changed }));
    setProblem('');
  };
  // When the amount due changes, what was typed for the old amount is cleared.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the amount due counts
  useEffect(() => setDraft((now) => ({ ...now, amount: '', code: '' })), [due]);

  const submit = () => {
    if (sale.busy) return;
    const missing = stopAfter(sale, null);
    if (missing !== 'amount') {
      focusStop(missing);
      announce('Something is still missing');
      return;
    }
    if (due > 0 && voucherWrong) {
      document.getElementById(VOUCHER_FIELD_ID)?.focus();
      announce(voucherWrong);
      return;
    }
    if (due > 0) {
      const read = readTender(draft, due, currency, terminal, left);
      if (!read.ok) {
        setProblem(read.problem);
        focusStop('amount');
        return;
      }
      dispatch({ do: 'addTender', tender: read.tender });
    }
    const { sale: after } = useSale.getState();
    const rest = after?.booking ? dueOf(after.booking.total, after.tenders) : due;
    if (after && rest === 0) void confirmSale(after.tenders);
    else {
      // The next tender begins where its kind is chosen and its amount is typed.
      focusStop('amount');
      announce(`${moneyText(rest, currency)} still to pay`);
    }
  };
  const onArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = KINDS.findIndex(({ value }) => value === draft.kind);
    const next = KINDS[(at + step + KINDS.length) % KINDS.length];
    if (!next) return;
    change({ kind: next.value, code: '' });
    announce(next.text);
  };
  const given = readTender({ ...draft, kind: 'cash' }, due, currency, terminal);
  return (
    <form
      id="tender-form"
      className="tender-form"
      noValidate
      // With several fields and its button elsewhere, a form does not submit by itself.
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        if (event.target.id === stopId('amount')) onArrow(event);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        submit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {due > 0 ? (
        <>
          <Segments label="Tender" labelHidden value={draft.kind} choices={KINDS} onChange={(kind) => change({ kind, code: '' })} />
          <div className="tender-fields">
            <TextField
              id={stopId('amount')}
              label={draft.kind === 'cash' ? 'Cash given' : 'Amount'}
              inputMode="decimal"
              value={draft.amount}
              onChange={(amount) => change({ amount })}
              placeholder={moneyText(due, currency)}
              wrong={problem || undefined}
              className="amount-field"
            />
            {draft.kind === 'cash' ? (
              <p className="tender-outcome s12 t2">
                {given.ok && given.tender.kind === 'cash' ? <CashOutcome given={given.tender.given} due={due} currency={currency} /> : null}
              </p>
            ) : null}
            {draft.kind === 'voucher' ? (
              <VoucherField number={draft.code} known={voucher} problem={voucherWrong} onChange={(code) => change({ code })} />
            ) : null}
            {draft.kind === 'card' ? (
              <>
                <TextField
                  label="Approval code"
                  value={draft.code}
                  onChange={(code) => change({ code })}
                  placeholder={terminal === 'simulated' ? 'ask terminal' : 'from the slip'}
                />
                {terminal === 'simulated' && draft.code === '' ? (
                  <SelectField
                    label="Training terminal"
                    value={draft.testCard}
                    choices={TEST_CARDS.map((value) => ({ value, text: testCardWords(value) }))}
                    onChange={(testCard) => change({ testCard })}
                  />
                ) : null}
              </>
            ) : null}
          </div>
        </>
      ) : (
        <p className="s12 t2">{open > 0 ? 'Paid. Fill in what is missing.' : 'Paid in full.'}</p>
      )}
    </form>
  );
}

function CashOutcome({ given, due, currency }: { given: number; due: number; currency: string }) {
  if (given < due)
    return (
      <>
        <b className="str">{moneyText(minor(due - given), currency)}</b> stays due
      </>
    );
  if (given === due) return 'exact';
  return (
    <>
      change <b className="change">{moneyText(minor(given - due), currency)}</b>
    </>
  );
}

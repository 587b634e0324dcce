import { type KeyboardEvent, useEffect } from 'react';
import { type Minor, minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { Segments } from '../parts/segments.tsx';
import type { Sale } from '../sale/sale.ts';
import { confirmSale } from '../sale/sale-actions.ts';
import { focusStop, stopAfter, stopId } from '../sale/sale-fields.ts';
import { dispatch, useSale } from '../sale/sale-store.ts';
import { AmountField } from './amount-field.tsx';
import { CardFields } from './card-fields.tsx';
import { changeDraft, chooseTender, focusTender, giveRoundSum, setDraftProblem, useTenderDraft } from './tender-draft-store.ts';
import { dueOf, type TenderKind, type TenderReading } from './tenders.ts';
import type { KnownVoucher } from './use-voucher.ts';
import { VOUCHER_FIELD_ID, VoucherField } from './voucher-field.tsx';
import './tender-form.css';

const KINDS: readonly { value: TenderKind; text: string; kbd: string }[] = [
  { value: 'cash', text: 'Cash', kbd: 'C' },
  { value: 'card', text: 'Card', kbd: 'K' },
  { value: 'voucher', text: 'Voucher', kbd: 'V' },
];

/** Does what Enter does in the form, for the button below it. */
export const submitTender = (): void => document.querySelector<HTMLFormElement>('#tender-form')?.requestSubmit();

interface TenderFormProps {
  sale: Sale;
  due: Minor;
  currency: string;
  /** How many fields of the sale are still to fill in. */
  open: number;
  read: TenderReading;
  voucher: KnownVoucher | undefined;
  /** Why this voucher cannot pay; empty when it can. */
  voucherWrong: string;
}

/** The next tender. Enter takes it. When nothing is due any more and nothing is missing, Enter confirms the sale. */
export function TenderForm({ sale, due, currency, open, read, voucher, voucherWrong }: TenderFormProps) {
  const terminal = useSession(({ state }) => state?.terminal ?? 'none');
  const { draft, problem } = useTenderDraft();
  // When the amount due changes, what was typed for the old amount is cleared.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the amount due counts
  useEffect(() => changeDraft({ amount: '', code: '' }), [due]);

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
      if (!read.ok) {
        setDraftProblem(read.problem);
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
      focusTender();
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
    changeDraft({ kind: next.value, code: '' });
    announce(next.text);
  };
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
          <div className="tender-kind">
            <Segments label="Tender" labelHidden value={draft.kind} choices={KINDS} onChange={(kind) => changeDraft({ kind, code: '' })} />
            {draft.kind === 'cash' && read.ok && read.tender.kind === 'cash' ? (
              <span className="tender-outcome s12 t2 push">
                <CashOutcome given={read.tender.given} due={due} currency={currency} />
              </span>
            ) : null}
          </div>
          <div className="tender-fields">
            <AmountField due={due} currency={currency} draft={draft} problem={problem} onTender={chooseTender} onRoundSum={giveRoundSum} />
            {draft.kind === 'voucher' ? (
              <VoucherField number={draft.code} known={voucher} problem={voucherWrong} onChange={(code) => changeDraft({ code })} />
            ) : null}
            {draft.kind === 'card' ? <CardFields draft={draft} terminal={terminal} /> : null}
          </div>
        </>
      ) : (
        <p className="s12 t2">{open > 0 ? 'All money is here. Fill in what is missing.' : 'All money is here. Confirm the sale.'}</p>
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

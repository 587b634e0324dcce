import { useEffect } from 'react';
import { type Minor, moneyText } from '../../shared/money.ts';
import { announce } from '../parts/announcer.tsx';
import { ignoreSecondEnter } from '../parts/ignore-second-enter.ts';
import type { Sale } from '../sale/sale.ts';
import { confirmSale } from '../sale/sale-actions.ts';
import { focusStop, stopAfter, stopId } from '../sale/sale-fields.ts';
import { dispatch, useSale } from '../sale/sale-store.ts';
import { CODE_FIELD_ID } from './code-field.ts';
import { changeDraft, focusTender, nextTenderKind, setDraftProblem } from './tender-draft-store.ts';
import { TenderFields } from './tender-fields.tsx';
import { dueOf, type TenderReading } from './tenders.ts';
import type { KnownPayers } from './use-next-tender.ts';

/** Does what Enter does in the form, for the button below it. */
export const submitTender = (): void => document.querySelector<HTMLFormElement>('#tender-form')?.requestSubmit();

interface TenderFormProps {
  sale: Sale;
  due: Minor;
  currency: string;
  /** How many fields of the sale are still to fill in. */
  open: number;
  read: TenderReading;
  known: KnownPayers;
  /** Why what the tender is known by cannot pay; empty when it can. */
  codeWrong: string;
}

/** The next tender. Enter takes it. When nothing is due any more and nothing is missing, Enter confirms the sale. */
export function TenderForm({ sale, due, currency, open, read, known, codeWrong }: TenderFormProps) {
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
    if (due > 0 && codeWrong) {
      document.getElementById(CODE_FIELD_ID)?.focus();
      announce(codeWrong);
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
      // Twice the Enter of a part must not take the rest.
      ignoreSecondEnter();
      announce(`${moneyText(rest, currency)} still to pay`);
    }
  };
  return (
    <form
      id="tender-form"
      className="tender-form"
      noValidate
      // With several fields and its button elsewhere, a form does not submit by itself.
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        if (event.target.id === stopId('amount') && nextTenderKind(event.key)) event.preventDefault();
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
        <TenderFields due={due} currency={currency} read={read} known={known} codeWrong={codeWrong} />
      ) : (
        <p className="s12 t2">{open > 0 ? 'All money is here. Fill in what is missing.' : 'All money is here. Confirm the sale.'}</p>
      )}
    </form>
  );
}

import { useEffect } from 'react';
import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ignoreSecondEnter } from '../../parts/ignore-second-enter.ts';
import { CODE_FIELD_ID } from '../../pay/code-field.ts';
import { changeDraft, focusTender, nextTenderKind, setDraftProblem } from '../../pay/tender-draft-store.ts';
import { TenderFields } from '../../pay/tender-fields.tsx';
import { changeOf, dueOf, tenderText } from '../../pay/tenders.ts';
import { useMoneyKeys } from '../../pay/use-money-keys.ts';
import { useNextTender } from '../../pay/use-next-tender.ts';
import { asksTerminal } from '../../sale/sale.ts';
import { stopId } from '../../sale/sale-fields.ts';
import { useChange } from './change-store.ts';
import { takeOffer } from './take-change.ts';

const FORM_ID = 'change-tenders';

/** Does what Enter does in the form, for Ctrl Enter and the button below. */
export const submitChangeTender = (): void => document.querySelector<HTMLFormElement>(`#${FORM_ID}`)?.requestSubmit();

/**
 * The tenders of the difference, as in a sale: Enter takes the next one, and with the last of the money the change. `live`: whether the offer is
 * shown for long enough that a key is meant for it.
 */
export function ChangePay({ offer, live }: { offer: ChangeOffer; live: boolean }) {
  const tenders = useChange((state) => state.tenders);
  const busy = useChange((state) => state.busy);
  const refusal = useChange((state) => state.refusal);
  const { currency } = offer;
  const due = dueOf(offer.total, tenders);
  const { read, known, codeWrong } = useNextTender(due, currency, refusal);
  useMoneyKeys('booking', due > 0 && busy === null, due, currency);
  useEffect(() => focusTender(), []);
  // When the amount due changes, what was typed for the old amount is cleared.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the amount due counts
  useEffect(() => changeDraft({ amount: '', code: '' }), [due]);

  const submit = (): void => {
    if (!live || useChange.getState().busy) return;
    if (due > 0 && codeWrong) {
      document.getElementById(CODE_FIELD_ID)?.focus();
      announce(codeWrong);
      return;
    }
    if (due > 0 && !read.ok) {
      setDraftProblem(read.problem);
      focusTender();
      return;
    }
    const all = due > 0 && read.ok ? [...tenders, read.tender] : tenders;
    useChange.setState({ tenders: all, refusal: null });
    const rest = dueOf(offer.total, all);
    if (rest === 0) void takeOffer(all);
    else {
      focusTender();
      // Twice the Enter of a part must not take the rest.
      ignoreSecondEnter();
      announce(`${moneyText(rest, currency)} still to pay`);
    }
  };
  return (
    <form
      id={FORM_ID}
      className="tender-form"
      aria-label="Tenders"
      noValidate
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        if (event.target.id === stopId('amount') && nextTenderKind(event.key)) event.preventDefault();
        if (event.key !== 'Enter' || event.ctrlKey) return;
        event.preventDefault();
        if (!event.repeat) submit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {tenders.length > 0 ? (
        <table className="trace">
          <caption className="aside">Tenders taken</caption>
          <tbody>
            {tenders.map((tender, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two tenders may be alike, and none has a number yet
              <tr key={at}>
                <th scope="row">{tenderText(tender, currency)}</th>
                <td className="s12 t2">
                  {changeOf(tender) > 0
                    ? `change ${moneyText(changeOf(tender), currency)}`
                    : asksTerminal(tender)
                      ? 'asked at the end'
                      : ''}
                </td>
                <td className="num">{moneyText(minor(-tender.amount), currency)}</td>
                <td className="num">
                  <Button
                    variant="quiet"
                    aria-label={`Take back ${tenderText(tender, currency)}`}
                    onPress={() => useChange.setState({ tenders: tenders.filter((_, place) => place !== at) })}
                  >
                    <Icon name="cross" size={13} />
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {due > 0 ? (
        <TenderFields due={due} currency={currency} read={read} known={known} codeWrong={codeWrong} />
      ) : (
        <p className="s12 t2">All money is here. Ctrl Enter takes the change.</p>
      )}
    </form>
  );
}

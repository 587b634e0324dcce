import { useEffect, useState } from 'react';
import { promotionCode } from '../../shared/pricing/policy.ts';
import { Icon } from '../parts/icon.tsx';
import { TextField } from '../parts/text-field.tsx';
import { quotesWith, useQuotes, useRefusedCode } from '../seats/quote-store.ts';
import type { Sale } from './sale.ts';
import { dispatch, useSale } from './sale-store.ts';
import { showStep } from './step-store.ts';
import { focusChosen } from './use-default-focus.ts';

const FIELD_ID = 'sale-promotion';

/** M: to the field of the code, from wherever the agent is on the flight screen. */
export function focusPromotion(): void {
  showStep('price');
  // On a narrow screen the price is shown only now.
  requestAnimationFrame(() => {
    const field = document.getElementById(FIELD_ID);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  });
}

/** The code of a promotion, as the passenger reads it out. Enter asks for the price with it and goes back to the seats. */
export function PromotionField({ sale }: { sale: Sale }) {
  const { promotion } = sale;
  const [typed, setTyped] = useState(promotion);
  const refusal = useRefusedCode(sale.legs);
  const known = useQuotes(({ quotes }) => Object.values(quotes).some((quote) => quote.promotion !== undefined));
  // Another sale begins with its own code. The prices that are shown are those of this sale.
  useEffect(() => {
    setTyped(promotion);
    quotesWith(promotion);
  }, [promotion]);
  useEffect(() => () => quotesWith(''), []);
  const code = typed.trim().toUpperCase();
  const isCode = code === '' || promotionCode.safeParse(code).success;
  const take = (): boolean => {
    if (isCode && code !== promotion) dispatch({ do: 'promotion', code });
    return isCode;
  };
  return (
    <TextField
      id={FIELD_ID}
      className="promotion"
      label="Promotion"
      value={typed}
      onChange={setTyped}
      maxLength={16}
      placeholder="code, if the passenger has one"
      wrong={
        isCode
          ? code === promotion && refusal
            ? `${refusal.message} ${refusal.next}`
            : undefined
          : 'A code is 3 to 16 letters and digits.'
      }
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (take() && useSale.getState().sale?.stage === 'seats') focusChosen();
      }}
      trail={
        known && code === promotion && code !== '' ? (
          <span className="ok">
            <Icon name="check" size={14} strokeWidth={2.2} />
          </span>
        ) : null
      }
    />
  );
}

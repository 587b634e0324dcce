import { type Minor, moneyText } from '../../shared/money.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { stopId } from '../sale/sale-fields.ts';
import { ROUND_SUMS_SHOWN, roundSums } from './round-sums.ts';
import { changeDraft, giveSum } from './tender-draft-store.ts';
import type { TenderDraft, TenderKind } from './tenders.ts';

const TENDER_KEYS: Readonly<Record<string, TenderKind>> = { c: 'cash', k: 'card', v: 'voucher', K: 'wallet', V: 'account' };

/** Digits and signs of an amount. A comma at the end is the decimal sign of many keyboards; within a pasted amount it groups thousands. */
export function amountTyped(text: string): string {
  const signs = text.replace(/[^\d.,]/g, '');
  return signs.endsWith(',') && !signs.includes('.') ? `${signs.slice(0, -1)}.` : signs;
}

interface AmountFieldProps {
  due: Minor;
  currency: string;
  draft: TenderDraft;
  problem: string;
  onTender: (kind: TenderKind) => void;
  onRoundSum: () => void;
}

/** The amount of a tender. It takes digits alone, so the keys of the tenders work here too, and + gives the next round sum. */
export function AmountField({ due, currency, draft, problem, onTender, onRoundSum }: AmountFieldProps) {
  const cash = draft.kind === 'cash';
  return (
    <>
      <TextField
        id={stopId('amount')}
        label={cash ? 'Cash given' : 'Amount'}
        inputMode="decimal"
        value={draft.amount}
        onChange={(amount) => changeDraft({ amount: amountTyped(amount) })}
        onKeyDown={(event) => {
          // React Aria keeps a key to itself unless told otherwise; arrows and Enter belong to the form.
          event.continuePropagation();
          if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
          const letter = event.key.toLowerCase();
          const kind = TENDER_KEYS[event.shiftKey ? letter.toUpperCase() : letter];
          if (kind) onTender(kind);
          else if (event.key === '+') onRoundSum();
          if (!/[\d.,]/.test(event.key)) event.preventDefault();
        }}
        placeholder={moneyText(due, currency)}
        wrong={problem || undefined}
        className="amount-field"
      />
      {cash ? (
        <div className="round-sums">
          {roundSums(due, currency)
            .slice(0, ROUND_SUMS_SHOWN)
            .map((sum, index) => (
              <Button
                key={sum}
                aria-label={`${moneyText(sum, currency)} given`}
                kbd={'+'.repeat(index + 1)}
                onPress={() => giveSum(moneyText(sum, currency))}
              >
                {moneyText(sum, currency).replace(/\.0+$/, '')}
              </Button>
            ))}
        </div>
      ) : null}
    </>
  );
}

import { type FormEvent, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { isCurrency } from '../../shared/currencies.ts';
import { readMoney } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { loadShift } from '../stores/shift-now-store.ts';
import { sumText } from './count-store.ts';

/** Before the first shift of a desk. */
const FIRST_CURRENCY = 'USD';

/** Opens the drawer with what lies in it, in the currencies of the last shift and others. */
export function OpenShift({ now }: { now: Output<'shift.now'> }) {
  const [floats, setFloats] = useState(() =>
    (now.floatsIn.length > 0 ? now.floatsIn : [FIRST_CURRENCY]).map((currency) => ({ currency, amount: '' })),
  );
  const [added, setAdded] = useState(false);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = floats.map(({ currency, amount }) => ({
    currency: currency.trim().toUpperCase(),
    amount: readMoney(amount, currency.trim().toUpperCase()),
  }));
  const wrongCurrency = (at: number): string => {
    const currency = read[at]?.currency ?? '';
    if (!isCurrency(currency)) return 'Three letters, such as USD.';
    return read.findIndex((one) => one.currency === currency) < at ? 'Named twice.' : '';
  };
  /** A further currency of the last shift that lies in the drawer no more. */
  const isLeftOut = (at: number): boolean => at > 0 && floats[at]?.amount.trim() === '' && now.floatsIn.includes(read[at]?.currency ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const given = read.flatMap(({ currency, amount }) => (amount === undefined ? [] : [{ currency, amount }]));
    if (sending || floats.some((_, at) => !isLeftOut(at) && (wrongCurrency(at) || read[at]?.amount === undefined))) return;
    setSending(true);
    const reply = await call('shift.open', { requestId: newRequestId(), floats: given }, 'person');
    setSending(false);
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok) announce(`The shift is open with ${sumText(given)}`);
    await loadShift();
  };
  const change = (at: number, field: 'currency' | 'amount', text: string) =>
    setFloats(floats.map((one, place) => (place === at ? { ...one, [field]: text } : one)));
  const addCurrency = (): void => {
    setAdded(true);
    setFloats([...floats, { currency: '', amount: '' }]);
  };
  return (
    <form className="sh-open" aria-labelledby="sh-open" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="sh-open">Open a shift</h2>
        <span className="s12 t3">what lies in the drawer of desk {now.desk}</span>
      </div>
      {floats.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
        <div className="sh-float" key={at}>
          <TextField
            label={at === 0 ? 'Float' : `Float ${at + 1}`}
            inputMode="decimal"
            autoFocus={at === (added ? floats.length - 1 : 0)}
            value={one.amount}
            wrong={
              (tried && !isLeftOut(at) && read[at]?.amount === undefined && `An amount in ${read[at]?.currency || 'a currency'}.`) ||
              undefined
            }
            onChange={(text) => change(at, 'amount', text)}
          />
          <TextField
            label={at === 0 ? 'Currency' : `Currency ${at + 1}`}
            maxLength={3}
            value={one.currency}
            wrong={(tried && wrongCurrency(at)) || undefined}
            onChange={(text) => change(at, 'currency', text)}
          />
        </div>
      ))}
      {now.outside.length > 0 ? (
        <p className="warn s12">
          Taken at this desk since Z {now.lastZ} without a shift, not in any Z: {sumText(now.outside)} cash.
        </p>
      ) : null}
      <RefusalLine refusal={refusal} />
      <div className="sh-acts">
        <Button variant="quiet" onPress={addCurrency}>
          Another currency
        </Button>
        <Button type="submit" variant="go" isPending={sending} kbd="Enter">
          Open the shift
        </Button>
      </div>
    </form>
  );
}

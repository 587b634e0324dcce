import { type FormEvent, useState } from 'react';
import { ACCOUNT_NAME_MAX } from '../../shared/bounds.ts';
import { isCurrency } from '../../shared/currencies.ts';
import { readMoney } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useAccounts } from './accounts-store.ts';

const BLANK = { code: '', name: '', currency: 'USD', limit: '' };

/** Opens the account of an agency. */
export function NewAccount() {
  const [entry, setEntry] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const code = entry.code.trim().toUpperCase();
  const currency = entry.currency.trim().toUpperCase();
  const limit = readMoney(entry.limit, currency);
  const wrong = {
    code: /^[A-Z0-9]{2,12}$/.test(code) ? '' : '2 to 12 letters or digits.',
    name: entry.name.trim() ? '' : 'Who pays.',
    currency: isCurrency(currency) ? '' : 'Three letters, such as USD.',
    limit: limit === undefined ? `An amount in ${currency || 'a currency'}.` : '',
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).some(Boolean) || limit === undefined) return;
    const reply = await call('accounts.open', { requestId: newRequestId(), code, name: entry.name.trim(), currency, limit }, 'person');
    setRefusal(reply.ok ? null : reply.refusal);
    if (!reply.ok) return;
    announce(`Account ${code} is open`);
    setEntry({ ...BLANK, currency });
    setTried(false);
    await useAccounts.getState().choose(reply.value.accountId);
  };
  const field = (name: keyof typeof BLANK, label: string) => (
    <TextField
      label={label}
      value={entry[name]}
      maxLength={name === 'name' ? ACCOUNT_NAME_MAX : 30}
      wrong={(tried && wrong[name]) || undefined}
      onChange={(text) => setEntry({ ...entry, [name]: text })}
    />
  );
  return (
    <form className="ad-form" aria-labelledby="ac-new" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ac-new">New account</h2>
        <span className="s12 t3">its code is typed at the sale</span>
      </div>
      {field('code', 'Code')}
      {field('name', 'Name')}
      {field('currency', 'Currency')}
      {field('limit', 'Limit')}
      <RefusalLine refusal={refusal} />
      <Button type="submit" variant="go">
        Open account
      </Button>
    </form>
  );
}

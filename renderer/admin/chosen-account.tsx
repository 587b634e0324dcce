import { type FormEvent, useState } from 'react';
import { ACCOUNT_NAME_MAX, REASON_MAX } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import type { AccountView } from '../../shared/methods/accounts.ts';
import { minor, moneyText, readMoney } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { fullMoment } from '../format/full-moment.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';

/** Money that the agency has paid. */
function Receive({ account }: { account: AccountView }) {
  const { accountId, code, currency } = account;
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const paid = readMoney(amount, currency);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!paid || !note.trim()) return;
    const reply = await call('accounts.receive', { requestId: newRequestId(), accountId, amount: paid, note: note.trim() }, 'person');
    setRefusal(reply.ok ? null : reply.refusal);
    if (!reply.ok) return;
    announce(`${moneyText(paid, currency)} of ${code} written down`);
    setAmount('');
    setNote('');
    setTried(false);
  };
  return (
    <form className="ac-line" aria-label="Payment received" onSubmit={(event) => void submit(event)}>
      <TextField label={`Received, ${currency}`} value={amount} wrong={tried && !paid ? 'An amount.' : undefined} onChange={setAmount} />
      <TextField
        label="Reference"
        value={note}
        maxLength={REASON_MAX}
        wrong={tried && !note.trim() ? 'How it was paid.' : undefined}
        onChange={setNote}
      />
      <Button type="submit">Write payment down</Button>
      <RefusalLine refusal={refusal} />
    </form>
  );
}

/** Name, limit, and whether it may pay for sales. */
function Terms({ account }: { account: AccountView }) {
  const { accountId, code, currency } = account;
  const [name, setName] = useState(account.name);
  const [limit, setLimit] = useState(moneyText(minor(account.limit), currency));
  const [open, setOpen] = useState(account.open);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const most = readMoney(limit, currency);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (most === undefined || !name.trim()) return;
    const reply = await call('accounts.change', { requestId: newRequestId(), accountId, name: name.trim(), limit: most, open }, 'person');
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok) announce(`Account ${code} is set`);
  };
  return (
    <form className="ac-line" aria-label="Terms" onSubmit={(event) => void submit(event)}>
      <TextField label="Name" value={name} maxLength={ACCOUNT_NAME_MAX} wrong={name.trim() ? undefined : 'Who pays.'} onChange={setName} />
      <TextField label={`Limit, ${currency}`} value={limit} wrong={most === undefined ? 'An amount.' : undefined} onChange={setLimit} />
      <CheckBox isSelected={open} onChange={setOpen}>
        Open for sales
      </CheckBox>
      <Button type="submit">Set</Button>
      <RefusalLine refusal={refusal} />
    </form>
  );
}

const KINDS = { sale: 'Sale', change: 'Change', refund: 'Refund', payment: 'Payment' } as const;

/** One account: what it owes and why, and what a supervisor does with it. */
export function ChosenAccount({ statement }: { statement: Output<'accounts.statement'> }) {
  const { account, lines, more } = statement;
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const { code, name, currency, balance } = account;
  return (
    <>
      <section aria-labelledby="ac-statement">
        <div className="panel-h">
          <h2 id="ac-statement" className="code">
            {code}
          </h2>
          <span className="cut">{name}</span>
          <span className="push str">
            {balance < 0 ? `${moneyText(minor(-balance), currency)} ahead` : `owes ${moneyText(minor(balance), currency)}`} {currency}
          </span>
        </div>
        <table className="grid-table ac-lines" aria-label={`Statement of ${code}`}>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.event} ${line.locator} ${line.kind} ${line.amount}`}>
                <td className="t2 s12">
                  {fullMoment(line.at, zone).day} {fullMoment(line.at, zone).time}
                </td>
                <td>{KINDS[line.kind]}</td>
                <td className="code">{line.locator ?? ''}</td>
                <td className="t2 s12 jb-cut" title={line.note}>
                  {line.note}
                </td>
                <td className="num">{moneyText(minor(line.amount), currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {lines.length === 0 ? <p className="t2">Nothing was sold on it yet.</p> : null}
        {more > 0 ? <p className="t2 s12">{more} older lines are not shown.</p> : null}
      </section>
      <Receive account={account} />
      <Terms account={account} />
    </>
  );
}

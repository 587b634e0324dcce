import './accounts.css';
import type { AccountView } from '../../shared/methods/accounts.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { useAccounts } from './accounts-store.ts';
import { ChosenAccount } from './chosen-account.tsx';
import { NewAccount } from './new-account.tsx';
import { useFollowed } from './use-followed.ts';

function Row({ account, isChosen }: { account: AccountView; isChosen: boolean }) {
  const { accountId, code, name, currency, limit, balance, open } = account;
  const choose = () => void useAccounts.getState().choose(accountId);
  const money = (amount: number) => moneyText(minor(amount), currency);
  return (
    <tr className={isChosen ? 'is-chosen' : undefined} onClick={choose}>
      <td>
        <button type="button" className="jb-choose code" aria-pressed={isChosen} onFocus={choose}>
          {code}
        </button>
      </td>
      <td className="jb-cut" title={name}>
        {name}
      </td>
      <td className="t2">{currency}</td>
      <td className="num str">{money(balance)}</td>
      <td className="num t2">{money(limit)}</td>
      <td className="num">{open ? money(Math.max(0, limit - balance)) : <span className="t3">closed</span>}</td>
    </tr>
  );
}

/** Agencies that pay later: what each owes, and what it may still owe. */
export function AccountsPanel() {
  const { accounts, refusal, chosen, statement } = useAccounts();
  useFollowed(useAccounts);
  useKeys('accounts', { A: () => void useAccounts.getState().choose(null) });
  if (!accounts) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null;
  return (
    <div className="ad-cols ac-cols">
      <section className="jb-list" aria-labelledby="ac-accounts">
        <div className="panel-h">
          <h2 id="ac-accounts">Accounts</h2>
          <span className="s12 t3">agencies that pay later, up to a limit</span>
          <KeyHints>
            <KeyHint keys={['A']}>new account</KeyHint>
            <KeyHint keys={['↑', '↓']}>walk</KeyHint>
          </KeyHints>
        </div>
        <RefusalLine refusal={refusal} />
        {accounts.length === 0 ? (
          <p className="t2">There is no account yet. Sales on account are refused until one is opened.</p>
        ) : (
          <div className="jb-rows" {...LETTERS_ACT}>
            <table className="grid-table" aria-labelledby="ac-accounts">
              <thead>
                <tr>
                  <th scope="col">Code</th>
                  <th scope="col">Name</th>
                  <th scope="col">Currency</th>
                  <th scope="col" className="num">
                    Owes
                  </th>
                  <th scope="col" className="num">
                    Limit
                  </th>
                  <th scope="col" className="num">
                    Still
                  </th>
                </tr>
              </thead>
              <tbody
                onKeyDown={(event) =>
                  walkRows(
                    event,
                    accounts.findIndex(({ accountId }) => accountId === chosen),
                  )
                }
              >
                {accounts.map((account) => (
                  <Row key={account.accountId} account={account} isChosen={account.accountId === chosen} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <div className="ac-chosen">
        {chosen === null ? <NewAccount /> : statement ? <ChosenAccount key={chosen} statement={statement} /> : null}
      </div>
    </div>
  );
}

import type { Output } from '../../shared/contract.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { countText } from '../format/count-text.ts';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { useWalletRefunds } from './wallet-refunds-store.ts';

type Due = readonly Pick<Output<'jobs.list'>['due'][number], 'currency' | 'count' | 'amount' | 'dead'>[];

const sumBy = (due: Due, figure: 'count' | 'dead'): number => due.reduce((sum, each) => sum + each[figure], 0);

/** What is owed to cards and wallets, one sum a currency, before the lists of how it goes back. */
export function MoneyDue({ jobs, doneLastDay }: { jobs: Due; doneLastDay: number }) {
  const { refunds, more } = useWalletRefunds();
  const due: Due = [...jobs, ...refunds.map(({ currency, amount }) => ({ currency, amount, count: 1, dead: 0 }))];
  const count = sumBy(due, 'count');
  const dead = sumBy(due, 'dead');
  const sums = Map.groupBy(due, ({ currency }) => currency);
  return (
    <section className={count > 0 ? 'jb-due is-due' : 'jb-due'} aria-labelledby="jb-due">
      <span className={count > 0 ? 'bad' : 'ok'}>
        <Icon name={count > 0 ? 'alert' : 'check'} size={16} />
      </span>
      <h2 id="jb-due">{count > 0 ? 'Money due' : 'No money is due'}</h2>
      <span className="s12 t2">
        {count > 0 ? 'not given back yet' : 'what is owed to cards and wallets has gone back'}
        {more > 0 ? `, without ${countText(more)} more to wallets` : ''}
        {doneLastDay > 0 ? `; ${countText(doneLastDay)} done in the last 24 h` : ''}
      </span>
      {dead > 0 ? (
        <Tag kind="bad">
          <Icon name="alert" size={12} />
          {dead === 1 ? '1 dead letter' : `${countText(dead)} dead letters`}
        </Tag>
      ) : null}
      <span className="jb-sums push">
        {[...sums].map(([currency, parts]) => (
          <span key={currency}>
            <b>{moneyText(minor(parts.reduce((sum, { amount }) => sum + amount, 0)), currency)}</b>{' '}
            <span className="s12 t2">
              {currency} in {parts.reduce((sum, part) => sum + part.count, 0)}
            </span>
          </span>
        ))}
      </span>
    </section>
  );
}

import type { ShownSale } from '../../shared/methods/passenger.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { Big } from './big.tsx';
import type { PassengerWords } from './passenger-words.ts';
import { placed } from './placed.ts';

/** What it costs by flight, in all, what was given, and the sum that matters now: what is to be paid, or what goes back. */
export function PriceLines({ sale, words }: { sale: ShownSale; words: PassengerWords }) {
  const { currency, due, change, total } = sale;
  const money = (amount: number) => moneyText(minor(amount), currency);
  if (sale.fares.length === 0) return null;
  return (
    <section className="money">
      <dl className="lines">
        {placed(sale.fares).map((fare) => (
          <div key={fare.place}>
            <dt>
              {sale.flights[fare.flight]?.flight}{' '}
              <span className="quiet">{total === null ? words.perAdult : `${fare.count} \u00d7 ${money(fare.each)}`}</span>
            </dt>
            <dd>{money(fare.count * fare.each)}</dd>
          </div>
        ))}
        {total === null ? null : (
          <div className="sum">
            <dt>{words.total}</dt>
            <dd>{money(total)}</dd>
          </div>
        )}
        {placed(sale.given).map((tender) => (
          <div key={tender.place}>
            <dt>{words.tender[tender.kind]}</dt>
            <dd>{money(tender.amount)}</dd>
          </div>
        ))}
      </dl>
      <div className="now">
        {sale.stage === 'sold' ? (
          <p className="paid">
            {words.paid}{' '}
            <span className="quiet">
              {words.locator} <b className="code">{sale.locator}</b>
            </span>
          </p>
        ) : null}
        {change !== null && due === 0 ? <Big label={words.change} amount={`${money(change)} ${currency}`} /> : null}
        {due !== null && due > 0 ? <Big label={words.due} amount={`${money(due)} ${currency}`} /> : null}
      </div>
    </section>
  );
}

import type { ShownChange } from '../../shared/methods/passenger.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { Big } from './big.tsx';
import type { PassengerWords } from './passenger-words.ts';
import { placed } from './placed.ts';

/** The new price, what was paid before, what the carrier keeps; what was given now; and the sum that matters: to be paid, or going back, and how. The lines add up to it. */
export function ChangeMoney({ view, words }: { view: ShownChange; words: PassengerWords }) {
  const { currency, total, due, change, stage } = view;
  const money = (amount: number) => moneyText(minor(amount), currency);
  if (total === null) return null;
  return (
    <section className="money">
      <dl className="lines">
        {view.lines.map(({ what, amount }) => (
          <div key={what}>
            <dt>{words.lines[what]}</dt>
            <dd>{money(total < 0 ? -amount : amount)}</dd>
          </div>
        ))}
        {placed(view.given).map((tender) => (
          <div key={tender.place}>
            <dt>{words.tender[tender.kind]}</dt>
            <dd>{money(tender.amount)}</dd>
          </div>
        ))}
        {placed(total < 0 ? view.back : []).map((share) => (
          <div key={share.place} className={share.place === 0 ? 'sum' : undefined}>
            <dt>{words.back[share.kind]}</dt>
            <dd>{money(share.amount)}</dd>
          </div>
        ))}
      </dl>
      <div className="now">
        {total > 0 && stage === 'done' ? <p className="paid">{words.paid}</p> : null}
        {total < 0 ? <Big label={words.goesBack} amount={`${money(-total)} ${currency}`} /> : null}
        {total === 0 && stage !== 'done' ? (
          <p className="big">
            <span>{words.nothing}</span>
          </p>
        ) : null}
        {due !== null && due > 0 ? <Big label={words.due} amount={`${money(due)} ${currency}`} /> : null}
        {due === 0 && change !== null ? <Big label={words.change} amount={`${money(change)} ${currency}`} /> : null}
      </div>
    </section>
  );
}

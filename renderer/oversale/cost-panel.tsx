import { minor, moneyText } from '../../shared/money.ts';
import { costSoFar } from './cost-so-far.ts';
import type { OversaleRoom } from './oversale-store.ts';

/** What the oversale has cost so far, by kind and currency. */
export function CostPanel({ room }: { room: OversaleRoom }) {
  const { lines, sums } = costSoFar(room);
  return (
    <section aria-labelledby="ov-cost">
      <div className="panel-h">
        <h2 id="ov-cost">Cost so far</h2>
      </div>
      <table className="trace" aria-label="Cost so far">
        <tbody>
          {lines.map(({ label, detail, currency, amount }) => (
            <tr key={`${label} ${currency}`}>
              <td>{label}</td>
              <td className="t3 s12 cut ov-detail">{detail}</td>
              <td className="num">
                {moneyText(minor(amount), currency)} {currency}
              </td>
            </tr>
          ))}
          {sums.map(({ label, detail, currency, amount }) => (
            <tr className="sum" key={currency}>
              <td>{label}</td>
              <td className="t3 s12">{detail}</td>
              <td className="num">
                {moneyText(minor(amount), currency)} {currency}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

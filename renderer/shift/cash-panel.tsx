import type { ShiftCash, ShiftReport } from '../../shared/methods/shifts.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { localTime } from '../format/times.ts';
import { Hidden } from './hidden.tsx';
import { personName } from './people.ts';
import { useSales } from './sales-store.ts';
import { MOVES } from './shift-words.ts';

const signed = (sign: string, amount: number, currency: string): string =>
  `${amount === 0 ? '' : sign}${moneyText(minor(amount), currency)}`;
const MINUS = '\u2212';

/** What lay in the drawer, what came and went, and what must be there. */
export function CashPanel({ report, zone }: { report: ShiftReport; zone: string }) {
  const people = useSales((state) => state.people);
  const last = report.moves.at(-1);
  return (
    <section className="sh-cash" aria-labelledby="sh-cash">
      <div className="panel-h">
        <h2 id="sh-cash">Cash in the drawer</h2>
        <span className="s12 t3">{report.cash.map(({ currency }) => currency).join(', ')}</span>
      </div>
      {report.cash.map((cash) => (
        <Drawer
          key={cash.currency}
          cash={cash}
          at={localTime(report.openedAt, zone)}
          by={personName(people, report.user)}
          named={report.cash.length > 1}
        />
      ))}
      <p className="s12 t2 sh-foot">
        {last
          ? `Last moved ${localTime(last.at, zone)}: ${MOVES[last.kind].toLowerCase()} ${moneyText(minor(last.amount), last.currency)} ${last.currency}, ${last.note}, ${personName(people, last.user)}.`
          : 'No cash has moved without a sale.'}
      </p>
    </section>
  );
}

function Drawer({ cash, at, by, named }: { cash: ShiftCash; at: string; by: string; named: boolean }) {
  const { currency, float, taken, sales, back, refunds, compensated, compensations, safe, paidIn, paidOut, expected } = cash;
  const moved = [
    ['Paid in', '+', paidIn],
    ['Paid out', MINUS, paidOut],
  ] as const;
  // One line says that neither was.
  const paid = paidIn + paidOut === 0 ? ([['Paid in, paid out', '', 0]] as const) : moved.filter(([, , amount]) => amount > 0);
  return (
    <table className="trace" aria-label={`Cash ${currency}`}>
      <tbody>
        <tr>
          <td>{named ? `Float, ${currency}` : `Float at ${at}`}</td>
          <td className="t3 s12">{named ? `at ${at}` : by}</td>
          <td className="num">{moneyText(minor(float), currency)}</td>
        </tr>
        <tr>
          <td>Cash sales</td>
          <td className="t3 s12">{sales ?? ''}</td>
          <td className="num">{taken === null ? <Hidden short /> : signed('+', taken, currency)}</td>
        </tr>
        <tr>
          <td>Cash refunds</td>
          <td className="t3 s12">{refunds ?? ''}</td>
          <td className="num">{back === null ? <Hidden short /> : signed(MINUS, back, currency)}</td>
        </tr>
        {compensated === 0 ? null : (
          <tr>
            <td>Denied boarding</td>
            <td className="t3 s12">{compensations ?? ''}</td>
            <td className="num">{compensated === null ? <Hidden short /> : signed(MINUS, compensated, currency)}</td>
          </tr>
        )}
        <tr>
          <td>To the safe</td>
          <td />
          <td className="num">{signed(MINUS, safe, currency)}</td>
        </tr>
        {paid.map(([word, sign, amount]) => (
          <tr key={word}>
            <td>{word}</td>
            <td />
            <td className="num">{signed(sign, amount, currency)}</td>
          </tr>
        ))}
        <tr className="sum">
          <td>Expected {named ? currency : ''}</td>
          <td />
          <td className="num">
            {expected === null ? <Hidden short /> : <span className="sh-big">{moneyText(minor(expected), currency)}</span>}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

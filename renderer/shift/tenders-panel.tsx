import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { localTime } from '../format/times.ts';
import { Hidden } from './hidden.tsx';
import { tendersInOrder } from './report-rows.ts';
import { overridesText } from './shift-words.ts';
import { byCurrency, sumOrUntold } from './sums.ts';

/** What was taken and given back by each tender since the shift was opened. */
export function TendersPanel({ report, zone }: { report: ShiftReport; zone: string }) {
  const { mixed, voids, reprints } = report.totals;
  const tenders = tendersInOrder(report.totals);
  return (
    <section className="sh-tenders" aria-labelledby="sh-tenders">
      <div className="panel-h">
        <h2 id="sh-tenders">Taken</h2>
        <span className="s12 t3">since {localTime(report.openedAt, zone)}</span>
      </div>
      <table className="grid-table" aria-label="Tenders">
        <thead>
          <tr>
            <th>Tender</th>
            <th>Currency</th>
            <th className="num">Documents</th>
            <th className="num">Taken</th>
            <th className="num">Refunds</th>
            <th className="num">Net</th>
          </tr>
        </thead>
        <tbody>
          {tenders.map(({ kind, currency, documents, taken, back }) => (
            <tr key={`${kind} ${currency}`}>
              <td className="med">{TENDER_RULES[kind].word}</td>
              <td className="t2">{currency}</td>
              <Amounts {...{ documents, currency, taken, back }} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          {byCurrency(tenders).map(([currency, of]) => {
            const [taken, back] = [sumOrUntold(of.map((row) => row.taken)), sumOrUntold(of.map((row) => row.back))];
            return (
              <tr key={currency} className="sum">
                <td>All</td>
                <td className="t2">{currency}</td>
                <Amounts documents={null} {...{ currency, taken, back }} />
              </tr>
            );
          })}
        </tfoot>
      </table>
      {tenders.length === 0 ? <p className="t2">Nothing was taken yet.</p> : null}
      <p className="s12 t2 sh-foot">
        Sales with several tenders {mixed}. Voids {voids}, {overridesText(report.totals)}, reprints {reprints} (COPY).
      </p>
    </section>
  );
}

interface AmountsProps {
  documents: number | null;
  currency: string;
  taken: number | null;
  back: number | null;
}

function Amounts({ documents, currency, taken, back }: AmountsProps) {
  if (taken === null || back === null)
    return (
      <td className="num" colSpan={4}>
        <Hidden />
      </td>
    );
  return (
    <>
      <td className="num t2">{documents}</td>
      <td className="num">{moneyText(minor(taken), currency)}</td>
      <td className="num t2">{moneyText(minor(-back), currency)}</td>
      <td className="num med">{moneyText(minor(taken - back), currency)}</td>
    </>
  );
}

import { minor, moneyText } from '../../shared/money.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import type { PrintTo } from '../print/print-page.ts';
import { Hidden } from './hidden.tsx';
import { PdfButton } from './pdf-button.tsx';
import { byCurrency, sumOrUntold } from './sums.ts';
import { walkTable } from './walk-table.ts';

export interface SumRow {
  readonly key: string;
  readonly name: string;
  /** What a filter looks in besides the name. */
  readonly more?: string;
  readonly currency: string;
  readonly documents: number | null;
  readonly taken: number | null;
  readonly back: number | null;
  /** A flight: its passenger list can be printed. */
  readonly print?: { readonly flightId: number; to(to: PrintTo): void };
}

/** What was taken and given back, by one thing after another, with a sum of each currency. `head`: what one row is. */
export function SumsTable({ label, head, rows }: { label: string; head: string; rows: readonly SumRow[] }) {
  const cell = (amount: number | null, currency: string) => (amount === null ? <Hidden short /> : moneyText(minor(amount), currency));
  return (
    <table className="sh-sales" aria-label={label} {...LETTERS_ACT} onKeyDown={walkTable}>
      <thead>
        <tr>
          <th>{head}</th>
          <th className="num">Documents</th>
          <th className="num">Taken</th>
          <th className="num">Given back</th>
          <th className="num">Net</th>
          <th className="sh-kind">Currency</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, currency, documents, taken, back, print }) => (
          <tr key={key}>
            <td className="med">
              <button
                type="button"
                className="sh-locator"
                {...(print ? { 'data-print': print.flightId, onClick: () => print.to('paper') } : {})}
              >
                {name}
              </button>
              {print ? <PdfButton of={`Passenger list of ${name}`} onPress={() => print.to('pdf')} /> : null}
            </td>
            <td className="num t2">{documents ?? <Hidden short />}</td>
            <td className="num">{cell(taken, currency)}</td>
            <td className="num">{cell(back, currency)}</td>
            <td className="num med">{cell(taken === null || back === null ? null : taken - back, currency)}</td>
            <td className="sh-kind t2">{currency}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {byCurrency(rows).map(([currency, of]) => {
          const [taken, back] = [sumOrUntold(of.map((row) => row.taken)), sumOrUntold(of.map((row) => row.back))];
          return (
            <tr key={currency}>
              <td>All</td>
              <td />
              <td className="num">{cell(taken, currency)}</td>
              <td className="num">{cell(back, currency)}</td>
              <td className="num">{cell(taken === null || back === null ? null : taken - back, currency)}</td>
              <td className="sh-kind t2">{currency}</td>
            </tr>
          );
        })}
      </tfoot>
    </table>
  );
}

import { amountText } from './shift-words.ts';
import { byCurrency, sumOrUntold } from './sums.ts';

interface SheetSumsProps {
  title: string;
  rows: readonly { name: string; currency: string; documents: number | null; taken: number | null; back: number | null }[];
}

/** What was taken and given back, on paper, with a sum of each currency where there are several rows of one. */
export function SheetSums({ title, rows }: SheetSumsProps) {
  if (rows.length === 0) return null;
  const currencies = byCurrency(rows);
  const summed = currencies.some(([, of]) => of.length > 1) ? currencies : [];
  return (
    <>
      <h2>{title}</h2>
      <table className="sums">
        <thead>
          <tr>
            <th />
            <th className="num">Documents</th>
            <th className="num">Taken</th>
            <th className="num">Given back</th>
            <th className="num">Net</th>
            <th>Currency</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, currency, documents, taken, back }) => (
            <tr key={`${name} ${currency}`}>
              <td>{name}</td>
              <td className="num">{documents ?? 'hidden'}</td>
              <td className="num">{amountText(taken, currency)}</td>
              <td className="num">{amountText(back, currency)}</td>
              <td className="num">{amountText(taken === null || back === null ? null : taken - back, currency)}</td>
              <td>{currency}</td>
            </tr>
          ))}
          {summed.map(([currency, of]) => {
            const [taken, back] = [sumOrUntold(of.map((row) => row.taken)), sumOrUntold(of.map((row) => row.back))];
            return (
              <tr key={currency} className="sum">
                <td>All</td>
                <td />
                <td className="num">{amountText(taken, currency)}</td>
                <td className="num">{amountText(back, currency)}</td>
                <td className="num">{amountText(taken === null || back === null ? null : taken - back, currency)}</td>
                <td>{currency}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

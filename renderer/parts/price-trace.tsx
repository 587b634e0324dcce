import type { TraceLine } from '../../shared/methods/booking-view.ts';
import { type Minor, minor, moneyText } from '../../shared/money.ts';
import './price-trace.css';

interface PriceTraceProps {
  lines: readonly TraceLine[];
  total: Minor | number;
  currency: string;
  /** Names the sum: `Total`, `For one adult`. */
  sumLabel?: string;
}

/** Why this price: one cause a line, and the sum. */
export function PriceTrace({ lines, total, currency, sumLabel = 'Total' }: PriceTraceProps) {
  return (
    <table className="trace">
      <caption className="aside">Why this price</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.label} ${line.detail}`}>
            <th scope="row">{line.label}</th>
            <td className="t2">{line.detail}</td>
            <td className="num">{moneyText(minor(line.amount), currency)}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row" colSpan={2}>
            {sumLabel} <span className="s12 t3">{currency}</span>
          </th>
          <td className="num">{moneyText(minor(total), currency)}</td>
        </tr>
      </tbody>
    </table>
  );
}

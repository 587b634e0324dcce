import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { amountText, shortOrOver } from './shift-words.ts';

type Cash = ShiftReport['cash'][number];

/** Currencies beside each other: more do not fit the width of the paper. */
const ACROSS = 5;

const ROWS: readonly (readonly [string, (cash: Cash) => number | null])[] = [
  ['Float', ({ float }) => float],
  ['Taken', ({ taken }) => taken],
  ['Given back', ({ back }) => back],
  ['Denied boarding', ({ compensated }) => compensated],
  ['To the safe', ({ safe }) => safe],
  ['Paid in', ({ paidIn }) => paidIn],
  ['Paid out', ({ paidOut }) => paidOut],
  ['Expected', ({ expected }) => expected],
];

/** The cash of a drawer on paper: a line for each figure, so that large amounts are never cut at the edge, and a column for each currency. */
export function CashSheet({ report: { cash, counted } }: { report: ShiftReport }) {
  const parts = Array.from({ length: Math.ceil(cash.length / ACROSS) }, (_, at) => cash.slice(at * ACROSS, (at + 1) * ACROSS));
  const countOf = (currency: string) => counted?.currencies.find((one) => one.currency === currency);
  const lines = (part: readonly Cash[]): (readonly [string, readonly string[]])[] => [
    ...ROWS.map(([name, of]) => [name, part.map((one) => amountText(of(one), one.currency))] as const),
    [
      'Counted',
      part.map(({ currency }) => {
        const count = countOf(currency);
        return count ? amountText(count.counted, currency) : 'not counted';
      }),
    ],
    [
      'Difference',
      part.map(({ currency }) => {
        const count = countOf(currency);
        const difference = count ? count.counted - count.expected : 0;
        return count ? `${amountText(Math.abs(difference), currency)} ${shortOrOver(difference)}`.trim() : '';
      }),
    ],
  ];
  return parts.map((part) => (
    <table key={part[0]?.currency} className="cash">
      <thead>
        <tr>
          <th />
          {part.map(({ currency }) => (
            <th key={currency} className="num">
              {currency}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines(part).map(([name, amounts]) => (
          <tr key={name}>
            <td>{name}</td>
            {part.map(({ currency }, at) => (
              <td key={currency} className="num">
                {amounts[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

import type { SalesDocument } from '../../shared/methods/sales-report.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { REFUND_ORDER, TENDER_RULES, type TenderKind } from '../../shared/tender-kinds.ts';
import { localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { go } from '../stores/navigation-store.ts';
import { Hidden } from './hidden.tsx';
import { type People, personName } from './people.ts';
import { tenderSum, tenderText } from './shift-words.ts';
import { byCurrency, sumOrUntold } from './sums.ts';
import { walkTable } from './walk-table.ts';

const SHOWN_MAX = 500;
const USUAL: ReadonlySet<TenderKind> = new Set(['card', 'cash', 'voucher']);

/** The documents of the report, one a row, with a sum of each currency; Enter opens the booking. */
export function SalesTable({ documents, people, zone }: { documents: readonly SalesDocument[]; people: People; zone: string }) {
  // A column for each kind that is there, and always for those that every counter has.
  const kinds = REFUND_ORDER.filter(
    (kind) => USUAL.has(kind) || documents.some(({ tenders }) => tenders.some((tender) => tender.kind === kind)),
  );
  const money = (amount: number | null, currency: string) => (amount === null ? <Hidden short /> : moneyText(minor(amount), currency));
  const cell = (amount: number | null, currency: string) => (amount === 0 ? '' : money(amount, currency));
  return (
    <table className="sh-sales" aria-label="Sales" {...LETTERS_ACT} onKeyDown={walkTable}>
      <thead>
        <tr>
          <th>Time</th>
          <th>Locator</th>
          <th>Flights</th>
          <th>Route</th>
          <th className="num">Pax</th>
          <th className="sh-kind">Kind</th>
          <th>Agent</th>
          <th>Tender</th>
          {kinds.map((kind) => (
            <th key={kind} className="num">
              {TENDER_RULES[kind].word}
            </th>
          ))}
          <th className="num">Total</th>
          <th>Currency</th>
        </tr>
      </thead>
      <tbody>
        {documents.slice(0, SHOWN_MAX).map((document) => (
          <tr key={`${document.event} ${document.bookingId} ${document.kind}`}>
            <td className="t2">{localTime(document.at, zone)}</td>
            <td className="code">
              <button type="button" className="sh-locator" onClick={() => go({ name: 'reservations', bookingId: document.bookingId })}>
                {document.locator}
              </button>
            </td>
            <td>{document.flights.join(', ')}</td>
            <td>
              {document.origin}–{document.destination}
            </td>
            <td className="num">{document.passengers}</td>
            <td className="sh-kind">{document.kind}</td>
            <td className="t2">
              {personName(people, document.user)}, {document.desk}
            </td>
            <td className="t2 s12">{document.tenders.map(tenderText).join(', ')}</td>
            {kinds.map((kind) => (
              <td key={kind} className="num">
                {cell(tenderSum(document, kind), document.currency)}
              </td>
            ))}
            <td className="num med">{money(document.amount, document.currency)}</td>
            <td className="t2">{document.currency}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {byCurrency(documents).map(([currency, of]) => (
          <tr key={currency}>
            <td colSpan={8}>
              All {of.length}
              {documents.length > SHOWN_MAX ? `; 1 to ${SHOWN_MAX} of ${documents.length} are shown` : ''}
            </td>
            {kinds.map((kind) => (
              <td key={kind} className="num">
                {cell(sumOrUntold(of.map((document) => tenderSum(document, kind))), currency)}
              </td>
            ))}
            <td className="num">{money(sumOrUntold(of.map(({ amount }) => amount)), currency)}</td>
            <td className="t2">{currency}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

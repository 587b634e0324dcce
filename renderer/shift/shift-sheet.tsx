import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { CashSheet } from './cash-sheet.tsx';
import { amountText, DOCUMENTS, differences, MOVES } from './shift-words.ts';

interface ShiftSheetProps {
  report: ShiftReport;
  zone: string;
  airport: string;
  /** It was printed before. */
  copy?: boolean;
}

/** An X report, or the Z of a closed shift, on paper. */
export function ShiftSheet({ report, zone, airport, copy = false }: ShiftSheetProps) {
  const { closed, totals } = report;
  const moment = (at: number) => `${fullDate(localDay(at, zone))}, ${localTime(at, zone)} ${airport}`;
  const title = closed ? `Z ${closed.z}` : 'X report';
  return (
    <>
      <header>
        <div>
          <h1>
            {title}, desk {report.desk}
            {copy ? ', COPY' : ''}
          </h1>
          <p>
            Shift of {report.user}, opened {moment(report.openedAt)}
          </p>
          <p>
            {closed
              ? `Closed ${moment(closed.at)} by ${closed.user} at desk ${closed.desk}`
              : `As of ${moment(report.at)}; changes nothing`}
          </p>
        </div>
      </header>
      <h2>Cash in the drawer</h2>
      <CashSheet report={report} />
      {closed?.reason ? <p>Reason of the difference: {closed.reason}</p> : null}
      {report.counts > 1 ? <p>Counted {report.counts} times</p> : null}
      {report.moves.length > 0 ? (
        <>
          <h2>Cash moved</h2>
          <table>
            <tbody>
              {report.moves.map((move, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two moves may be alike, and their order stays
                <tr key={at}>
                  <td>{localTime(move.at, zone)}</td>
                  <td>{MOVES[move.kind]}</td>
                  <td>{move.note}</td>
                  <td>{move.user}</td>
                  <td className="num">
                    {amountText(move.amount, move.currency)} {move.currency}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      <Sums title="Tenders" rows={totals.tenders.map((row) => ({ ...row, name: TENDER_RULES[row.kind].word }))} />
      <h2>Documents</h2>
      <table>
        <tbody>
          {totals.documents.map(({ kind, currency, documents, amount }) => (
            <tr key={`${kind} ${currency}`}>
              <td>{DOCUMENTS[kind]}</td>
              <td className="num">{documents}</td>
              <td className="num">
                {amountText(amount, currency)} {currency}
              </td>
            </tr>
          ))}
          <tr>
            <td>Voids {totals.voids}</td>
            <td>Overrides {totals.overrides}</td>
            <td>
              Reprints {totals.reprints}, sales with several tenders {totals.mixed}
            </td>
          </tr>
        </tbody>
      </table>
      <Sums title="Agents" rows={totals.agents.map((row) => ({ ...row, name: row.user }))} />
      <Sums
        title="Flights"
        rows={totals.flights.map((row) => ({ ...row, name: `${row.flight}, ${fullDate(row.date)}, ${row.origin}–${row.destination}` }))}
      />
      {closed ? <p className="sign">Signed, {closed.user}</p> : null}
      {closed && differences(report).every(({ difference }) => difference === 0) ? <p className="foot">The count agrees.</p> : null}
    </>
  );
}

interface SumsProps {
  title: string;
  rows: readonly { name: string; currency: string; documents: number | null; taken: number | null; back: number | null }[];
}

function Sums({ title, rows }: SumsProps) {
  return (
    <>
      <h2>{title}</h2>
      <table>
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
        </tbody>
      </table>
    </>
  );
}

import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { CashSheet } from './cash-sheet.tsx';
import { reportRows } from './report-rows.ts';
import { SheetSums } from './sheet-sums.tsx';
import { amountText, differences, MOVES, overridesText } from './shift-words.ts';

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
  // Users stand there by the names that they sign in with, so that every copy reads the same.
  const sums = reportRows(totals, new Map());
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
      <SheetSums title="Tenders" rows={sums.tenders} />
      <SheetSums title="Documents" rows={sums.documents} />
      <p>
        Voids {totals.voids}, {overridesText(totals)}, reprints {totals.reprints}, sales with several tenders {totals.mixed}
      </p>
      <SheetSums title="Agents" rows={sums.agents} />
      <SheetSums title="Desks" rows={sums.desks} />
      <SheetSums title="Flights" rows={sums.flights} />
      {closed ? <p className="sign">Signed, {closed.user}</p> : null}
      {closed && differences(report).every(({ amount }) => amount === 0) ? <p className="foot">The count agrees.</p> : null}
    </>
  );
}

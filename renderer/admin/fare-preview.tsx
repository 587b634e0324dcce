import type { Output } from '../../shared/contract.ts';
import type { FareOfFlight } from '../../shared/methods/competitor-fares.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { countText } from '../format/count-text.ts';
import { dateLabel } from '../format/times.ts';
import { SCROLLS } from '../keys/key-place.ts';
import { Icon } from '../parts/icon.tsx';

/** Flights that a preview lists. All of them are set. */
const SHOWN_MAX = 200;

const utcText = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;

/** What a file of fares would set, flight by flight, and the lines that are left out. */
export function FarePreview({ read: { lines, known, fares, problems, problemsMore } }: { read: Output<'pricing.readFares'> }) {
  const refused = problems.length + problemsMore;
  return (
    <>
      <p className="t2 ad-fares-told">
        {countText(lines)} {lines === 1 ? 'line' : 'lines'}: {countText(fares.length)} {fares.length === 1 ? 'flight gets' : 'flights get'}{' '}
        another fare
        {known > 0 ? `, ${countText(known)} ${known === 1 ? 'has' : 'have'} it or a later one already` : ''}
        {refused > 0 ? `, ${countText(refused)} ${refused === 1 ? 'line is' : 'lines are'} refused` : ''}.
        {fares.length > SHOWN_MAX ? ` The first ${SHOWN_MAX} are shown.` : ''}
      </p>
      {problems.length > 0 ? (
        <ul className="ad-fares-problems" aria-label="Refused lines">
          {problems.map(({ line, problem }) => (
            <li key={line}>
              <span className="bad">
                <Icon name="cross" size={13} /> line {countText(line)}
              </span>{' '}
              {problem}
            </li>
          ))}
          {problemsMore > 0 ? <li className="t2">{countText(problemsMore)} more are not shown</li> : null}
        </ul>
      ) : null}
      {fares.length > 0 ? (
        <section className="ad-fares-rows" {...SCROLLS} aria-label="Fares of the file">
          <table className="grid-table" aria-label="Fares of the file">
            <thead>
              <tr>
                <th scope="col">Flight</th>
                <th scope="col">Route</th>
                <th scope="col">Leaves</th>
                <th scope="col" className="num">
                  Fare
                </th>
                <th scope="col">Read, UTC</th>
                <th scope="col" className="num">
                  Known now
                </th>
                <th scope="col" className="num">
                  Line
                </th>
              </tr>
            </thead>
            <tbody>
              {fares.slice(0, SHOWN_MAX).map((fare) => (
                <Fare key={fare.flightId} fare={fare} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}

function Fare({ fare: { flight, origin, destination, date, fare, currency, readAt, before, line } }: { fare: FareOfFlight }) {
  return (
    <tr>
      <th scope="row">{flight}</th>
      <td className="t2">
        {origin}
        {'\u2013'}
        {destination}
      </td>
      <td>{dateLabel(date)}</td>
      <td className="num str">
        {moneyText(minor(fare), currency)} {currency}
      </td>
      <td className="t2">{utcText(readAt)}</td>
      <td className="num t2">{before ? `${moneyText(minor(before.fare), currency)}, ${utcText(before.readAt)}` : 'nothing'}</td>
      <td className="num t2">{line}</td>
    </tr>
  );
}

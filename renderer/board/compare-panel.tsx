import type { ReactNode } from 'react';
import { minor, moneyText } from '../../shared/money.ts';
import { dateLabel, dayShift, dayShiftText, elapsed, localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Icon } from '../parts/icon.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { LoadBar } from '../parts/load-bar.tsx';
import { type BoardRow, commonCurrency, firstFlight, flightsText, lastFlight, rowCabin } from './board-row.ts';
import { type Answer, togglePin, useBoard } from './board-store.ts';
import { type Better, betterOf, differenceOf, partyText } from './compare-rows.ts';
import { openRow } from './open-row.ts';
import { connectionPlaces } from './stops-text.ts';
import { useLiveRows } from './use-live-row.ts';
import './compare-panel.css';

const COUNTS = ['', 'One itinerary', 'Compare two itineraries', 'Compare three itineraries'];

/** Widths in percent: figures need little, words more. */
const COLUMNS = [
  ['itinerary', 17.5],
  ['leaves', 14],
  ['arrives', 12],
  ['stops', 19],
  ['elapsed', 9.5],
  ['seats', 13],
  ['total', 15],
] as const;

function Best({ is, children }: { is: boolean; children: ReactNode }) {
  return is ? (
    <span className="better">
      {children}
      <span className="aside"> better</span>
    </span>
  ) : (
    children
  );
}

function Connections({ row }: { row: BoardRow }) {
  const places = connectionPlaces(row);
  if (places.length === 0) return 'Direct';
  return places.map(({ place, time, minimum, stays }, index) => (
    <span key={place}>
      {index > 0 ? '; ' : ''}
      {place}, <b className="med">{time}</b> <span className="t3 s12">{stays ? 'stays on board' : `minimum ${minimum}`}</span>
    </span>
  ));
}

interface PinnedProps {
  row: BoardRow;
  number: number;
  better: Better;
  /** The day of the search; a pin of another day says so. */
  date: string;
}

function Pinned({ row, number, better, date }: PinnedProps) {
  const first = firstFlight(row);
  const last = lastFlight(row);
  const shift = dayShift(first.departsAt, first.originZone, last.arrivesAt, last.destinationZone);
  const cabin = row.cabin ? rowCabin(row, row.cabin) : undefined;
  const flights = flightsText(row);
  return (
    <tr>
      <th scope="row">
        <span className="pinned-name">
          <button type="button" className="take" onClick={() => openRow(row)} title={`Open the seats of ${flights}`}>
            <span className="pinno">{number}</span>
            <b className="str cut">{flights}</b>
          </button>
          <button type="button" className="unpin" onClick={() => togglePin(row)} aria-label={`Take out the pin of ${flights}`}>
            <Icon name="cross" size={13} />
          </button>
        </span>
      </th>
      <td>
        {first.origin} <b className="med">{localTime(first.departsAt, first.originZone)}</b>
        {first.date === date ? null : <span className="t3 s12"> {dateLabel(first.date)}</span>}
      </td>
      <td>
        {last.destination}{' '}
        <Best is={better.arrives.has(row.key)}>
          <b className="med">{localTime(last.arrivesAt, last.destinationZone)}</b>
        </Best>
        {shift === 0 ? null : <span className="shift"> {dayShiftText(shift)}</span>}
      </td>
      <td className="cut">
        <Best is={better.stops.has(row.key)}>
          <Connections row={row} />
        </Best>
      </td>
      <td className="num">
        <Best is={better.elapsed.has(row.key)}>{elapsed(row.elapsedMinutes)}</Best>
      </td>
      <td>{cabin ? <LoadBar {...cabin} /> : <span className="t3">none for this party</span>}</td>
      <td className="num sum">
        {row.total === null ? (
          <span className="t3">{row.currency === null ? 'two currencies' : 'full'}</span>
        ) : (
          <Best is={better.total.has(row.key)}>{moneyText(minor(row.total), row.currency ?? '')}</Best>
        )}
      </td>
    </tr>
  );
}

function Against({ first, row, number, wishes }: { first: BoardRow; row: BoardRow; number: number; wishes: Answer['wishes'] }) {
  const difference = differenceOf(first, row, wishes);
  return (
    <tr className="diff">
      <th scope="row">{number} against 1</th>
      <td>{difference.departure}</td>
      <td>{difference.arrives}</td>
      <td>{difference.stops}</td>
      <td className="num">{difference.elapsed}</td>
      <td>{difference.seats}</td>
      <td className={difference.cheaper ? 'num sum ok' : 'num sum'}>{difference.total}</td>
    </tr>
  );
}

/** Two or three pinned itineraries side by side: what each costs and gives, and how they differ from the first. */
export function ComparePanel() {
  const pins = useBoard((state) => state.pins);
  const wishes = useBoard((state) => state.answer?.wishes ?? state.wishes);
  const rows = useLiveRows(pins, wishes);
  const [first] = rows;
  if (!first) return null;
  const better = betterOf(rows);
  const currency = commonCurrency(rows);
  const keys = rows.map((_, index) => String(index + 1));
  return (
    <section className="pinned" aria-label="Compare" {...LETTERS_ACT}>
      <div className="panel-h">
        <Icon name="pin" size={15} className="acc" />
        <h2>{COUNTS[rows.length]}</h2>
        <span className="prop s12 t3">
          {rows.length > 1
            ? `all-in prices for ${partyText(wishes)}; a dot marks the better value`
            : 'pinned; pin another row to compare them'}
        </span>
        <KeyHints>
          <KeyHint keys={['Space']}>pin row</KeyHint>
          <KeyHint keys={keys}>take</KeyHint>
          <KeyHint keys={['Esc']}>unpin all</KeyHint>
        </KeyHints>
      </div>
      <table>
        <colgroup>
          {COLUMNS.map(([name, width]) => (
            <col key={name} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Itinerary</th>
            <th scope="col">Leaves</th>
            <th scope="col">Arrives</th>
            <th scope="col">Stops and connection</th>
            <th scope="col" className="num">
              Elapsed
            </th>
            <th scope="col">Seats left</th>
            <th scope="col" className="num sum">
              Total {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Pinned key={row.key} row={row} number={index + 1} better={better} date={wishes.date} />
          ))}
          {rows.slice(1).map((row, index) => (
            <Against key={row.key} first={first} row={row} number={index + 2} wishes={wishes} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

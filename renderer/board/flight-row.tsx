import { memo } from 'react';
import { dayShift, dayShiftText, elapsed, localTime } from '../format/times.ts';
import { Icon } from '../parts/icon.tsx';
import { SalesMark } from '../parts/sales-mark.tsx';
import { salesOf, useClosesAt } from '../stores/settings-in-force.ts';
import { type BoardRow, cabinGroups, firstFlight, flightsText, lastFlight, marketedText, type Party, seated } from './board-row.ts';
import { CabinCell } from './cabin-cell.tsx';
import { ChangeMark } from './change-mark.tsx';
import { asCell, asRow } from './grid-roles.ts';
import type { Kind } from './sort-rows.ts';
import { connectionPlaces, departureText } from './stops-text.ts';
import { useLiveRow } from './use-live-row.ts';

interface FlightRowProps {
  row: BoardRow;
  kind: Kind;
  party: Party;
  /** From 0, in the list as it is shown. */
  index: number;
  /** Distance from the top of the list, in pixels. */
  top: number;
  selected: boolean;
  /** Whether prices name their currency. */
  named: boolean;
  /** Its number among the pinned, from 1; 0 when it is not. */
  pin: number;
  /** The hub's time, rounded to the minute. */
  now: number;
}

export const rowId = (key: string): string => `board-row-${key}`;

/** Three flights and their two stops do not fit beside each other, but on two lines of the same row; in a narrow window neither do two flights. */
const cutClass = (stops: number): string => (stops > 1 ? 'cut two-lines' : stops === 1 ? 'cut fold' : 'cut');

function Stops({ row, kind, now }: { row: BoardRow; kind: Kind; now: number }) {
  if (kind === 'departures') return <span className="t3">{departureText(firstFlight(row).departsAt, now)}</span>;
  const places = connectionPlaces(row);
  if (places.length === 0) return <span className="t3">direct</span>;
  return (
    <span
      className={cutClass(places.length)}
      title={places.map(({ place, time, asks, changes }) => `${place}, ${time}, ${asks}${changes ? ', change of airport' : ''}`).join('; ')}
    >
      {places.map(({ place, time, tight, changes, stays }, index) => (
        <span key={place} className={`stop ${tight}`}>
          {changes ? <Icon name="swap" size={12} /> : null}
          {place} <b className="med">{time}</b>
          {changes ? <span className="aside"> change of airport</span> : null}
          {stays ? <span className="t3"> on board</span> : null}
          {tight === 'near' ? <span className="aside"> near the minimum</span> : null}
          {index < places.length - 1 ? ', ' : ''}
        </span>
      ))}
    </span>
  );
}

/** One row. It renders again when its own seats change or the arrows reach it, not when another row changes. */
export const FlightRow = memo(function FlightRow({ row: given, kind, party, index, top, selected, named, pin, now }: FlightRowProps) {
  const { row, change, priceMove } = useLiveRow(given, party);
  const first = firstFlight(row);
  const last = lastFlight(row);
  const sales = salesOf(row.flights, useClosesAt(), now);
  const over = sales.state !== 'open' && sales.state !== 'closing';
  const shift = dayShift(first.departsAt, first.originZone, last.arrivesAt, last.destinationZone);
  const { front, middle, economy } = cabinGroups(row);
  const seats = seated(party);
  const cell = { currency: row.currency, named, seats, strong: row.cabin, over, priceMove };
  const flights = flightsText(row);
  const marketed = marketedText(row);
  return (
    <div
      {...asRow(index + 2, selected)}
      id={rowId(row.key)}
      data-key={row.key}
      className={`lr${selected ? ' on' : ''}${over ? ' over' : ''}`}
      style={{ top }}
    >
      <span {...asCell(1)} className="pin-cell">
        {pin > 0 ? (
          <b className="pinno">
            <span className="aside">pinned </span>
            {pin}
          </b>
        ) : (
          <span className="pin-hint" aria-hidden="true" title="Pin this row">
            <Icon name="pin" size={14} />
          </span>
        )}
      </span>
      <span {...asCell(2)} className="time">
        {localTime(first.departsAt, first.originZone)}
        <Icon name="arrow" size={13} />
        <span className="aside"> to </span>
        {localTime(last.arrivesAt, last.destinationZone)}
        {shift === 0 ? null : (
          <i>
            {dayShiftText(shift)}
            <span className="aside"> day</span>
          </i>
        )}
      </span>
      <span
        {...asCell(3)}
        className={`med ${cutClass(connectionPlaces(row).length)}`}
        title={marketed ? `${flights}, also sold as ${marketed}` : flights}
      >
        {flights.split(/(?<=, )/).map((flight) => (
          <span key={flight}>{flight}</span>
        ))}
        {marketed ? <span className="aside">, also sold as {marketed}</span> : null}
      </span>
      <span {...asCell(4)}>{`${first.origin}\u2013${last.destination}`}</span>
      <span {...asCell(5)} className="stops-cell">
        <Stops row={row} kind={kind} now={now} />
        {change ? <ChangeMark change={change} /> : null}
      </span>
      <span {...asCell(6)} className="sales-cell">
        <SalesMark state={sales.state} {...(sales.state === 'closing' ? { detail: localTime(sales.closes, first.originZone) } : {})} />
      </span>
      <span {...asCell(7)} className="num elapsed-cell">
        {elapsed(row.elapsedMinutes)}
      </span>
      <span {...asCell(8)} className="t2 type-cell">
        {first.equipment}
      </span>
      <CabinCell {...cell} cabins={front} column={9} />
      <CabinCell {...cell} cabins={middle} column={10} />
      <CabinCell {...cell} cabins={economy} column={11} />
    </div>
  );
});

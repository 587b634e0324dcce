import './heat.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import { ROUTE_DAYS } from '../../shared/bounds.ts';
import type { PricedFlight, RouteDay } from '../../shared/methods/pricing-list.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { dateAfter, dateLabel } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Empty } from '../parts/empty.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { Segments } from '../parts/segments.tsx';
import { wholeMoney } from './flight-words.ts';
import { chooseFlight, useFlights } from './flights-store.ts';
import { useRouteDays } from './use-route-days.ts';
import { useTakenFocus } from './use-taken-focus.ts';

type Figure = 'load' | 'price';

export type HeatRoute = Pick<PricedFlight, 'origin' | 'destination' | 'cabin' | 'currency'>;

interface HeatTableProps {
  route: HeatRoute;
  onList: () => void;
}

const percentOf = ({ sold, authorised }: RouteDay): number => (authorised > 0 ? Math.floor((100 * sold) / authorised) : 0);

/** A route's next 30 days: a row for each flight number, a column for each day, darker where the load or the price is higher. */
export function HeatTable({ route, onList }: HeatTableProps) {
  const [figure, setFigure] = useState<Figure>('load');
  const { days, refusal } = useRouteDays(route);
  const dates = days ? Array.from({ length: ROUTE_DAYS }, (_, day) => dateAfter(days.from, day)) : [];
  const rows = days ? [...Map.groupBy(days.flights, (one) => one.flight)].sort(([, a], [, b]) => timeOf(a) - timeOf(b)) : [];
  return (
    <>
      <div className="fl-heat-h">
        <b>
          {route.origin} to {route.destination}
        </b>
        <span className="t2 s12">
          next {ROUTE_DAYS} days, {CABIN_NAMES[route.cabin]}
          {days?.more ? '; the first 2,000 flights' : ''}
        </span>
        <span className="push">
          <Segments
            label="Figure"
            labelHidden
            value={figure}
            choices={[
              { value: 'load', text: 'Sold %' },
              { value: 'price', text: `Price ${route.currency}` },
            ]}
            onChange={setFigure}
          />
        </span>
      </div>
      {refusal || (days && rows.length === 0) ? (
        <div className="fl-empty" role={refusal ? 'alert' : 'status'}>
          <Empty icon={refusal ? 'alert' : 'search'} title={refusal?.message ?? 'No flight of this route leaves in the next 30 days.'}>
            {refusal?.next}
          </Empty>
        </div>
      ) : days ? (
        <Heat rows={rows} dates={dates} figure={figure} />
      ) : (
        <div className="fl-heat" />
      )}
      <div className="fl-foot">
        <span className="cut">Stronger colour: {figure === 'load' ? 'more sold' : 'dearer'}</span>
        <KeyHints>
          <KeyHint keys={['\u2190', '\u2192', '\u2191', '\u2193']}>move</KeyHint>
          <button type="button" className="fl-hint" tabIndex={-1} onClick={onList}>
            <KeyHint keys={['L']}>list</KeyHint>
          </button>
        </KeyHints>
      </div>
    </>
  );
}

const timeOf = (flights: readonly RouteDay[]): number => (flights[0]?.departsAt ?? 0) % 86_400_000;

interface HeatProps {
  rows: readonly (readonly [flight: string, flights: readonly RouteDay[]])[];
  dates: readonly string[];
  figure: Figure;
}

function Heat({ rows, dates, figure }: HeatProps) {
  const view = useRef<HTMLDivElement>(null);
  useTakenFocus(view);
  const chosen = useFlights((state) => state.chosen);
  const all = rows.flatMap(([, flights]) => flights);
  const prices = all.map(({ price }) => price);
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  const heat = (one: RouteDay): number =>
    figure === 'load' ? Math.min(100, percentOf(one)) : most > least ? Math.round((100 * (one.price - least)) / (most - least)) : 50;
  const stop = all.some(({ flightId }) => flightId === chosen) ? chosen : all[0]?.flightId;
  return (
    <div className="fl-heat" ref={view} {...LETTERS_ACT}>
      <table aria-label={figure === 'load' ? 'Percent sold by flight and day' : 'Price by flight and day'}>
        <thead>
          <tr>
            <th scope="col">Flight</th>
            {dates.map((date) => (
              <th key={date} scope="col" title={dateLabel(date)} className={/^(Sat|Sun)/.test(dateLabel(date)) ? 'weekend' : undefined}>
                <span>{dateLabel(date).slice(0, 2)}</span>
                {date.slice(8)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walkCells}>
          {rows.map(([name, flights]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {dates.map((date) => {
                const one = flights.find((candidate) => candidate.date === date);
                return one ? (
                  <td key={date} style={{ '--heat': `${heat(one)}%` } as React.CSSProperties}>
                    <button
                      type="button"
                      tabIndex={one.flightId === stop ? 0 : -1}
                      aria-pressed={one.flightId === chosen}
                      aria-label={`${name} ${dateLabel(date)}: ${percentOf(one)} % sold, ${moneyText(minor(one.price), one.currency)} ${one.currency}`}
                      onFocus={() => chooseFlight(one.flightId)}
                    >
                      {figure === 'load' ? percentOf(one) : wholeMoney(one.price, one.currency)}
                    </button>
                  </td>
                ) : (
                  <td key={date} />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The arrow keys go to the next flight in that direction, over days on which nothing flies. */
function walkCells(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.target instanceof HTMLElement ? event.target.closest('td') : null;
  const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!cell || !by) return;
  const [down = 0, right = 0] = by;
  event.preventDefault();
  const rows = [...event.currentTarget.children];
  let rowAt = rows.findIndex((row) => row.contains(cell));
  let cellAt = [...(rows[rowAt]?.children ?? [])].indexOf(cell);
  for (;;) {
    rowAt += down;
    cellAt += right;
    const next = rows[rowAt]?.children[cellAt];
    if (!next || next.tagName === 'TH') return;
    const button = next.querySelector('button');
    if (!button) continue;
    button.focus();
    return;
  }
}

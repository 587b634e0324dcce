import './flights-list.css';
import { memo, useRef } from 'react';
import type { FlightSort, PricedFlight } from '../../shared/methods/pricing-list.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { MARK_WORDS } from '../../shared/pricing/filter-words.ts';
import { countText } from '../format/count-text.ts';
import { dateLabel, localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { Tag } from '../parts/tag.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { loadOf, MARK_TAGS, percentSold, signed, wholeMoney } from './flight-words.ts';
import { chooseFlight, type FlightList, sortFlightsBy, useFlights } from './flights-store.ts';
import { SmallCurve } from './small-curve.tsx';
import { useTakenFocus } from './use-taken-focus.ts';

const SORT_WORDS: Readonly<Record<FlightSort, readonly [usual: string, reversed: string]>> = {
  stake: ['most money at stake first', 'least money at stake first'],
  departure: ['next departure first', 'last departure first'],
  load: ['fullest first', 'emptiest first'],
  pickup: ['most sold in 7 days first', 'least sold in 7 days first'],
  price: ['dearest first', 'cheapest first'],
  bid: ['highest bid price first', 'lowest bid price first'],
};

interface HeadProps {
  by?: FlightSort;
  className?: string;
  /** In the second line: the currency, the unit. */
  unit?: string;
  children: React.ReactNode;
}

/** A head that sorts is pressed with the mouse; by keyboard S does the same, so it is no tab stop of its own. */
function Head({ by, className, unit, children }: HeadProps) {
  const { sort, reversed } = useFlights();
  const on = by !== undefined && by === sort;
  const down = reversed === (sort === 'departure');
  return (
    <th scope="col" className={`${className ?? ''}${on ? ' on' : ''}`} aria-sort={on ? (down ? 'descending' : 'ascending') : undefined}>
      {by ? (
        <button type="button" tabIndex={-1} onClick={() => sortFlightsBy(by)}>
          {children}
          {on ? <span aria-hidden="true">{down ? ' \u2193' : ' \u2191'}</span> : null}
        </button>
      ) : (
        children
      )}
      {unit === undefined ? null : <small>{unit}</small>}
    </th>
  );
}

const money = (amount: number | null, currency: string): string => (amount === null ? '' : moneyText(minor(amount), currency));

interface RowProps {
  flight: PricedFlight;
  chosen: boolean;
  /** Whether money names its currency. */
  named: boolean;
  /** Whether the list says what is open. */
  classes: boolean;
  places: Places;
}

/** What a list says of where its flights go. What is the same in all rows stands beside the list, and curves have its room. */
type Places = 'Route' | 'From' | 'To' | null;

function placesOf(flights: readonly PricedFlight[]): Places {
  const [first] = flights;
  const [oneOrigin, oneDestination] = [
    flights.every(({ origin }) => origin === first?.origin),
    flights.every(({ destination }) => destination === first?.destination),
  ];
  if (oneOrigin) return oneDestination ? null : 'To';
  return oneDestination ? 'From' : 'Route';
}

const PLACE_TEXTS: Readonly<Record<NonNullable<Places>, (flight: PricedFlight) => string>> = {
  Route: ({ origin, destination }) => `${origin}\u2013${destination}`,
  From: ({ origin }) => origin,
  To: ({ destination }) => destination,
};

const Row = memo(function Row({ flight, chosen, named, classes, places }: RowProps) {
  const { flightId, currency, pickUp, bid, stake, marks } = flight;
  const price = loadOf(flight)?.price ?? null;
  const [mark, ...others] = marks;
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr className={chosen ? 'is-chosen' : undefined} onClick={() => chooseFlight(flightId)}>
      <td>
        <button
          type="button"
          className="fl-choose"
          tabIndex={chosen ? 0 : -1}
          aria-pressed={chosen}
          data-flight={flightId}
          onFocus={() => chooseFlight(flightId)}
        >
          <b className="med">{dateLabel(flight.date)}</b> <span className="t3">{flight.daysLeft} d</span>
        </button>
      </td>
      <td className="med">{flight.flight}</td>
      {places ? <td className="fl-route t2">{PLACE_TEXTS[places](flight)}</td> : null}
      <td className="fl-wide t2">
        {flight.equipment}, {localTime(flight.departsAt, flight.originZone)}
      </td>
      <td>
        <SmallCurve flight={flight} />
      </td>
      <td className="num med">{percentSold(flight)}</td>
      <td className="num t2 fl-short">{signed(pickUp.day1)}</td>
      <td className="num t2 fl-short">{signed(pickUp.days3)}</td>
      <td className="num t2">{signed(pickUp.days7)}</td>
      <td className="num med">{money(price, currency)}</td>
      <td className={bid !== null && price !== null && bid > price ? 'num str' : 'num t2'}>{money(bid, currency)}</td>
      {classes ? <td className="fl-open s12">{flight.open ?? <span className="t3">no classes</span>}</td> : null}
      <td className="num str">
        {stake === null ? <span className="t3 s12">not known</span> : wholeMoney(stake, currency)}
        {named && stake !== null ? <span className="s12 t3"> {currency}</span> : null}
      </td>
      <td className="fl-mark" title={marks.map((one) => MARK_WORDS[one]).join(', ')}>
        {mark ? (
          <Tag {...(MARK_TAGS[mark].kind ? { kind: MARK_TAGS[mark].kind } : {})}>{MARK_TAGS[mark].text}</Tag>
        ) : (
          <Usual flight={flight} />
        )}
        {others.length > 0 ? <span className="s12 t3"> +{others.length}</span> : null}
      </td>
    </tr>
  );
});

const Usual = ({ flight }: { flight: PricedFlight }) => <span className="t3 s12">{flight.usual ? 'usual' : 'not known'}</span>;

interface FlightsListProps {
  list: FlightList;
  chosen: PricedFlight | undefined;
  onOpen: () => void;
  onHeat: () => void;
}

/** Flights by money at stake. The arrow keys move the focus, and the flight with the focus is chosen. */
export function FlightsList({ list, chosen, onOpen, onHeat }: FlightsListProps) {
  const { sort, reversed, asking } = useFlights();
  const view = useRef<HTMLDivElement>(null);
  useTakenFocus(view);
  const { flights, matched, pastLeft, until } = list;
  const currencies = new Set(flights.map(({ currency }) => currency));
  const [currency = ''] = currencies;
  const unit = currencies.size === 1 ? currency : '';
  const classes = flights.some(({ open }) => open !== null);
  const places = placesOf(flights);
  const left = [...(classes ? [] : ['open']), ...(places ? [] : ['place', 'route'])];
  const columns = [
    'day',
    'flight',
    places === 'Route' ? 'route' : 'place',
    'type',
    'curve',
    'sold',
    'pick',
    'pick',
    'pick7',
    'price',
    'bid',
    'open',
    'stake',
    'mark',
  ];
  const at = flights.findIndex(({ flightId }) => flightId === chosen?.flightId);
  return (
    <>
      <div className="fl-rows" ref={view} {...LETTERS_ACT}>
        <table className={`fl-table${asking ? ' asking' : ''}${classes ? ' has-classes' : ''}`} aria-label="Flights" aria-busy={asking}>
          <colgroup>
            {columns
              .filter((name) => !left.includes(name))
              .map((name, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their places
                <col key={place} className={`fl-col-${name}`} />
              ))}
          </colgroup>
          <thead>
            <tr>
              <Head by="departure" unit="days to go">
                Leaves
              </Head>
              <Head>Flight</Head>
              {places ? <Head className="fl-route">{places}</Head> : null}
              <Head className="fl-wide">Type, at</Head>
              <Head unit="band: usual">Booking curve</Head>
              <Head by="load" className="num" unit="%">
                Sold
              </Head>
              <Head className="num fl-short" unit="1 d">
                {''}
              </Head>
              <Head className="num fl-short" unit="3 d">
                {''}
              </Head>
              <Head by="pickup" className="num" unit="7 d">
                Pick-up
              </Head>
              <Head by="price" className="num" unit={unit}>
                Price
              </Head>
              <Head by="bid" className="num" unit={unit}>
                Bid
              </Head>
              {classes ? <Head className="fl-open">Open</Head> : null}
              <Head by="stake" className="num" unit={unit}>
                At stake
              </Head>
              <Head>Exception</Head>
            </tr>
          </thead>
          <tbody
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) {
                event.preventDefault();
                onOpen();
              } else walkRows(event, at);
            }}
            onDoubleClick={onOpen}
          >
            {flights.map((flight) => (
              <Row key={flight.flightId} flight={flight} chosen={flight === chosen} named={currencies.size > 1} {...{ classes, places }} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="fl-foot">
        <span className="cut" role="status">
          {flights.length < matched ? `The first ${flights.length} of ${countText(matched)}` : countText(matched)},{' '}
          {SORT_WORDS[sort][reversed ? 1 : 0]}
          {until === null ? '' : `, before ${dateLabel(new Date(until).toISOString().slice(0, 10))}`}
          {pastLeft > 0 ? `; past flights of ${countText(pastLeft)} routes are being read` : ''}
        </span>
        <KeyHints>
          <KeyHint keys={['\u2191', '\u2193']}>move</KeyHint>
          <KeyHint keys={['Enter']}>open policy</KeyHint>
          <KeyHint keys={['S']}>sort</KeyHint>
          <button type="button" className="fl-hint" tabIndex={-1} onClick={onHeat}>
            <KeyHint keys={['L']}>30 days</KeyHint>
          </button>
        </KeyHints>
      </div>
    </>
  );
}

import { useEffect } from 'react';
import { minor, moneyText } from '../../shared/money.ts';
import type { SeatMap } from '../../shared/seat-map.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { ConnectionList } from '../parts/connection-list.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { type Quote, quotesFor, useQuote } from '../seats/quote-store.ts';
import { seatsFare } from '../seats/seat-fare.ts';
import { useSeats } from '../seats/seat-store.ts';
import { AfterClose, useSalesOf } from './after-close.tsx';
import { FullCabin } from './full-cabin.tsx';
import { goneWords } from './gone-words.ts';
import { HoldWithout } from './hold-without.tsx';
import { OverrideField } from './override-field.tsx';
import { isReadyToHold, isSeated, type Sale, type SaleLeg, seatsPicked, sittingOn } from './sale.ts';
import { holdSeats } from './sale-actions.ts';
import { nextOpenLeg } from './sale-flow.ts';
import { focusChosen } from './use-default-focus.ts';
import './hold-panel.css';
import { bestSeats } from './seat-actions.ts';

/** Shown before the hold: which seats it will take, about what it will cost, and what is still missing. */
export function PlaceHold({ sale }: { sale: Sale }) {
  const gone = useSeats(({ flights }) => goneWords(sale, flights));
  const { length: people } = sale.party;
  useEffect(() => quotesFor(people), [people]);
  const [first, second, third, fourth, fifth, sixth] = sale.legs;
  const quotes = [
    useQuote(first?.flightId, first?.cabin),
    useQuote(second?.flightId, second?.cabin),
    useQuote(third?.flightId, third?.cabin),
    useQuote(fourth?.flightId, fourth?.cabin),
    useQuote(fifth?.flightId, fifth?.cabin),
    useQuote(sixth?.flightId, sixth?.cabin),
  ].slice(0, sale.legs.length);
  const flights = useSeats(({ flights: known }) => known);
  const fares = sale.legs.map((leg, place) => fareOf(quotes[place], flights[leg.flightId]?.answer.map, leg, sittingOn(sale, place)));
  const currencies = [...new Set(quotes.flatMap((quote) => (quote ? [quote.currency] : [])))];
  const [currency = ''] = currencies;
  const sellable = !gone && currencies.length === 1 && fares.every((fare) => fare !== undefined);
  const total = sellable ? fares.reduce((sum, fare) => sum + fare, 0) : undefined;
  const ready = isReadyToHold(sale);
  const sales = useSalesOf(sale);
  const closed = !gone && sales?.state === 'closed';
  return (
    <section aria-label="Hold and payment" className="sale-column hold-panel" {...LETTERS_ACT}>
      <div className="panel-h">
        <h2>Hold</h2>
        <span className="s12 t3">{gone ? `not for sale: ${gone}` : closed ? 'sales are closed' : 'nothing held yet'}</span>
      </div>
      <div className="due">
        <span>{total === undefined ? '' : moneyText(minor(total), currency)}</span>
        <span className="t3 s12">
          {!gone && currencies.length > 1
            ? `${currencies.join(' and ')}: sell them as two bookings`
            : total === undefined
              ? ''
              : `${currency} for ${sale.party.length === 1 ? 'one passenger' : sale.party.length}, now`}
        </span>
      </div>
      {/* Six flights are longer than the column: the buttons stay in sight below them. */}
      <div className="hold-scroll" {...(sale.legs.length > 3 ? { tabIndex: 0 } : {})}>
        <table className="tenders">
          <caption className="aside">Seats to hold</caption>
          <tbody>
            {sale.legs.map((leg, index) => (
              <LegLine key={leg.flightId} leg={leg} fare={gone ? undefined : fares[index]} currency={quotes[index]?.currency ?? ''} />
            ))}
          </tbody>
        </table>
        <ConnectionList legs={sale.legs} />
      </div>
      {gone || closed ? null : <FullCabin sale={sale} />}
      <RefusalLine refusal={sale.refusal} />
      {closed && sales ? <AfterClose sale={sale} at={sales.closes} zone={sales.first.originZone} airport={sales.first.origin} /> : null}
      <OverrideField sale={sale} />
      <p className="acts">
        <Button
          variant="go"
          className="grow"
          kbd="Enter"
          isPending={sale.busy === 'holding'}
          isDisabled={gone !== undefined || (closed && ready)}
          onPress={() => void holdSeats()}
        >
          {ready ? holdWords(sale) : sale.busy === 'holding' ? 'Asking for seats' : nextWords(sale)}
        </Button>
        <Button kbd="B" isDisabled={gone !== undefined} onPress={() => void bestSeats().then(() => focusChosen())}>
          Best seats
        </Button>
      </p>
      <HoldWithout sale={sale} isOff={gone !== undefined || closed} />
    </section>
  );
}

/** What the seats of a leg cost this party; undefined while the price or the seats are not known. */
const fareOf = (
  quote: Quote | undefined,
  map: SeatMap | undefined,
  leg: SaleLeg,
  party: ReturnType<typeof sittingOn>,
): number | undefined => quote && map && seatsFare(quote, map, leg.seats, party);

function LegLine({ leg, fare, currency }: { leg: SaleLeg; fare: number | undefined; currency: string }) {
  const flight = useSeats(({ flights }) => flights[leg.flightId]?.answer.flight);
  const picked = seatsPicked(leg);
  return (
    <tr>
      <th scope="row">
        {flight?.flight} <span className="t2">{flight ? `${flight.origin} ${flight.destination}` : ''}</span>
      </th>
      <td className={picked.length > 0 ? 'str seats' : 't3'}>
        {picked.join(' ')}
        {isSeated(leg) ? '' : `${picked.length > 0 ? ', ' : ''}${leg.seats.length - picked.length} to pick`}
      </td>
      <td className="num">{fare === undefined ? '' : moneyText(minor(fare), currency)}</td>
    </tr>
  );
}

/** How many seats a button names. With more than these it gives their number. */
const SEATS_NAMED_MAX = 4;

function holdWords(sale: Sale): string {
  const seats = sale.legs.flatMap(seatsPicked);
  if (seats.length > SEATS_NAMED_MAX) return `Hold ${seats.length} seats`;
  const [first = '', ...others] = sale.legs.map((leg) => seatsPicked(leg).join(' '));
  const isSame = others.length > 0 && others.every((other) => other === first);
  return isSame ? `Hold ${first} on ${others.length === 1 ? 'both' : 'all'} flights` : `Hold ${seats.join(' ')}`;
}

function nextWords(sale: Sale): string {
  const leg = sale.legs[sale.active];
  const open = nextOpenLeg(sale);
  if (leg && isSeated(leg) && open !== undefined) return 'Seats on the next flight';
  const missing = leg?.seats.filter((seat) => seat === null).length ?? 0;
  return missing === 1 ? 'Pick a seat' : `Pick ${missing} seats`;
}

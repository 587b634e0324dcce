import { useState } from 'react';
import { fareGroups } from '../../shared/leg-fares.ts';
import type { BookingView, TraceLine } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { legName } from '../format/leg-name.ts';
import { type ToldFare, toldFares } from '../format/told-fares.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { PriceTrace } from '../parts/price-trace.tsx';
import { RefundOutlook } from '../parts/refund-outlook.tsx';
import { WhyPrice } from '../parts/why-price.tsx';
import { type Quote, quoteKey, useQuote, useQuoteKept, useQuotes } from '../seats/quote-store.ts';
import { useSeats } from '../seats/seat-store.ts';
import { goneWords } from './gone-words.ts';
import { PricedByLine } from './priced-by-line.tsx';
import { PromotionField } from './promotion-field.tsx';
import type { Sale } from './sale.ts';
import './price-panel.css';

/** The lines of a hold: each cause of each leg, for the whole party. They add up to the total that the hub keeps. */
export function heldLines({ legs, currency }: Pick<BookingView, 'legs' | 'currency'>): TraceLine[] {
  return legs.flatMap((leg) =>
    fareGroups(leg).flatMap(({ seats, trace }, _, groups) => {
      const count = seats.length;
      const where = [legs.length > 1 ? legName(leg, legs) : '', groups.length > 1 ? seats.join(' ') : ''].filter(Boolean).join(' ');
      return trace.map((line) => ({
        label: where ? `${where} ${line.label.toLowerCase()}` : line.label,
        detail: count > 1 ? `${count} × ${moneyText(minor(line.amount), currency)}` : line.detail,
        amount: line.amount * count,
      }));
    }),
  );
}

/** The flights of a sale that are known already. */
const flightsOf = (sale: Sale) => sale.legs.flatMap(({ flightId }) => useSeats.getState().flights[flightId]?.answer.flight ?? []);

/** What one adult would pay now on each flight of a sale. */
function quotedFares(sale: Sale, quotes: Readonly<Record<string, Quote>>): ToldFare[] {
  const flown = flightsOf(sale);
  return sale.legs.flatMap(({ flightId, cabin }) => {
    const flight = flown.find((one) => one.flightId === flightId);
    const quote = cabin ? quotes[quoteKey(flightId, cabin)] : undefined;
    if (!quote || !cabin) return [];
    const { fare, trace, currency, policy } = quote;
    return [{ title: `${flight ? legName(flight, flown) : ''}, ${CABIN_NAMES[cabin]}, one adult`, trace, fare, currency, policy }];
  });
}

/** Why this price: what one adult would pay now, and after the hold what the party pays and will go on paying. */
export function PricePanel({ sale }: { sale: Sale }) {
  const leg = sale.legs[sale.active];
  const answer = useSeats(({ flights }) => (leg ? flights[leg.flightId]?.answer : undefined));
  const quote = useQuote(leg?.flightId, leg?.cabin);
  const keptUntil = useQuoteKept(leg?.flightId, leg?.cabin);
  const home = useSession(({ state }) => state?.home);
  const kept = sale.stage === 'details' || sale.stage === 'confirmed' ? sale.booking : null;
  const people = sale.party.length;
  const flown = useSeats(({ flights }) => flights[sale.legs[0]?.flightId ?? 0]?.answer.flight);
  const toFirst = useQuote(sale.legs[0]?.flightId, sale.legs[0]?.cabin);
  const first = kept?.legs[0] ?? (flown && { ...flown, refund: toFirst?.refund });
  const quotes = useQuotes((now) => now.quotes);
  const [asked, setAsked] = useState(false);
  const gone = useSeats(({ flights }) => (kept ? undefined : goneWords(sale, flights)));
  const told = gone ? [] : kept ? toldFares(kept) : quotedFares(sale, quotes);
  const zone = home?.zone ?? 'UTC';
  const until = keptUntil ?? quote?.until;
  const stands = kept
    ? `The hold keeps this price${kept.expiresAt === null ? '' : ` until ${clockText(kept.expiresAt, zone)} ${home?.airport ?? 'Z'}`}.`
    : until === undefined
      ? ''
      : `This price stands until ${clockText(until, zone)} ${home?.airport ?? 'Z'}. A hold keeps it.`;
  useDeeds('flight', told.length > 0 ? { W: () => setAsked(true) } : {});
  return (
    <section aria-label="Why this price" className="sale-column price">
      <div className="panel-h">
        <h2>Why this price</h2>
        <span className="s12 t3 cut">
          {kept
            ? `${people === 1 ? 'one passenger' : `${people} passengers`}, kept for the hold`
            : gone
              ? 'not for sale'
              : keptUntil === undefined
                ? 'one passenger, now'
                : `one passenger, kept until ${clockText(keptUntil, home?.zone ?? 'UTC')}`}
        </span>
        {leg?.cabin ? <span className="push s12 t2">{CABIN_NAMES[leg.cabin]}</span> : null}
        {told.length > 0 ? (
          <Button variant="quiet" kbd="W" aria-label="Why this price, in words" onPress={() => setAsked(true)}>
            Why
          </Button>
        ) : null}
      </div>
      <div className="price-scroll">
        {kept ? (
          <PriceTrace lines={heldLines(kept)} total={kept.total} currency={kept.currency} />
        ) : quote && !gone ? (
          <PriceTrace
            lines={quote.trace}
            total={quote.fare}
            currency={quote.currency}
            sumLabel={sale.legs.length > 1 && answer ? `One passenger, ${legName(answer.flight, flightsOf(sale))}` : 'One passenger'}
          />
        ) : null}
        {first && !gone ? <RefundOutlook first={first} /> : null}
      </div>
      {quote && leg && !kept && !gone ? <PricedByLine by={quote.policy} flightId={leg.flightId} /> : null}
      {sale.stage === 'seats' ? <PromotionField sale={sale} /> : null}
      <WhyPrice isOpen={asked} onClose={() => setAsked(false)} fares={told} stands={stands} />
    </section>
  );
}

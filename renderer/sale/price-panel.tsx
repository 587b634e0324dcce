import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { BookingView, TraceLine } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { tiersInOrder } from '../../shared/refund-rules.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { call } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { PriceTrace } from '../parts/price-trace.tsx';
import { useQuote } from '../seats/quote-store.ts';
import { useSeats } from '../seats/seat-store.ts';
import type { Sale } from './sale.ts';
import { StrategyControl } from './strategy-control.tsx';
import './price-panel.css';

/** The lines of a hold: each cause of each leg, for the whole party. They add up to the total that the hub keeps. */
export function heldLines({ legs, party, currency }: Pick<BookingView, 'legs' | 'party' | 'currency'>): TraceLine[] {
  const count = party.length;
  return legs.flatMap((leg) =>
    leg.trace.map((line) => ({
      label: legs.length > 1 ? `${leg.flight} ${line.label.toLowerCase()}` : line.label,
      detail: count > 1 ? `${count} × ${moneyText(minor(line.amount), currency)}` : line.detail,
      amount: line.amount * count,
    })),
  );
}

/** Why this price: what one adult would pay now, and after the hold what the party pays and will go on paying. */
export function PricePanel({ sale }: { sale: Sale }) {
  const leg = sale.legs[sale.active];
  const answer = useSeats(({ flights }) => (leg ? flights[leg.flightId]?.answer : undefined));
  const quote = useQuote(leg?.flightId, leg?.cabin);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const kept = sale.stage === 'details' || sale.stage === 'confirmed' ? sale.booking : null;
  const people = sale.party.length;
  return (
    <section aria-label="Why this price" className="sale-column price">
      <div className="panel-h">
        <h2>Why this price</h2>
        <span className="s12 t3">
          {kept ? `${people === 1 ? 'one passenger' : `${people} passengers`}, kept for the hold` : 'one passenger, now'}
        </span>
        {leg?.cabin ? <span className="push s12 t2">{CABIN_NAMES[leg.cabin]}</span> : null}
      </div>
      <div className="price-scroll">
        {kept ? (
          <PriceTrace lines={heldLines(kept)} total={kept.total} currency={kept.currency} />
        ) : quote ? (
          <PriceTrace
            lines={quote.trace}
            total={quote.fare}
            currency={quote.currency}
            sumLabel={sale.legs.length > 1 && answer ? `One passenger, ${answer.flight.flight}` : 'One passenger'}
          />
        ) : null}
        <RefundRules />
      </div>
      {supervisor && answer ? <StrategyControl answer={answer} /> : null}
    </section>
  );
}

type Tiers = Output<'settings.get'>['refundTiers'];

/** What a cancellation would give back, from the tiers in force. */
export function refundText(tiers: Tiers): string {
  const ordered = tiersInOrder(tiers);
  const giving = ordered.filter(({ percent }) => percent > 0);
  const parts = giving.map(({ overHours, percent }) =>
    overHours > 0 ? `${percent}\u00a0% back more than ${overHours}\u00a0h before departure` : `${percent}\u00a0% back until departure`,
  );
  if (ordered.at(-1)?.percent === 0) parts.push(parts.length > 0 ? 'then nothing' : 'nothing comes back');
  return `If cancelled: ${parts.join(', ')}.`;
}

function RefundRules() {
  const [tiers, setTiers] = useState<Tiers | null>(null);
  useEffect(() => {
    let current = true;
    void call('settings.get', {}).then((reply) => {
      if (current && reply.ok) setTiers(reply.value.refundTiers);
    });
    return () => {
      current = false;
    };
  }, []);
  return tiers && tiers.length > 0 ? <p className="refund-rules s12 t2">{refundText(tiers)}</p> : null;
}

import { useEffect, useRef } from 'react';
import { minor, moneyText } from '../../shared/money.ts';
import { seatsSaid } from '../../shared/open-seat.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useQuietStart } from '../parts/use-quiet-start.ts';
import { type Sale, seatsPicked } from './sale.ts';
import { holdAgain, startNewSale } from './sale-actions.ts';
import './hold-panel.css';

/** What becomes of the money that was taken for it. */
function Money({ sale: { tenders, outcome, booking, changeGiven } }: { sale: Sale }) {
  if (outcome === 'made') return 'What goes back of its money stands in the booking.';
  const sumOf = (of: 'amount' | 'given'): number => tenders.reduce((sum, tender) => sum + (tender.kind === 'cash' ? tender[of] : 0), 0);
  const words = (sum: number): string => moneyText(minor(sum), booking?.currency ?? '');
  const given = sumOf('given');
  if (outcome === 'undone') {
    // The change of the sale may be in the customer's hand already.
    const change = changeGiven ? 0 : given - sumOf('amount');
    const wallet = tenders.some(({ kind }) => kind === 'wallet') ? ', to the wallet by a supervisor' : '';
    return (
      <>
        {given > 0 ? (
          <b className="str">
            Give {words(sumOf('amount'))} back in cash{change > 0 ? `, and the change of ${words(change)}` : ''}.
          </b>
        ) : null}{' '}
        {tenders.some(({ kind }) => kind !== 'cash') ? `What did not come in cash goes back to what paid${wallet}.` : ''}
      </>
    );
  }
  // A charge of a sale that was not made is on its way back.
  const card = tenders.some(({ kind }) => kind === 'card');
  const taken = given > 0 ? <b className="str">Give back the cash taken: {words(given)}.</b> : null;
  return (
    <>
      {taken ?? (card ? null : 'Nothing is paid.')}{' '}
      {card && outcome === 'not-made' ? 'The sale was not made; what a card was charged is being reversed.' : ''}
    </>
  );
}

/** The hold has ended without a sale, or its sale was taken back: why, and how to go on with the same customer or the next. */
export function LostHold({ sale }: { sale: Sale }) {
  const again = useRef<HTMLDivElement>(null);
  useEffect(() => again.current?.querySelector('button')?.focus(), []);
  // The hold may end while Enter was meant for the payment.
  const ready = useQuietStart();
  const seats = seatsSaid(sale.legs.flatMap(seatsPicked));
  const undone = sale.outcome === 'undone';
  const cancelled = sale.booking?.state === 'CANCELLED' && !undone;
  return (
    <section aria-label="Hold and payment" className="sale-column hold-panel">
      <div className="panel-h">
        <h2>{undone ? 'Sale undone' : cancelled ? 'Booking cancelled' : 'Hold ended'}</h2>
        <span className="code t2">{sale.booking?.locator}</span>
      </div>
      <div className="lost" role="alert">
        <Icon name="alert" size={18} />
        <p>{sale.ended}</p>
      </div>
      <p className="t2">
        Names and contact are kept here. <Money sale={sale} />
      </p>
      <RefusalLine refusal={sale.refusal} />
      <div className="acts" ref={again} {...ACTION_ROW}>
        {cancelled ? null : (
          <Button variant="go" className="grow" kbd="Enter" isPending={!ready} onPress={() => void holdAgain()}>
            Hold {seats} again
          </Button>
        )}
        <Button kbd="N" onPress={startNewSale}>
          Next customer
        </Button>
      </div>
    </section>
  );
}

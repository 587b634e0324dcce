import { surnameOf } from '../../shared/host-name.ts';
import type { WaitEntry } from '../../shared/methods/waitlist.ts';
import { minor, moneyText } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { countdown, localTime } from '../format/times.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useNow } from '../stores/clock-store.ts';
import { nextInLine } from './next-in-line.ts';
import { PRIORITY_WORDS, partyWords, seatsOffered } from './wait-words.ts';
import type { OneList } from './waitlist-store.ts';

interface OfferPanelProps {
  list: OneList;
  entry: WaitEntry;
  onYes: () => void;
  onNo: () => void;
  onDrop: () => void;
  onMove: (() => void) | undefined;
  onTell: () => void;
  onCall: () => void;
  untold: Refusal | null;
}

/** What is offered to the chosen party and until when; without an offer how to reach it, and what can be done. */
export function OfferPanel({ list, entry, onYes, onNo, onDrop, onMove, onTell, onCall, untold }: OfferPanelProps) {
  const { offer, name, phone, party, priority, reason } = entry;
  const desk = useSession(({ session }) => session?.desk);
  const told = list.history.find(({ entryId, kind }) => entryId === entry.entryId && kind === 'told');
  const next = nextInLine(list, entry);
  const isOthers = offer !== null && desk !== entry.desk;
  return (
    <section aria-labelledby="wl-offer">
      <div className="panel-h">
        <h2 id="wl-offer">{offer ? 'Offer' : 'Party'}</h2>
        {offer ? <span className="code acc">{offer.locator}</span> : null}
        <span className="s12 t3 cut">{offer ? `${seatsOffered(entry, list.flightId)} to ${name}` : name}</span>
        {offer ? (
          <span className="push s12 t2 nb">
            until {localTime(offer.until, list.originZone)} {list.origin}
          </span>
        ) : null}
      </div>
      {offer ? <Left offer={offer} currency={entry.currency} /> : null}
      <p className="wl-told">
        {partyWords(party)}
        {entry.bookingClass === null ? '' : ` in class ${entry.bookingClass}`}. Call {name} on <b className="med nb">{phone}</b>. Taken by{' '}
        {entry.user} at desk {entry.desk}.
      </p>
      {told ? (
        <p className="wl-told">
          {localTime(told.at, list.originZone)} {list.origin}: {told.text}, by {told.user} at desk {told.desk}.
        </p>
      ) : null}
      {priority === 'normal' && reason === '' ? null : (
        <p className="wl-told">
          Priority {PRIORITY_WORDS[priority]}
          {reason === '' ? '' : `: ${reason}`}.
        </p>
      )}
      {entry.fareLimit === null ? null : (
        <p className="wl-told">
          Pays up to {moneyText(minor(entry.fareLimit), entry.currency)} {entry.currency} for an adult.
        </p>
      )}
      {isOthers ? <p className="wl-told">Its seats are held at desk {entry.desk}, which answers for it.</p> : null}
      <RefusalLine refusal={untold} />
      {/* Of another desk's offer the focus stands on no button: the first that may be pressed sends a message, and an Enter too many did. */}
      <p className="acts" {...ACTION_ROW} {...(isOthers ? { tabIndex: -1 } : {})}>
        {offer ? (
          <>
            <Button variant="go" className="grow" kbd="Y" isDisabled={isOthers} onPress={onYes}>
              Taken, to payment
            </Button>
            <Button kbd="N" isDisabled={isOthers} onPress={onNo}>
              {next ? `No, ask ${surnameOf(next.name)}` : 'No, to the next'}
            </Button>
            <Button kbd="T" onPress={onTell}>
              Tell again
            </Button>
            <Button kbd="Shift T" onPress={onCall}>
              Call
            </Button>
          </>
        ) : (
          <>
            {onMove ? (
              <Button kbd="E" onPress={onMove}>
                Move
              </Button>
            ) : null}
            <Button kbd="X" onPress={onDrop}>
              Take off the list
            </Button>
          </>
        )}
      </p>
    </section>
  );
}

function Left({ offer, currency }: { offer: NonNullable<WaitEntry['offer']>; currency: string }) {
  const now = useNow();
  const whole = Math.max(1, offer.until - offer.offeredAt);
  const left = Math.min(whole, Math.max(0, offer.until - now));
  return (
    <>
      <div className="wl-due">
        <span role="timer" aria-label="Time left of the offer">
          {countdown(left)}
        </span>
        <small>left of {countdown(whole)}</small>
        <span className="push">{moneyText(minor(offer.total), currency)}</span>
        <small>{currency} to pay</small>
      </div>
      <progress className="wl-drain" aria-hidden="true" max={whole} value={left} />
    </>
  );
}

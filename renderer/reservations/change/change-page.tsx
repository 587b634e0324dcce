import './change.css';
import './choices.css';
import { useEffect, useRef, useState } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { onHeard } from '../../client/client.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { OutcomeLine } from '../../pay/outcome-line.tsx';
import { takeWords } from '../../pay/tender-words.ts';
import { dueOf } from '../../pay/tenders.ts';
import { TerminalWait } from '../../pay/terminal-wait.tsx';
import { useNextTender } from '../../pay/use-next-tender.ts';
import { asksTerminal } from '../../sale/sale.ts';
import { missedThemselves } from '../missed/missed-themselves.ts';
import { KeptClock } from '../reaccommodation/kept-clock.tsx';
import { AddChoice } from './add-choice.tsx';
import { AsChanged } from './as-changed.tsx';
import { goOn } from './ask-offer.ts';
import { openChange, startChange } from './begin-change.ts';
import { ChangeDonePanel } from './change-done.tsx';
import { CHANGE_KINDS, type ChangeKind, holdsSeats, KIND_WORDS, picksSeats } from './change-kinds.ts';
import { ChangePay, submitChangeTender } from './change-pay.tsx';
import { ChangeSeats } from './change-seats.tsx';
import { type ChangeState, forgetChange, useChange } from './change-store.ts';
import { FlightChoice } from './flight-choice.tsx';
import { hearOfHold } from './hold-change.ts';
import { InfantChoice } from './infant-choice.tsx';
import { leaveChange } from './leave-change.ts';
import { totalWords } from './money-words.ts';
import { NamesChoice } from './names-choice.tsx';
import { OfferSheet, useOfferLost } from './offer-sheet.tsx';
import { PartChoice } from './part-choice.tsx';
import { hearOfWays, keepWays, letWaysGo } from './propose-ways.ts';
import { SeatsChoice } from './seats-choice.tsx';
import { SplitChoice, SplitSides } from './split-choice.tsx';
import { askAgain, giveUpTerminal, splitParty, splitProblem, takeOffer } from './take-change.ts';
import { UpgradeChoice } from './upgrade-choice.tsx';
import { WaysChoice } from './ways-choice.tsx';

/** How long an offer that nobody pays is shown before it can be taken: longer than the rest of a word that somebody was typing. */
const DEAD_MS = 400;

const CHANGED = 'The booking was changed meanwhile. Look at it, then choose again.';

const CHOICES: Readonly<Record<ChangeKind, typeof FlightChoice>> = {
  ways: WaysChoice,
  flight: FlightChoice,
  upgrade: UpgradeChoice,
  seats: SeatsChoice,
  add: AddChoice,
  infant: InfantChoice,
  split: SplitChoice,
  names: NamesChoice,
  part: PartChoice,
};

/** The kinds of change, as tabs with their keys. */
function Kinds({ booking, kind }: { booking: BookingView; kind: ChangeKind }) {
  return (
    <nav className="ch-kinds" aria-label="What changes" {...ACTION_ROW}>
      {CHANGE_KINDS.filter((each) => each !== 'ways' || missedThemselves(booking)).map((each) => (
        <Button
          key={each}
          variant="quiet"
          className={each === kind ? 'on' : ''}
          aria-current={each === kind ? 'page' : 'false'}
          kbd={KIND_WORDS[each].key}
          onPress={() => openChange(booking, each)}
        >
          {KIND_WORDS[each].word}
        </Button>
      ))}
    </nav>
  );
}

/** Follows the hold, and the booking: what another desk changed is said, and nothing is taken on what was seen before. */
function useFollowing(booking: BookingView, kind: ChangeKind): void {
  const { bookingId } = booking;
  useEffect(
    () =>
      onHeard((heard) => {
        if ('notice' in heard) return;
        hearOfHold(heard);
        hearOfWays(heard);
        // What was done is taken back, so it must not stand there with its money.
        if (heard.type === 'booking.changeUndone' && heard.data.bookingId === bookingId && useChange.getState().done) forgetChange();
      }),
    [bookingId],
  );
  const seen = useRef(booking.version);
  useEffect(() => {
    if (seen.current === booking.version) return;
    seen.current = booking.version;
    const { busy, done, unheard, hold } = useChange.getState();
    if (unheard) void askAgain();
    if (unheard || done || busy === 'taking' || busy === 'splitting') return;
    announce(CHANGED);
    if (kind === 'ways') askAnew(booking);
    else if (hold) useChange.setState({ note: CHANGED, tenders: [] });
    else if (!useChange.getState().offer) startChange(booking, kind, CHANGED);
  }, [booking, kind]);
}

/** Ways that were found for the booking as it was are not for it any more. */
function askAnew(booking: BookingView): void {
  if (missedThemselves(booking)) startChange(booking, 'ways', CHANGED);
  else {
    letWaysGo();
    forgetChange();
  }
}

/** The button at the end: what comes next, in words. */
function NextStep({ booking, kind, lost, live }: { booking: BookingView; kind: ChangeKind; lost: string; live: boolean }) {
  const { offer, busy, hold, tenders, unheard, passengers, contact, askedBy, refusal } = useChange();
  const due = offer ? dueOf(offer.total, tenders) : dueOf(0, []);
  const currency = booking.currency;
  const { draft, read } = useNextTender(due, currency, refusal);
  if (kind === 'split') {
    const missing = splitProblem(booking, passengers, contact, askedBy);
    return (
      <Button
        variant="go"
        kbd="Ctrl Enter"
        isPending={busy === 'splitting'}
        isDisabled={missing !== ''}
        onPress={() => void splitParty(booking)}
      >
        {busy === 'splitting' ? 'Splitting' : 'Split into two'}
      </Button>
    );
  }
  if (unheard)
    return (
      <Button variant="go" isPending={busy === 'taking'} onPress={() => void askAgain()}>
        Ask the hub whether it was made
      </Button>
    );
  if (!offer || lost) {
    const words =
      holdsSeats(kind) && !hold
        ? 'Hold the seats and ask'
        : lost
          ? 'Ask for a new offer'
          : kind === 'ways'
            ? 'Go on with a way'
            : 'Ask what it costs';
    return (
      <Button variant="go" kbd="Enter" isPending={busy === 'holding' || busy === 'asking'} onPress={() => void goOn(booking, true)}>
        {busy === 'holding' ? 'Holding' : busy === 'asking' ? 'Asking' : words}
      </Button>
    );
  }
  const words =
    due > 0
      ? `${takeWords(draft, read, due, currency)}${read.ok && read.tender.amount === due ? ', change' : ''}`
      : takeWithout(offer.total, currency, kind);
  return (
    <Button
      variant={kind === 'part' ? 'danger' : 'go'}
      kbd="Ctrl Enter"
      isPending={busy === 'taking'}
      isDisabled={!live}
      // Enter alone takes nothing here, not even on this button.
      onPress={({ pointerType }) => (pointerType === 'keyboard' ? announce('Ctrl Enter takes the offer.') : commit(booking, lost, live))}
    >
      {busy === 'taking' ? 'Changing' : words}
    </Button>
  );
}

const takeWithout = (total: number, currency: string, kind: ChangeKind): string => {
  const what = kind === 'part' ? 'Cancel this part' : 'Change';
  return total < 0 ? `${what}, ${totalWords(total, currency)}` : what;
};

/** Ctrl Enter: the next step that cannot be taken back. */
function commit(booking: BookingView, lost: string, live: boolean): void {
  const { kind, offer, busy, tenders } = useChange.getState();
  if (busy) return;
  if (kind === 'split') void splitParty(booking);
  else if (!offer || lost) void goOn(booking, true);
  else if (offer.total > 0) submitChangeTender();
  else if (live) void takeOffer(tenders);
}

/** A change of a sold booking: what changes, as sold and as changed, the offer and its payment. */
export function ChangePage({ booking, kind }: { booking: BookingView; kind: ChangeKind }) {
  const root = useRef<HTMLDivElement>(null);
  const { offer, busy, refusal, note, unheard, done, hold, ways, way, tenders, round, passengers, contact, askedBy } = useChange();
  const lost = useOfferLost(busy === 'taking' ? null : offer, booking);
  const [live, setLive] = useState(false);
  const offerId = offer?.offerId;
  useFollowing(booking, kind);
  // Each offer begins dead.
  useEffect(() => {
    setLive(false);
    const timer = setTimeout(() => setLive(true), DEAD_MS);
    // In a short or narrow window the offer is out of sight of the seats.
    if (offerId !== undefined) root.current?.querySelector('.ch-offer')?.scrollIntoView?.({ block: 'nearest' });
    return () => clearTimeout(timer);
  }, [offerId]);
  // A change that begins has the focus where its letters and digits are keys. Names begin in their first field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what begins moves the focus
  useEffect(() => {
    const at = (what: string) => root.current?.querySelector<HTMLElement>(what);
    (at(kind === 'names' || kind === 'add' || kind === 'infant' ? '.ch-part input' : '.ch-row:not(.no)') ?? at('.ch-kinds .on'))?.focus();
  }, [kind, round]);
  const act = useDoneKeys(done !== null);
  useDeeds('booking', {
    Enter: act(() => void goOn(booking)),
    'Ctrl Enter': act(() => commit(booking, lost, live)),
    Esc: act(() => void leaveChange()),
    'Shift F9': act(busy === 'taking' ? () => void giveUpTerminal() : undefined),
    F9: act(() => (kind === 'ways' ? void keepWays(booking) : undefined)),
  });
  const Choice = CHOICES[kind];
  const chosen = ways?.ways.find(({ hold: kept }) => kept === way);
  if (done) return <ChangeDonePanel booking={booking} done={done} />;
  const taking = busy === 'taking';
  const missing = kind === 'split' ? splitProblem(booking, passengers, contact, askedBy) : '';
  return (
    <div className="ch-page" ref={root}>
      <Kinds booking={booking} kind={kind} />
      <div className="ch-cols">
        <div className="ch-choose">
          <Choice booking={booking} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="ch-mid" aria-label="As sold and as changed" tabIndex={0}>
          {kind === 'split' ? <SplitSides booking={booking} /> : <AsChanged booking={booking} />}
          {picksSeats(kind) ? <ChangeSeats booking={booking} /> : null}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <aside className="ch-offer" aria-label="Offer" tabIndex={0}>
          {offer ? (
            <OfferSheet offer={offer} booking={booking} lost={lost} />
          ) : (
            <p className="s12 t2 ch-empty">{kind === 'split' ? SPLIT : kind === 'ways' ? NO_WAY : NO_OFFER}</p>
          )}
          {unheard ? <OutcomeLine outcome="unknown" what="change" /> : null}
          {taking ? <TerminalWait asksTerminal={tenders.some(asksTerminal)} what="change" onGiveUp={giveUpTerminal} /> : null}
          {offer && offer.total > 0 && !lost && !taking && !unheard ? <ChangePay key={offer.offerId} offer={offer} live={live} /> : null}
          <RefusalLine refusal={refusal} className="ch-why" />
          {refusal?.code === 'SLIP_USED' && !taking ? (
            <Button onPress={() => void takeOffer(tenders, true)}>It is another slip: take it</Button>
          ) : null}
          <p className="ch-note s12 t2" role="status">
            {note}
          </p>
        </aside>
      </div>
      <footer className="ch-acts">
        <span className="s12 t2 cut">{missing || lost || staysText(kind, { hold, way, offer })}</span>
        {chosen ? <KeptClock until={chosen.expiresAt} /> : null}
        <Button className="push" kbd="Esc" isDisabled={taking} onPress={() => void leaveChange()}>
          {hold ? 'Release the hold' : way === null ? 'Keep it as it is' : 'Back to the ways'}
        </Button>
        <NextStep booking={booking} kind={kind} lost={lost} live={live} />
      </footer>
    </div>
  );
}

/** Whose seats are kept, and until when the booking stays as it is. */
function staysText(kind: ChangeKind, { hold, way, offer }: Pick<ChangeState, 'hold' | 'way' | 'offer'>): string {
  if (kind === 'split') return 'The booking stays whole until it is split.';
  const kept = hold ? `${hold.locator} keeps the new seats. ` : way === null ? '' : 'Seats kept. ';
  return `${kept}The booking stays as it is until ${kept && offer && offer.total > 0 ? 'it is paid' : 'the offer is taken'}.`;
}

const NO_OFFER = 'Choose what changes, then Enter: the offer tells what it costs or gives back, before anything is changed.';
const NO_WAY = 'Enter takes a way: its offer tells each line of the price, before anything is changed or paid.';
const SPLIT = 'Nothing is to be paid. Both bookings keep their fares, their refund rules and the history until now.';

/** While the end of a change is shown, its own keys come first. */
const useDoneKeys = (done: boolean) => (deed: (() => void) | undefined) => (done ? undefined : deed);

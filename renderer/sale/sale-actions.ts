import type { AfterCloseReason } from '../../shared/close-of-sales.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { UnnamedSeats } from '../../shared/methods/holds.ts';
import { wishesToSend } from '../../shared/methods/messages.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import { moneyText } from '../../shared/money.ts';
import { seatsSaid } from '../../shared/open-seat.ts';
import { readContact } from '../../shared/read-contact.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { quoteKey, useQuotes } from '../seats/quote-store.ts';
import { blockWords } from '../seats/seat-words.ts';
import { nextParty } from '../stores/customer-store.ts';
import { go, useNavigation } from '../stores/navigation-store.ts';
import { blockedPicks, focusOverride, overrideOf } from './blocked-picks.ts';
import { changeDue } from './change-due.ts';
import { holdAsked, sayHoldGoesOn, secondHoldWords } from './holds-under-way.ts';
import { keepDraft } from './keep-draft.ts';
import { notKnownWords } from './not-known-words.ts';
import { askedByOf, asksTerminal, customersOf, isReadyToHold, isSeated, namesOf, type Sale, seatsPicked, yesOf } from './sale.ts';
import { deskToday } from './sale-fields.ts';
import { newSale, nextOpenLeg, saleOf } from './sale-flow.ts';
import { dispatch, type FlightScreenAt, park, useSale } from './sale-store.ts';
import { say } from './say.ts';
import { sayIfGone } from './say-if-gone.ts';
import { UNHEARD } from './unheard.ts';
import { heardOutcome, resolve, showUnheard } from './unheard-sale.ts';
import { askWhoSells, pinUsedFor } from './who-sells.ts';

/** Opens what the screen asks for: a new sale, a hold of this desk, or the sale that was left here. */
export async function openSale(screen: FlightScreenAt): Promise<void> {
  const now = useSale.getState();
  const { bookingId } = screen;
  if (now.opened === screen && now.sale) return;
  if (bookingId !== undefined && now.sale?.booking?.bookingId === bookingId) {
    useSale.setState({ opened: screen, problem: null });
    return;
  }
  park();
  sayHoldGoesOn();
  useSale.setState(({ round }) => ({ round: round + 1 }));
  if (bookingId === undefined) {
    const { flightIds, adults = 1, children = 0, infants = 0, cabin = null, back = 0, backCabin = cabin } = screen;
    const sale = newSale(flightIds, { adults, children, infants }, cabin, { flights: back, cabin: backCabin });
    useSale.setState({ sale, opened: screen, problem: null, notice: '' });
    return;
  }
  useSale.setState(({ parked }) => ({ sale: parked[bookingId] ?? null, opened: screen, problem: null, notice: '' }));
  const reply = await call('bookings.get', { bookingId }, 'person');
  if (useSale.getState().opened !== screen) return;
  if (!reply.ok) useSale.setState({ sale: null, problem: reply.refusal });
  else if (useSale.getState().sale) dispatch({ do: 'booking', booking: reply.value.booking });
  else useSale.setState({ sale: saleOf(reply.value.booking) });
}

/** Adds the hold to the current place in the history, so that the rail and the tray come back to the hold and not to an empty sale. */
function nameHold(booking: BookingView): void {
  const { screen, last } = useNavigation.getState();
  if (screen.name !== 'flight') return;
  const named: FlightScreenAt = { ...screen, flightIds: booking.legs.map((leg) => leg.flightId), bookingId: booking.bookingId };
  useSale.setState({ opened: named });
  useNavigation.setState({ screen: named, last: { ...last, flight: named } });
}

/** Enter while seats are picked: to the next leg that wants seats, else the hold. Says what is missing. `afterClose`: why a supervisor sells after the close. */
export async function holdSeats(afterClose?: AfterCloseReason): Promise<void> {
  const { sale, round } = useSale.getState();
  if (sale?.stage !== 'seats' || sale.busy || sayIfGone(sale)) return;
  if (!isReadyToHold(sale)) {
    const open = nextOpenLeg(sale);
    const leg = sale.legs[sale.active];
    if (open !== undefined && leg && isSeated(leg)) {
      dispatch({ do: 'showLeg', leg: open });
      return;
    }
    const missing = leg ? leg.seats.filter((seat) => seat === null).length : 0;
    say(`${missing} ${missing === 1 ? 'seat is' : 'seats are'} still to pick. B picks the best.`);
    return;
  }
  const override = overrideOf(sale);
  if (override === '') {
    const [first] = blockedPicks(sale);
    if (first) say(`${first.seat} is ${blockWords(first.claim)}. Say why it is sold all the same.`);
    focusOverride();
    return;
  }
  await placeHold(sale, round, { ...(afterClose ? { afterClose } : {}), ...(override === undefined ? {} : { override }) });
}

/**
 * Holds the party without choosing seats. best: the hub gives the best that are free. open: they are asked for later; again, after it was said that
 * none is left, also without one. Where all have picked on a flight, these seats are held.
 */
export async function holdWithoutSeats(seats: 'best' | 'open'): Promise<void> {
  const { sale, round } = useSale.getState();
  if (sale?.stage !== 'seats' || sale.busy || sayIfGone(sale) || sale.legs.some(({ cabin }) => cabin === null)) return;
  const told = sale.refusal?.code === 'NO_SEAT_LEFT';
  await placeHold(sale, round, { unnamed: seats === 'open' && told ? 'over' : seats });
}

interface HoldWishes {
  readonly afterClose?: AfterCloseReason;
  readonly override?: string;
  readonly unnamed?: UnnamedSeats;
}

async function placeHold(sale: Sale, round: number, { afterClose, override, unnamed }: HoldWishes): Promise<void> {
  if (askWhoSells(round)) return;
  const second = secondHoldWords(sale, round);
  if (second) {
    say(second);
    return;
  }
  dispatch({ do: 'begin', busy: 'holding' });
  const requestId = newRequestId();
  const answered = holdAsked(sale, round, requestId);
  const reply = await call(
    'holds.place',
    {
      requestId,
      legs: sale.legs.map((leg) => {
        const cabin = leg.cabin ?? 'Y';
        const quote = useQuotes.getState().quotes[quoteKey(leg.flightId, cabin)];
        const { flightId, back } = leg;
        const seats = unnamed && !isSeated(leg) ? unnamed : seatsPicked(leg);
        return { flightId, cabin, seats, ...(quote ? { offer: quote.offer } : {}), ...(back ? { back } : {}) };
      }),
      passengers: sale.party.map(({ type, infant, assistance, seatFrom }) => ({
        ...{ type, infant, assistance },
        ...(seatFrom ? { seatFrom } : {}),
      })),
      exitRowConfirmed: sale.exitRowConfirmed,
      ...(sale.promotion === '' ? {} : { promotion: sale.promotion }),
      ...(sale.minutes === null ? {} : { minutes: sale.minutes }),
      ...(afterClose ? { afterClose } : {}),
      ...(override === undefined ? {} : { override }),
    },
    'person',
  );
  if (reply.ok) pinUsedFor(round);
  answered(reply);
  // Another customer was opened meanwhile; a hold that was placed waits in the tray.
  if (useSale.getState().round !== round) return;
  if (reply.ok) {
    dispatch({ do: 'booking', booking: reply.value });
    nameHold(reply.value);
    nextParty();
    announce(`Held ${seatsSaid(reply.value.legs.flatMap(({ seats }) => seats))}, locator ${[...reply.value.locator].join(' ')}`);
  } else dispatch({ do: 'refused', refusal: reply.refusal });
}

export async function extendHold(): Promise<void> {
  await onHold('extending', (bookingId) => call('holds.extend', { requestId: newRequestId(), bookingId }, 'person'), 'Hold extended');
}

/** Lets the seats go. While a card is asked it is the terminal that is given up, and the seats stay. */
export async function releaseHold(): Promise<void> {
  if (useSale.getState().sale?.busy === 'confirming') return giveUpTerminal();
  await onHold('releasing', (bookingId) => call('holds.release', { requestId: newRequestId(), bookingId }, 'person'), 'Seats released');
}

async function onHold(
  busy: 'extending' | 'releasing',
  ask: (bookingId: number) => ReturnType<typeof call<'holds.extend' | 'holds.release'>>,
  said: string,
): Promise<void> {
  const { sale } = useSale.getState();
  const bookingId = sale?.booking?.bookingId;
  // Nobody knows yet whether it is still a hold.
  if (sale?.stage !== 'details' || sale.busy || sale.outcome === 'unknown' || bookingId === undefined) return;
  dispatch({ do: 'begin', busy });
  const reply = await ask(bookingId);
  if (useSale.getState().sale?.booking?.bookingId !== bookingId) return;
  if (reply.ok) announce(said);
  dispatch(reply.ok ? { do: 'booking', booking: reply.value } : { do: 'refused', refusal: reply.refusal });
}

/** Stops asking the terminal for the card of this sale. The answer of the sale says what became of it. */
export async function giveUpTerminal(): Promise<void> {
  const { sale } = useSale.getState();
  if (sale?.busy !== 'confirming' || !sale.booking || !sale.tenders.some(asksTerminal)) return;
  const reply = await call('payments.giveUp', { bookingId: sale.booking.bookingId }, 'person');
  if (!reply.ok) say(`${reply.refusal.message} ${reply.refusal.next}`);
}

/** Sells the held seats. The terminal may take long. The hub protects the hold meanwhile. */
/** `slipsCompared`: the agent has said that a slip which has paid already is another one. */
export async function confirmSale(tenders: readonly Tender[], slipsCompared = false): Promise<void> {
  const { sale } = useSale.getState();
  const bookingId = sale?.booking?.bookingId;
  if (sale?.stage !== 'details' || sale.busy || sale.outcome === 'unknown' || bookingId === undefined) return;
  const passengers = namesOf(sale, deskToday());
  const contact = readContact(sale.contact);
  if (!passengers || !contact) return;
  const minors = yesOf(sale);
  dispatch({ do: 'begin', busy: 'confirming' });
  const draftKept = await keepDraft(sale, true);
  // Without an answer to this the hub was never asked for the sale.
  if (draftKept && !draftKept.ok && UNHEARD.has(draftKept.refusal.code)) {
    if (useSale.getState().sale?.booking?.bookingId === bookingId) dispatch({ do: 'notAsked' });
    return;
  }
  const reply = await call(
    'bookings.confirm',
    {
      requestId: newRequestId(),
      bookingId,
      passengers,
      contact: { ...contact, askedBy: askedByOf(sale), ...wishesToSend(sale.messages) },
      tenders: [...tenders],
      ...(slipsCompared ? { slipsCompared } : {}),
      ...(minors ? { minors } : {}),
      ...customersOf(sale),
    },
    'person',
  );
  // The agent serves another customer meanwhile. The outcome was not seen, so it is shown when this one has gone.
  if (useSale.getState().sale?.booking?.bookingId !== bookingId) return;
  if (!reply.ok && UNHEARD.has(reply.refusal.code)) {
    dispatch({ do: 'unknown' });
    announce(notKnownWords('sale'));
    return;
  }
  heardOutcome(bookingId);
  if (reply.ok) {
    dispatch({ do: 'booking', booking: reply.value });
    announce(`Confirmed, locator ${[...reply.value.locator].join(' ')}`);
  } else {
    dispatch({ do: 'refused', refusal: reply.refusal });
    void lookAgain(bookingId);
  }
}

/** Asks how the booking of a sale at this stage stands, so that the screen never guesses. */
export async function lookAgain(bookingId: number, stage: 'details' | 'confirmed' = 'details'): Promise<void> {
  const reply = await call('bookings.get', { bookingId });
  const { sale } = useSale.getState();
  if (!reply.ok || sale?.booking?.bookingId !== bookingId || sale.stage !== stage || sale.busy) return;
  if (sale.outcome === 'unknown') {
    resolve(reply.value.booking);
    return;
  }
  const { refusal } = sale;
  dispatch({ do: 'booking', booking: reply.value.booking });
  if (refusal && useSale.getState().sale?.stage === 'details') dispatch({ do: 'refused', refusal });
}

/** Holds the same seats for the same party again. Names stay; the payment starts again. */
export async function holdAgain(): Promise<void> {
  dispatch({ do: 'again' });
  await holdSeats();
}

export const CHANGE_BUTTON_ID = 'change-given';

/** Y: the change of this sale is in the customer's hand. */
export function giveChange(): void {
  const { sale } = useSale.getState();
  if (sale?.stage !== 'confirmed' || sale.changeGiven) return;
  dispatch({ do: 'changeGiven' });
  announce('Change given back');
}

/** N: the next customer. A sale whose change was not given back stays, because its amount would be out of sight. */
export function nextCustomer(): void {
  const { sale } = useSale.getState();
  if (sale?.stage === 'confirmed' && sale.booking && !sale.changeGiven) {
    say(`Give back ${moneyText(changeDue(sale.booking), sale.booking.currency)} first, then Y.`);
    document.getElementById(CHANGE_BUTTON_ID)?.focus();
    return;
  }
  startNewSale();
}

export function startNewSale(): void {
  useSale.setState(({ round }) => ({ sale: null, round: round + 1, opened: null, notice: '' }));
  nextParty();
  go({ name: 'board' });
  void showUnheard();
  askWhoSells(useSale.getState().round);
}

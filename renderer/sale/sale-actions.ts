import type { AfterCloseReason } from '../../shared/close-of-sales.ts';
import type { CalledBy } from '../../shared/contract.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import { moneyText } from '../../shared/money.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { Seat } from '../../shared/seat-map.ts';
import { SEAT_WISHES, type SeatWish } from '../../shared/seat-wishes.ts';
import { call, newRequestId } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { quoteKey, useQuotes } from '../seats/quote-store.ts';
import { useSeats } from '../seats/seat-store.ts';
import { nextParty } from '../stores/customer-store.ts';
import { go, useNavigation } from '../stores/navigation-store.ts';
import { changeDue } from './change-due.ts';
import { readContact } from './contact-entry.ts';
import { exitRowWords } from './exit-row-words.ts';
import { keepDraft } from './keep-draft.ts';
import { askedByOf, asksTerminal, isReadyToHold, isSeated, namesOf, seatsPicked, turnOf, yesOf } from './sale.ts';
import { deskToday } from './sale-fields.ts';
import { newSale, nextOpenLeg, pickProblem, saleOf } from './sale-flow.ts';
import { dispatch, type FlightScreenAt, park, setNotice, useSale } from './sale-store.ts';
import { heardOutcome, resolve, showUnheard } from './unheard-sale.ts';

const ownDesk = (): string => useSession.getState().session?.desk ?? '';

/** Shows the result of a key or an event, and announces it. */
export function say(text: string): void {
  setNotice(text);
  announce(text);
}

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
  useSale.setState(({ round }) => ({ round: round + 1 }));
  if (bookingId === undefined) {
    const { flightIds, adults = 1, children = 0, infants = 0, cabin = null } = screen;
    useSale.setState({ sale: newSale(flightIds, { adults, children, infants }, cabin), opened: screen, problem: null, notice: '' });
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

/** A seat was pressed, or Enter or Space given on it. What cannot be done is said. */
export function pickSeat(flightId: number, seat: Seat): void {
  const { sale } = useSale.getState();
  const leg = sale?.legs[sale.active];
  if (sale?.stage !== 'seats' || leg?.flightId !== flightId || sale.busy) return;
  const name = seat.seat;
  if (!leg.seats.includes(name)) {
    const claim = useSeats.getState().flights[flightId]?.claims[name];
    if (claim) {
      const by = claim.desk === ownDesk() ? 'this desk' : `desk ${claim.desk}`;
      say(claim.state === 'sold' ? `${name} is sold.` : `${name} is held by ${by}.`);
      return;
    }
    if (!seat.sellable) {
      say(`${name} is blocked.`);
      return;
    }
    const passenger = sale.party[turnOf(sale, leg)];
    const refused = seat.exit && passenger ? exitRowWords(passenger) : undefined;
    if (refused) {
      say(`${name}: ${refused}.`);
      return;
    }
    const problem = pickProblem(sale, name, seat.cabin);
    if (problem) {
      say(problem);
      return;
    }
  }
  dispatch({ do: 'pick', seat: name, cabin: seat.cabin });
  const after = useSale.getState().sale;
  const seats = after?.legs[after.active];
  if (!after || !seats) return;
  const open = seats.seats.filter((each) => each === null).length;
  const chosen = seats.seats.includes(name) ? 'chosen' : 'given up';
  announce(open > 0 ? `${name} ${chosen}, ${open} to go` : `${name} ${chosen}, everybody is seated`);
}

/** B: asks for the best seats and takes the first choice; pressed again, the next one. Another wish asks anew. */
export async function bestSeats(wished?: SeatWish): Promise<void> {
  const { sale } = useSale.getState();
  const leg = sale?.legs[sale.active];
  if (!sale || !leg || sale.stage !== 'seats' || sale.busy || leg.cabin === null) return;
  const advice = sale.advice?.flightId === leg.flightId ? sale.advice : null;
  const wish = wished ?? advice?.wish ?? 'together';
  const next = advice && advice.wish === wish ? advice.taken + 1 : -1;
  const following = advice?.choices[next];
  if (following) {
    dispatch({ do: 'take', choice: next });
    announce(`${following.seats.join(' ')} chosen`);
    return;
  }
  const best = await askBest(leg.flightId, 'person', wish);
  if (!best) return;
  const [first] = best.choices;
  if (!first) {
    const party = sale.party.length;
    say(
      best.mayHold < party
        ? `This cabin may sell ${best.mayHold === 0 ? 'no more seats' : `${best.mayHold} more, not ${party}`}.`
        : 'No free seats for this party outside the exit rows.',
    );
    return;
  }
  dispatch({ do: 'advise', advice: { flightId: leg.flightId, choices: best.choices, wish, taken: -1, because: '' } });
  dispatch({ do: 'take', choice: 0 });
  announce(`${first.seats.join(' ')} chosen${first.relaxed.length > 0 ? `: ${first.relaxed.join(', ')}` : ''}`);
}

/** The same by the next wish: a window, the aisle, the front, and together again. */
export function bestByNextWish(): Promise<void> {
  const { sale } = useSale.getState();
  const now = SEAT_WISHES.indexOf(sale?.advice?.wish ?? 'together');
  return bestSeats(SEAT_WISHES[(now + 1) % SEAT_WISHES.length]);
}

/** The best seats for the whole party on one flight; undefined when the hub refused or the party has changed meanwhile. */
export async function askBest(flightId: number, by: CalledBy, wish: SeatWish = 'together') {
  const { sale, round } = useSale.getState();
  const leg = sale?.legs.find((each) => each.flightId === flightId);
  if (!sale || !leg?.cabin) return undefined;
  const party = sale.party;
  const asked = party.map(({ type, infant, assistance }) => ({ type, infant, assistance }));
  const reply = await call('flights.bestSeats', { flightId, cabin: leg.cabin, party: asked, wish }, by);
  const after = useSale.getState().sale;
  // The party has changed meanwhile: the answer is for somebody else.
  if (useSale.getState().round !== round || after?.stage !== 'seats' || after.party !== party) return undefined;
  if (reply.ok) return reply.value;
  dispatch({ do: 'refused', refusal: reply.refusal });
  return undefined;
}

/** Enter while seats are picked: to the next leg that wants seats, else the hold. Says what is missing. `afterClose`: why a supervisor sells after the close. */
export async function holdSeats(afterClose?: AfterCloseReason): Promise<void> {
  const { sale, round } = useSale.getState();
  if (sale?.stage !== 'seats' || sale.busy) return;
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
  dispatch({ do: 'begin', busy: 'holding' });
  const reply = await call(
    'holds.place',
    {
      requestId: newRequestId(),
      legs: sale.legs.map((leg) => {
        const cabin = leg.cabin ?? 'Y';
        const quote = useQuotes.getState().quotes[quoteKey(leg.flightId, cabin)];
        return { flightId: leg.flightId, cabin, seats: seatsPicked(leg), ...(quote ? { offer: quote.offer } : {}) };
      }),
      passengers: sale.party.map(({ type, infant, assistance }) => ({ type, infant, assistance })),
      exitRowConfirmed: sale.exitRowConfirmed,
      ...(afterClose ? { afterClose } : {}),
    },
    'person',
  );
  // Another customer was opened meanwhile; a hold that was placed waits in the tray.
  if (useSale.getState().round !== round) return;
  if (reply.ok) {
    dispatch({ do: 'booking', booking: reply.value });
    nameHold(reply.value);
    nextParty();
    announce(`Held, locator ${[...reply.value.locator].join(' ')}`);
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

/** Refusals that do not tell whether the sale was made: the first try may have reached the hub, and its answer was lost. */
const UNHEARD: ReadonlySet<RefusalCode> = new Set(['HUB_UNREACHABLE', 'SESSION_LOCKED', 'NOT_SIGNED_IN']);
export const NOT_KNOWN = 'Not known yet whether this sale was made.';

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
      contact: { ...contact, askedBy: askedByOf(sale) },
      tenders: [...tenders],
      ...(slipsCompared ? { slipsCompared } : {}),
      ...(minors ? { minors } : {}),
    },
    'person',
  );
  // The agent serves another customer meanwhile. The outcome was not seen, so it is shown when this one has gone.
  if (useSale.getState().sale?.booking?.bookingId !== bookingId) return;
  if (!reply.ok && UNHEARD.has(reply.refusal.code)) {
    dispatch({ do: 'unknown' });
    announce(NOT_KNOWN);
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
}

import './booking-page.css';
import { useCallback, useEffect, useRef } from 'react';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { SCROLLS } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { ignoreSecondEnter } from '../parts/ignore-second-enter.ts';
import { WatchEnter } from '../parts/watch-enter.tsx';
import { printReceipt } from '../pay/print-receipt.ts';
import { Receipt } from '../pay/receipt.tsx';
import { Sheet } from '../print/print-sheet.tsx';
import { asNextSale } from '../sale/as-next-sale.ts';
import { serverNow } from '../stores/clock-store.ts';
import { flightsOf } from '../stores/flights-of.ts';
import { loadHolds } from '../stores/holds-store.ts';
import { back, go, stillHere } from '../stores/navigation-store.ts';
import { ActionList } from './action-list.tsx';
import { BookingHead } from './booking-head.tsx';
import { useBooking } from './booking-store.ts';
import { openChange } from './change/begin-change.ts';
import { ChangePage } from './change/change-page.tsx';
import { useChange } from './change/change-store.ts';
import { leaveChange } from './change/leave-change.ts';
import { focusRefused } from './focus-refused.ts';
import { HistoryTimeline } from './history-timeline.tsx';
import { Itinerary } from './itinerary.tsx';
import { useBookingMessages } from './messages/booking-messages-store.ts';
import { MessagesDialog } from './messages/messages-dialog.tsx';
import { MissedDialog } from './missed/missed-dialog.tsx';
import { useMissed } from './missed/missed-store.ts';
import { MoneyPanel } from './money-panel.tsx';
import { PassengerTable } from './passenger-table.tsx';
import { type ActionId, type ActionKey, possibleActions } from './possible-actions.ts';
import { RefundPanel } from './refund-panel.tsx';

/** The flight screen on the same flights for the same party; with the booking, to go on with its hold. */
function toFlight(booking: BookingView, goOn: boolean): void {
  const adults = booking.party.filter((passenger) => passenger.type === 'ADT').length;
  const later = booking.party.filter(({ seatFrom }) => seatFrom).length;
  const infants = booking.party.filter(({ infant }) => infant).length + later;
  go({
    name: 'flight',
    ...flightsOf(booking.legs),
    adults,
    children: booking.party.length - adults - later,
    ...(infants > 0 ? { infants } : {}),
    ...(goOn ? { bookingId: booking.bookingId } : {}),
  });
}

/** A hold that ended unpaid is held again, and goes on where names and payment are taken. */
async function revive({ locator, legs }: BookingView): Promise<void> {
  const isHere = stillHere();
  const hold = await asNextSale(() => useBooking.getState().revive());
  if (!hold) return;
  const isSame = hold.legs.every(({ seats }, at) => seats.join() === legs[at]?.seats.join());
  await loadHolds();
  announce(`${locator} is held again as ${hold.locator}, ${isSame ? 'on the same seats' : 'on other seats'}`);
  if (isHere()) toFlight(hold, true);
}

/** A hold of another desk becomes one of this desk, and goes on where names and payment are taken. */
async function goOnWithTakenOver(): Promise<void> {
  const isHere = stillHere();
  const hold = await asNextSale(() => useBooking.getState().takeOver());
  if (!hold) return;
  await loadHolds();
  if (isHere()) toFlight(hold, true);
}

async function perform(id: ActionId, booking: BookingView): Promise<void> {
  const { askQuote, release, extend } = useBooking.getState();
  switch (id) {
    case 'cancel':
      return askQuote();
    case 'continue':
      return toFlight(booking, true);
    case 'again':
      return toFlight(booking, false);
    case 'release':
      if (await release()) announce(`${booking.locator} released, its seats are for sale again`);
      return;
    case 'extend':
      if (await extend()) announce(`${booking.locator} kept longer`);
      return;
    case 'takeOver':
      return goOnWithTakenOver();
    case 'revive':
      return revive(booking);
    case 'waysOn':
      return go({ name: 'reservations', changes: booking.bookingId });
    case 'missed':
      return useMissed.getState().open(booking.bookingId);
    case 'messages':
      return useBookingMessages.getState().open(booking.bookingId);
    case 'receipt':
      return printReceipt(booking.bookingId);
    default:
      return openChange(booking, id);
  }
}

/** A quote or a change that was not shown before the key goes away again: the key was the beginning of a word. */
function keepShown(): () => void {
  const { quote, dropQuote } = useBooking.getState();
  const { kind } = useChange.getState();
  return () => {
    if (!quote) dropQuote();
    if (kind === null) void leaveChange();
  };
}

function Booking({ booking }: { booking: BookingView }) {
  // The second Enter of who found it or chose it in a list is not the first action.
  useEffect(ignoreSecondEnter, []);
  const desk = useSession((state) => state.session?.desk ?? '');
  const changes = useChange(({ bookingId, kind }) => (bookingId === booking.bookingId && booking.state === 'CONFIRMED' ? kind : null));
  const scheduled = useBooking((state) => state.scheduled);
  const run = useCallback((id: ActionId) => void perform(id, booking), [booking]);
  const press = (key: ActionKey) => {
    const action = possibleActions({ booking, now: serverNow(), desk, refund: undefined, printed: false, scheduled, clock: String }).find(
      (each) => each.key === key,
    );
    return action && (() => (action.refused ? focusRefused(action.id) : run(action.id)));
  };
  useKeys(
    'booking',
    {
      A: press('A'),
      I: press('I'),
      X: press('X'),
      'Shift X': press('Shift X'),
      F: press('F'),
      J: press('J'),
      S: press('S'),
      T: press('T'),
      E: press('E'),
      P: press('P'),
      'Shift P': press('P') ? () => void printReceipt(booking.bookingId, 'pdf') : undefined,
      M: press('M'),
      N: press('N'),
      O: press('O'),
      Y: press('Y'),
      R: press('R'),
      H:
        booking.passengers.length > 0
          ? () => go({ name: 'reservations', customer: { by: 'booking', bookingId: booking.bookingId, place: 0 } })
          : undefined,
      F9: press('F9'),
      'Shift F9': press('Shift F9'),
      Esc: back,
    },
    keepShown,
  );
  return (
    <>
      <BookingHead booking={booking} />
      {changes ? (
        <ChangePage booking={booking} kind={changes} />
      ) : (
        <div className="rv-cols">
          <section className="rv-main" {...SCROLLS} aria-label={`Booking ${booking.locator}`}>
            <Itinerary booking={booking} />
            <PassengerTable booking={booking} />
            <div className="rv-split">
              <MoneyPanel booking={booking} />
              {booking.state === 'CONFIRMED' && <RefundPanel booking={booking} />}
            </div>
          </section>
          <aside className="rv-aside" {...SCROLLS} aria-label="Actions and history">
            <ActionList booking={booking} run={run} />
            <HistoryTimeline />
          </aside>
        </div>
      )}
      <MessagesDialog booking={booking} />
      <MissedDialog booking={booking} />
      {(booking.state === 'CONFIRMED' || booking.state === 'CANCELLED') && <Receipt booking={booking} scheduled={scheduled} />}
      <Sheet />
    </>
  );
}

const Title = () => (
  <div className="title">
    <h1>Reservations</h1>
  </div>
);

/** One booking, whole, and kept up to date by the journal. */
export function BookingPage({ bookingId }: { bookingId: number }) {
  const booking = useBooking((state) => (state.bookingId === bookingId ? state.booking : null));
  const refusal = useBooking((state) => state.refusal);
  const state = booking?.state;
  const back = booking ? moneyText(minor(booking.refunded), booking.currency) : '';
  useEffect(() => {
    const { open, hear } = useBooking.getState();
    void open(bookingId);
    const stopHearing = onHeard((heard) => {
      if (!('notice' in heard)) hear(heard);
    });
    const stopResync = onResync(() => void open(bookingId));
    return () => {
      stopHearing();
      stopResync();
    };
  }, [bookingId]);
  const asked = useBooking(({ quote }) => quote !== null);
  const changing = useChange(({ kind }) => kind !== null);
  const before = useRef({ state, asked });
  useEffect(() => {
    const was = before.current;
    before.current = { state, asked };
    const changed = was.state !== undefined && (was.state !== state || (was.asked && !asked));
    // The button that did it, or that kept the booking, is gone: what can be done next stands first among the actions.
    if (changed && document.activeElement === document.body) document.querySelector<HTMLElement>('.rv-act')?.focus();
  }, [state, asked]);
  useEffect(() => {
    if (state === 'CANCELLED') announce(`Cancelled, refund ${back}`);
    if (state === 'EXPIRED') announce('The hold has ended');
  }, [state, back]);
  if (booking) {
    return (
      <>
        {/* The worksheet, a change or another state has come or gone: the second Enter of that is neither the first action nor Keep it. */}
        <WatchEnter key={`${state} ${asked} ${changing}`} />
        <Booking booking={booking} />
      </>
    );
  }
  if (refusal) {
    return (
      <>
        <Title />
        <Empty icon="booking" title={refusal.message}>
          <p>{refusal.next}</p>
          <Button onPress={() => go({ name: 'reservations' })}>Find another booking</Button>
        </Empty>
      </>
    );
  }
  return (
    <>
      <Title />
      <Empty title="Reading the booking" />
    </>
  );
}

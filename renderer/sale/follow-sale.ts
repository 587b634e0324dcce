import { assertNever } from '../../shared/assert.ts';
import { bookingEffect, type EventAbout, isAbout } from '../../shared/event-effects.ts';
import type { SeatsMoved } from '../../shared/events/seats-moved.ts';
import { followBooking, stateAfter } from '../../shared/follow-booking.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Heard } from '../../shared/notices.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { toast } from '../parts/toast.tsx';
import { followDraft } from './keep-draft.ts';
import type { Sale } from './sale.ts';
import { lookAgain } from './sale-actions.ts';
import { AT_STATE } from './sale-flow.ts';
import { dispatch, useSale } from './sale-store.ts';
import { say } from './say.ts';
import { askBest } from './seat-actions.ts';
import { followOnBoard } from './seats-on-board.ts';
import { followUnheard, heardOutcome } from './unheard-sale.ts';

/** Follows what becomes of the seats and holds of this console's sales, whatever screen is shown. Returns how to stop. */
export function followSale(): () => void {
  const stops = [
    onHeard(hear),
    followDraft(),
    followUnheard(),
    followOnBoard(),
    // What was refused because nobody was there says nothing any more.
    useSession.subscribe(({ locked }, before) => {
      const code = useSale.getState().sale?.refusal?.code;
      if (before.locked && !locked && (code === 'SESSION_LOCKED' || code === 'HUB_UNREACHABLE')) dispatch({ do: 'forgetRefusal' });
    }),
    onResync(() => {
      const { sale } = useSale.getState();
      if (sale?.stage === 'details' && sale.booking) void lookAgain(sale.booking.bookingId);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function hear(heard: Heard): void {
  if ('notice' in heard) return;
  if (heard.type === 'seats.blocked') {
    const { sale } = useSale.getState();
    if (sale?.stage === 'seats' && !sale.busy)
      void seatsTaken([heard.data], (seats) => `${seats.length === 1 ? 'was' : 'were'} blocked, ${heard.data.code},`);
    return;
  }
  if (!isAbout(heard, 'booking')) return;
  const { bookingId } = heard.data;
  const { sale, parked } = useSale.getState();
  const left = parked[bookingId]?.booking;
  if (left && stateAfter(left.state, heard.type) !== 'HOLD') {
    const { [bookingId]: _gone, ...rest } = parked;
    useSale.setState({ parked: rest });
  }
  if (!sale) return;
  if (sale.booking?.bookingId === bookingId) {
    followHold(sale, sale.booking, heard);
    return;
  }
  const { seats } = bookingEffect(heard.type);
  // A payment that came late takes seats from sale too. While a hold is on its way its answer tells which seats could not be had.
  if ((seats === 'hold' || seats === 'sell') && sale.stage === 'seats' && !sale.busy)
    void seatsTaken(heard.data.legs, () => `went to desk ${heard.data.desk}`);
}

/** Follows the hold of the sale that is shown: another console of this desk may extend, release or sell it. */
function followHold(sale: Sale, booking: BookingView, heard: EventAbout<'booking'>): void {
  const after = { ...booking, ...followBooking(booking, heard) };
  if (after.state === booking.state) {
    if (bookingEffect(heard.type).deadline !== 'none' && !sale.busy) void lookAgain(booking.bookingId);
    return;
  }
  switch (after.state) {
    case 'CONFIRMED':
      soldMeanwhile(sale, after);
      return;
    case 'EXPIRED':
    case 'RELEASED':
    case 'PAYMENT_FAILED':
    case 'CANCELLED':
    case 'MERGED': {
      const { ended } = AT_STATE[after.state];
      if (sale.stage === 'confirmed') dispatch({ do: 'over', undone: heard.type === 'booking.saleUndone', booking: after });
      else dispatch({ do: 'ended', why: ended });
      const { sale: now } = useSale.getState();
      if (now?.stage === 'lost' && sale.stage !== 'lost') announce(now.ended);
      return;
    }
    // No event makes a hold of what was none.
    case 'HOLD':
      return;
    default:
      assertNever(after.state);
  }
}

/** The hold is sold, and not by an answer to this screen: it must not be offered for payment any more. Names and tenders are read. */
function soldMeanwhile(sale: Sale, booking: BookingView): void {
  dispatch({ do: 'sold', booking });
  // It was asked for here, and its answer never came.
  if (sale.outcome === 'unknown') {
    heardOutcome(booking.bookingId);
    void lookAgain(booking.bookingId, 'confirmed');
    return;
  }
  // What was cancelled is as it was again.
  if (sale.booking?.state === 'CANCELLED') return;
  // The confirmation of this screen is under way, and its answer tells.
  if (useSale.getState().sale?.stage === sale.stage) return;
  const cash = sale.tenders.some(({ kind }) => kind === 'cash');
  toast(`${booking.locator} is sold. ${cash ? 'Give back cash that was taken here and is not on the receipt.' : ''}`.trim(), 'warn');
  void lookAgain(booking.bookingId, 'confirmed');
}

/** Seats chosen here that another desk holds now: dropped, said aloud, and the next best offered. */
async function seatsTaken(legs: readonly SeatsMoved[], became: (seats: readonly string[]) => string): Promise<void> {
  const { sale } = useSale.getState();
  for (const moved of legs) {
    const leg = sale?.legs.find((each) => each.flightId === moved.flightId);
    const gone = leg ? moved.seats.filter((seat) => leg.seats.includes(seat)) : [];
    if (gone.length === 0) continue;
    dispatch({ do: 'seatsGone', flightId: moved.flightId, seats: gone });
    const because = `${gone.join(' ')} ${became(gone)} while you chose.`;
    say(because);
    const wish = sale?.advice?.wish ?? 'together';
    const answer = await askBest(moved.flightId, 'console', wish);
    const [best] = answer?.choices ?? [];
    if (!answer || !best) return;
    dispatch({ do: 'advise', advice: { flightId: moved.flightId, choices: answer.choices, wish, taken: -1, because } });
    announce(`${because} Next best ${best.seats.join(' ')}, B takes them.`);
    return;
  }
}

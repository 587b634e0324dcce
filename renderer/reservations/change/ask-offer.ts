import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { call, newRequestId } from '../../client/client.ts';
import { announce } from '../../parts/announcer.tsx';
import { resetDraft } from '../../pay/tender-draft-store.ts';
import type { RefundWish } from '../booking-store.ts';
import { seatsHaveCome } from './begin-change.ts';
import { holdsSeats } from './change-kinds.ts';
import { useChange } from './change-store.ts';
import { totalWords } from './money-words.ts';
import { isSeated, seatsPicked } from './pick-seats.ts';
import { namesProblem, wantedChange } from './wanted-change.ts';

/**
 * Enter: holds the new seats where there are some to hold, then asks what the change costs or gives back. Says what is missing. An offer that is
 * shown stays, unless it is asked for `again`.
 */
export async function goOn(booking: BookingView, again = false): Promise<void> {
  const { round } = useChange.getState();
  // A hurried hand presses Enter right after the flight or the cabin. Until its best seats are there, nobody has a seat yet.
  if (!(await seatsHaveCome()) || useChange.getState().round !== round) return;
  const { kind, hold, busy, done, unheard, offer } = useChange.getState();
  if (busy || done || unheard || kind === null || kind === 'split') return;
  if (offer && !again) {
    announce('Ctrl Enter takes the offer.');
    return;
  }
  // Whose name is missing is asked before their seats are held, because the hold runs.
  const unnamed = kind === 'add' ? namesProblem(useChange.getState()) : '';
  if (unnamed) {
    useChange.setState({ note: unnamed });
    announce(unnamed);
    return;
  }
  if (holdsSeats(kind) && !hold && !(await holdNewSeats(booking))) return;
  await askOffer(booking);
}

/** The same offer once more, with its money going back otherwise. */
export async function askOtherwise(booking: BookingView, wish: RefundWish): Promise<void> {
  const { offer, busy, done, unheard } = useChange.getState();
  if (offer && !busy && !done && !unheard) await askOffer(booking, wish);
}

/** Holds what is picked for the party of the booking. False: something is missing, or the hub refused. */
async function holdNewSeats(booking: BookingView): Promise<boolean> {
  const { legs, exitRowConfirmed, round, kind, joins } = useChange.getState();
  const party = kind === 'add' ? joins : booking.party;
  const ways = kind === 'add' ? booking.legs : [];
  if (legs.length === 0) {
    useChange.setState({ note: useChange.getState().kind === 'upgrade' ? 'Choose a cabin first.' : 'Choose a flight first.' });
    return false;
  }
  const open = legs.findIndex((leg) => !isSeated(leg));
  if (open >= 0) {
    useChange.setState({ active: open, note: 'Not everybody has a seat yet. B picks the best.' });
    return false;
  }
  useChange.setState({ busy: 'holding', refusal: null, note: '' });
  const reply = await call(
    'holds.place',
    {
      requestId: newRequestId(),
      legs: legs.map((leg, at) => ({
        ...{ flightId: leg.flightId, cabin: leg.cabin, seats: seatsPicked(leg) },
        ...(ways[at]?.back && !ways.every(({ back }) => back) ? { back: true as const } : {}),
      })),
      passengers: party.map(({ type, infant, assistance }) => ({ type, infant, assistance })),
      exitRowConfirmed,
    },
    'person',
  );
  // The change was left meanwhile: the hold waits in the tray, where it can be released.
  if (useChange.getState().round !== round) return false;
  if (!reply.ok) {
    useChange.setState({ busy: null, refusal: reply.refusal });
    return false;
  }
  useChange.setState({ busy: null, hold: reply.value });
  return true;
}

/** Asks for the offer of what is chosen, and how its money goes back. A newer one replaces it. */
async function askOffer(booking: BookingView, wish?: RefundWish): Promise<void> {
  const state = useChange.getState();
  const wanted = wantedChange(booking, state);
  if (!wanted.ok) {
    useChange.setState({ note: wanted.missing, refusal: null });
    announce(wanted.missing);
    return;
  }
  const { round } = state;
  // An offer whose money is to go back otherwise stays, and the focus in it, until the next one is there.
  useChange.setState({ busy: 'asking', refusal: null, note: '', tenders: [], ...(wish ? {} : { offer: null }) });
  const { bookingId } = booking;
  const reply = await call('bookings.changeQuote', { requestId: newRequestId(), bookingId, change: wanted.change, ...wish }, 'person');
  if (useChange.getState().round !== round) return;
  if (!reply.ok) {
    useChange.setState({ busy: null, refusal: reply.refusal });
    return;
  }
  resetDraft('card');
  useChange.setState({ busy: null, offer: reply.value });
  announce(`Offer ${reply.value.number}, ${totalWords(reply.value.total, reply.value.currency)}`);
}

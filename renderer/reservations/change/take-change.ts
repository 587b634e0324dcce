import type { Input } from '../../../shared/contract.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { readContact } from '../../../shared/read-contact.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { announce } from '../../parts/announcer.tsx';
import { toast } from '../../parts/toast.tsx';
import { changeDraft, focusTender } from '../../pay/tender-draft-store.ts';
import { changeOf } from '../../pay/tenders.ts';
import { notKnownWords } from '../../sale/not-known-words.ts';
import { asksTerminal } from '../../sale/sale.ts';
import { useBooking } from '../booking-store.ts';
import { useChange } from './change-store.ts';
import { totalWords } from './money-words.ts';

/** Refusals that do not tell whether it was done: the first try may have reached the hub, and its answer was lost. */
const UNHEARD: ReadonlySet<RefusalCode> = new Set(['HUB_UNREACHABLE', 'SESSION_LOCKED', 'NOT_SIGNED_IN']);

/** Takes the offer that is shown, once. `slipsCompared`: the agent has said that a slip which has paid already is another one. */
export async function takeOffer(tenders: readonly Tender[], slipsCompared = false): Promise<void> {
  const { offer, busy, unheard, done } = useChange.getState();
  if (!offer || busy || unheard || done) return;
  const { bookingId, offerId } = offer;
  await ask({ requestId: newRequestId(), bookingId, offerId, tenders: [...tenders], ...(slipsCompared ? { slipsCompared } : {}) }, offer);
}

/** The answer was lost: asks the hub again under the same number, which does it once at most. */
export async function askAgain(): Promise<void> {
  const { offer, busy, unheard } = useChange.getState();
  if (offer && unheard && !busy) await ask(unheard, offer);
}

async function ask(input: Input<'bookings.change'>, offer: ChangeOffer): Promise<void> {
  const { round } = useChange.getState();
  useChange.setState({ busy: 'taking', refusal: null, note: '', unheard: null });
  const before = useBooking.getState().booking?.tenders ?? [];
  const reply = await call('bookings.change', input, 'person');
  if (useChange.getState().round !== round) {
    // The agent serves somebody else meanwhile.
    toast(reply.ok ? `${offer.locator} was changed.` : `${offer.locator}: ${reply.refusal.message}`, reply.ok ? 'ok' : 'bad');
    return;
  }
  if (reply.ok) {
    const given = input.tenders.reduce((sum, tender) => sum + changeOf(tender), 0);
    const words = `${offer.locator} is changed, ${offer.total > 0 ? `${totalWords(offer.total, offer.currency).replace('to pay', 'paid')}` : totalWords(offer.total, offer.currency)}`;
    useChange.setState({
      busy: null,
      done: { words, change: given, back: toWhere(offer, before, reply.value.tenders), currency: offer.currency },
    });
    announce(words);
    useBooking.getState().take(reply.value);
    return;
  }
  if (UNHEARD.has(reply.refusal.code)) {
    useChange.setState({ busy: null, unheard: input });
    announce(notKnownWords('change'));
    return;
  }
  // A card that was asked has paid nothing. What was taken in hand stays in the list.
  useChange.setState(({ tenders }) => ({ busy: null, refusal: reply.refusal, tenders: tenders.filter((tender) => !asksTerminal(tender)) }));
  if (reply.refusal.code !== 'CHANGE_UNPAID' && reply.refusal.code !== 'TERMINAL_RESTS') return;
  changeDraft({ kind: 'card', amount: '', code: '' });
  focusTender();
}

/** Where money went, with the number of the voucher that was issued for it: the customer takes it along. */
function toWhere(offer: ChangeOffer, before: BookingView['tenders'], after: BookingView['tenders']): ChangeOffer['to'] {
  const issued = after.find(
    ({ refundVoucher }, at) => refundVoucher !== null && refundVoucher !== before[at]?.refundVoucher,
  )?.refundVoucher;
  return offer.to.map((share) => (share.kind === 'voucher' && share.reference === '' ? { ...share, reference: issued ?? '' } : share));
}

/** Shift F9: stops asking the terminal for the card. The answer of the change says what became of it. */
export async function giveUpTerminal(): Promise<void> {
  const { bookingId, busy } = useChange.getState();
  if (busy !== 'taking' || bookingId === null) return;
  const reply = await call('payments.giveUp', { bookingId }, 'person');
  if (!reply.ok) useChange.setState({ note: `${reply.refusal.message} ${reply.refusal.next}` });
}

/** What is missing before the chosen passengers can have a booking of their own; empty when nothing is. */
export function splitProblem({ party }: BookingView, passengers: readonly number[], contact: string, askedBy: string): string {
  if (passengers.length === 0) return 'Choose who moves to the new booking.';
  if (passengers.length === party.length) return 'Somebody must stay on the booking.';
  if (!readContact(contact)) return 'Type a phone number or an e-mail address for the new booking.';
  return askedBy.trim() === '' ? 'Type who requests the new booking.' : '';
}

/** Gives the chosen passengers a booking of their own. */
export async function splitParty(booking: BookingView): Promise<void> {
  const { busy, passengers, contact, askedBy, done, round } = useChange.getState();
  if (busy || done) return;
  const problem = splitProblem(booking, passengers, contact, askedBy);
  const read = readContact(contact);
  if (problem || !read) {
    announce(problem);
    return;
  }
  useChange.setState({ busy: 'splitting', refusal: null, note: '' });
  const { bookingId, version } = booking;
  const reply = await call(
    'bookings.split',
    { requestId: newRequestId(), bookingId, version, passengers: [...passengers], contact: { ...read, askedBy: askedBy.trim() } },
    'person',
  );
  if (useChange.getState().round !== round) {
    if (reply.ok) toast(`${booking.locator} was split: ${reply.value.locator}.`);
    return;
  }
  if (!reply.ok) {
    useChange.setState({ busy: null, refusal: reply.refusal });
    return;
  }
  const made = { bookingId: reply.value.bookingId, locator: reply.value.locator };
  const words = `${booking.locator} is split, the new locator is ${made.locator}`;
  useChange.setState({ busy: null, done: { words, change: 0, back: [], currency: booking.currency, made } });
  announce(`Split, new locator ${[...made.locator].join(' ')}`);
  void useBooking.getState().open(bookingId);
}

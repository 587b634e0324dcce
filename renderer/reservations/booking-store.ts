import { create } from 'zustand';
import type { Input, Output } from '../../shared/contract.ts';
import { bookingEffect, isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { applyToBooking } from './apply-to-booking.ts';
import type { ActionId } from './possible-actions.ts';

/** How money is to go back: to a new voucher, or all of it because a supervisor waives the rule. */
export type RefundWish = Pick<Input<'bookings.cancelQuote'>, 'toVoucher' | 'waiver'>;
export type CancelOffer = Output<'bookings.cancelQuote'>;
export type HistoryEntry = Output<'bookings.get'>['history'][number];

interface BookingState {
  readonly bookingId: number | null;
  readonly booking: BookingView | null;
  readonly history: readonly HistoryEntry[];
  /** When its last flight leaves, and minor units that are still to go back: of the last answer of the hub. */
  readonly flownAt: number | undefined;
  readonly refundDue: number | undefined;
  /** Its legs as they are scheduled now: of the last answer of the hub. */
  readonly scheduled: readonly LegNow[] | undefined;
  /** Why the booking could not be shown. */
  readonly refusal: Refusal | null;
  /** The refund quote that is shown. Only this one can be confirmed here. */
  readonly quote: CancelOffer | null;
  /** The quote by which the booking was cancelled here, as long as it is looked at. */
  readonly confirmed: CancelOffer | null;
  /** Number of the newest quote of this booking that was heard of, whoever asked for it. */
  readonly newestQuote: number;
  /** What is being done now, so that it is not done twice. */
  readonly doing: ActionId | 'confirm' | null;
  /** How the store refused an action, beside that action until the next try. */
  readonly refused: Partial<Record<ActionId, Refusal>>;
  open(bookingId: number): Promise<void>;
  hear(event: JournalEvent): void;
  forget(): void;
  /** Leaves out what is not wished. */
  askQuote(wish?: RefundWish): Promise<void>;
  dropQuote(): void;
  confirmQuote(): Promise<boolean>;
  release(): Promise<boolean>;
  extend(): Promise<boolean>;
  /** Makes a hold that is paid later one of this desk. */
  takeOver(): Promise<BookingView | undefined>;
  /** Holds again what ended unpaid. The new hold; undefined when it was refused. */
  revive(): Promise<BookingView | undefined>;
  /** Shows the booking as a command has left it. */
  take(booking: BookingView): void;
}

const BLANK = {
  booking: null,
  history: [],
  flownAt: undefined,
  refundDue: undefined,
  scheduled: undefined,
  refusal: null,
  quote: null,
  confirmed: null,
  newestQuote: 0,
  doing: null,
  refused: {},
};

/** The note of a quote begins `quote 2, ...`. */
const quoteNumber = (note: string): number => Number(/^quote (\d+)/.exec(note)?.[1] ?? 0);

export const useBooking = create<BookingState>()((set, get) => {
  /** The newest event about the booking that was heard. A snapshot that is older than this event is asked for again, and never shown. */
  let heardUpTo = 0;
  /** Counts the quotes asked for and dropped, so that a quote which was dropped on its way is not shown. */
  let quotesAsked = 0;
  async function refresh(bookingId: number, triesLeft = 3): Promise<void> {
    const reply = await call('bookings.get', { bookingId });
    if (get().bookingId !== bookingId) return;
    if (!reply.ok) return set({ refusal: reply.refusal });
    if (reply.value.version < heardUpTo) {
      if (triesLeft > 0) return refresh(bookingId, triesLeft - 1);
      // The booking that is shown follows the events, so it is newer than this answer.
      if (get().booking) return;
    }
    const { booking, history, flownAt, refundDue, scheduled } = reply.value;
    set({ booking, history, flownAt, refundDue, scheduled, refusal: null });
  }

  /** Runs one action at a time; its refusal stays beside it. Undefined: it was refused, or another one runs. */
  async function run<Value>(
    action: ActionId,
    doing: ActionId | 'confirm',
    ask: (bookingId: number) => Promise<{ ok: true; value: Value } | { ok: false; refusal: Refusal }>,
  ): Promise<Value | undefined> {
    const { bookingId } = get();
    if (bookingId === null || get().doing) return undefined;
    const { [action]: _, ...others } = get().refused;
    set({ doing, refused: others });
    const reply = await ask(bookingId);
    if (get().bookingId !== bookingId) return undefined;
    if (reply.ok) {
      set({ doing: null });
      return reply.value;
    }
    set({ doing: null, refused: { ...get().refused, [action]: reply.refusal } });
    return undefined;
  }

  /** Takes the view that a command answered with, and reads the history that it wrote. */
  function take(booking: BookingView | undefined): boolean {
    if (!booking) return false;
    if (get().bookingId === booking.bookingId) set({ booking });
    void refresh(booking.bookingId);
    return true;
  }

  return {
    bookingId: null,
    ...BLANK,
    async open(bookingId) {
      heardUpTo = 0;
      set(get().bookingId === bookingId ? { refusal: null } : { bookingId, ...BLANK });
      await refresh(bookingId);
    },
    hear(event) {
      const { booking, bookingId } = get();
      // A hold hears of its flights from nobody else.
      if (event.type === 'schedule.applied' && bookingId !== null) void refresh(bookingId);
      if (!isAbout(event, 'booking') || event.data.bookingId !== bookingId) return;
      heardUpTo = Math.max(heardUpTo, event.event);
      if (booking) set({ booking: applyToBooking(booking, event) });
      const { state, amount } = bookingEffect(event.type);
      if (state?.to === 'CANCELLED') set({ quote: null });
      if (amount === 'offered') set({ newestQuote: quoteNumber(event.data.note) });
      void refresh(bookingId);
    },
    forget: () => set({ bookingId: null, ...BLANK }),
    async askQuote(wish = {}) {
      quotesAsked += 1;
      const mine = quotesAsked;
      const quote = await run('cancel', 'cancel', (bookingId) =>
        call('bookings.cancelQuote', { requestId: newRequestId(), bookingId, ...wish }, 'person'),
      );
      if (quote && mine === quotesAsked) set({ quote });
    },
    dropQuote() {
      quotesAsked += 1;
      const { cancel: _, ...refused } = get().refused;
      set({ quote: null, refused });
    },
    async confirmQuote() {
      const { quote } = get();
      if (!quote) return false;
      const booking = await run('cancel', 'confirm', (bookingId) =>
        call('bookings.cancel', { requestId: newRequestId(), bookingId, offerId: quote.offerId }, 'person'),
      );
      if (booking) set({ quote: null, confirmed: quote });
      return take(booking);
    },
    take: (booking) => void take(booking),
    release: async () =>
      take(await run('release', 'release', (bookingId) => call('holds.release', { requestId: newRequestId(), bookingId }, 'person'))),
    revive: () => run('revive', 'revive', (bookingId) => call('holds.revive', { requestId: newRequestId(), bookingId }, 'person')),
    async takeOver() {
      const hold = await run('takeOver', 'takeOver', (bookingId) =>
        call('holds.takeOver', { requestId: newRequestId(), bookingId }, 'person'),
      );
      take(hold);
      return hold;
    },
    extend: async () =>
      take(await run('extend', 'extend', (bookingId) => call('holds.extend', { requestId: newRequestId(), bookingId }, 'person'))),
  };
});

// Passenger data of one person's work is not for the next one at this counter.
onSessionOver(() => useBooking.getState().forget());

import { useEffect } from 'react';
import { UNDO_MS } from '../../shared/bounds.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { BookingEventType } from '../../shared/events.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { TenderKind } from '../../shared/tender-kinds.ts';
import { call, newRequestId, onHeard } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { toast } from '../parts/toast.tsx';
import { offerHubUndo, withdrawUndo } from '../parts/undo.tsx';

/** What the hub takes back whole for a minute: as it is offered, and as it is told when it is undone. */
const STEPS: Partial<Record<BookingEventType, { readonly done: string; readonly undone: string }>> = {
  'booking.confirmed': { done: 'sold', undone: 'sale' },
  'booking.cancelled': { done: 'cancelled', undone: 'cancellation' },
  'booking.changed': { done: 'changed', undone: 'change' },
};

const ABOUT = 'booking';

/** What the agent has to do with the money after an undo: `Give back 40.00 USD in cash`. All but cash follows by itself, or by a supervisor. */
export function moneyAfterUndo(before: Pick<BookingView, 'tenders' | 'currency'>, after: Pick<BookingView, 'tenders'>): string {
  const { currency } = before;
  const gone = (kind: TenderKind): number =>
    after.tenders.reduce((sum, tender, at) => sum + (tender.kind === kind ? tender.refunded - (before.tenders[at]?.refunded ?? 0) : 0), 0);
  const words = (amount: number): string => `${moneyText(minor(Math.abs(amount)), currency)} ${currency}`;
  const [cash, card, voucher, wallet, account] = [gone('cash'), gone('card'), gone('voucher'), gone('wallet'), gone('account')];
  return [
    cash > 0 ? `Give ${words(cash)} back in cash.` : cash < 0 ? `Take ${words(cash)} back in cash.` : '',
    card > 0 ? `${words(card)} goes back to the card.` : card < 0 ? `The card keeps paying ${words(card)}.` : '',
    voucher > 0 ? `${words(voucher)} is on the voucher again.` : voucher < 0 ? `The voucher pays ${words(voucher)} again.` : '',
    wallet > 0 ? `A supervisor sends ${words(wallet)} back to the wallet.` : wallet < 0 ? `The wallet keeps paying ${words(wallet)}.` : '',
    account > 0 ? `The account owes ${words(account)} less.` : account < 0 ? `The account owes ${words(account)} again.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Why a step is not undone. A seat that somebody else has is not answered with the next best one: the booking would have its own seats again, or none. */
const whyItStands = (what: string, locator: string, { code, message, next }: Refusal): string =>
  code === 'UNDO_REFUSED'
    ? `${message} ${next}`
    : [`The ${what} of ${locator} is not undone.`, message, ...(code === 'SEAT_SOLD' ? [] : [next])].join(' ');

/** Takes the last step of a booking back and says what came of it. */
async function takeBack(bookingId: number, what: string): Promise<void> {
  const known = await call('bookings.get', { bookingId });
  if (!known.ok) return toast(`${known.refusal.message} ${known.refusal.next}`, 'bad');
  const { booking } = known.value;
  const reply = await call('bookings.undo', { requestId: newRequestId(), bookingId, version: booking.version }, 'person');
  if (!reply.ok) return toast(whyItStands(what, booking.locator, reply.refusal), 'bad');
  const said = [`The ${what} of ${booking.locator} is undone.`, moneyAfterUndo(booking, reply.value), 'Its receipt is void.']
    .filter(Boolean)
    .join(' ');
  announce(said);
  toast(said);
}

/** Offers to take back what this agent did last at this desk: a sale, a cancellation, a change. What somebody else does ends the offer. */
export function useStepsUndone(): void {
  const desk = useSession(({ session }) => session?.desk);
  const user = useSession(({ session }) => session?.user);
  useEffect(
    () =>
      onHeard((heard) => {
        if ('notice' in heard) return;
        // Somebody else has that seat by now, or is to have it, so the hub takes nothing of it back.
        if (heard.type === 'volunteer.took' || heard.type === 'boarding.denied') return withdrawUndo(`${ABOUT} ${heard.data.booking}`);
        if (!isAbout(heard, 'booking')) return;
        const { bookingId, locator } = heard.data;
        const about = `${ABOUT} ${bookingId}`;
        const step = STEPS[heard.type];
        if (step === undefined) {
          if (heard.type.endsWith('Undone')) withdrawUndo(about);
          return;
        }
        if (heard.desk !== desk || heard.user !== user) return withdrawUndo(about);
        offerHubUndo(about, `${locator} ${step.done}`, heard.at + UNDO_MS, () => void takeBack(bookingId, step.undone));
      }),
    [desk, user],
  );
}

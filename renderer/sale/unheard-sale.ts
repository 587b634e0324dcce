import type { Output } from '../../shared/contract.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { call, newRequestId } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { useConnection } from '../stores/connection-store.ts';
import { go } from '../stores/navigation-store.ts';
import { sayHoldGoesOn } from './holds-under-way.ts';
import { unheardSaleOf } from './sale-flow.ts';
import { dispatch, type FlightScreenAt, park, useSale } from './sale-store.ts';

let asking = false;

/** Tells the hub that this console has shown how the sale ended. */
export const heardOutcome = (bookingId: number): void => void call('bookings.heard', { requestId: newRequestId(), bookingId });

/**
 * Asks the hub for sales of this desk whose outcome no console has heard, and shows the oldest before anything else: made, not made with what was
 * typed, or not known yet because its card is being asked.
 */
export async function showUnheard(): Promise<void> {
  if (asking || useSale.getState().sale?.busy === 'confirming') return;
  asking = true;
  const reply = await call('bookings.unheard', {});
  asking = false;
  if (!reply.ok || useSale.getState().sale?.busy === 'confirming') return;
  const { sale } = useSale.getState();
  const open = sale?.outcome === 'unknown' ? sale.booking?.bookingId : undefined;
  const first = reply.value.sales.find(({ booking }) => booking.bookingId === open) ?? reply.value.sales[0];
  if (open !== undefined && first?.booking.bookingId !== open) await lookUp(open);
  else if (first) present(first);
}

/** The sale on the screen never reached the hub, or another console has heard its outcome: the booking itself tells. */
async function lookUp(bookingId: number): Promise<void> {
  const reply = await call('bookings.get', { bookingId });
  const { sale } = useSale.getState();
  if (reply.ok && sale?.booking?.bookingId === bookingId && sale.outcome === 'unknown') resolve(reply.value.booking);
}

function present({ booking, outcome }: Output<'bookings.unheard'>['sales'][number]): void {
  const { sale } = useSale.getState();
  if (sale?.booking?.bookingId !== booking.bookingId) {
    park();
    sayHoldGoesOn();
    const screen: FlightScreenAt = {
      name: 'flight',
      flightIds: booking.legs.map(({ flightId }) => flightId),
      bookingId: booking.bookingId,
    };
    useSale.setState(({ round }) => ({ sale: unheardSaleOf(booking), round: round + 1, opened: screen, problem: null, notice: '' }));
    go(screen);
  } else if (sale.outcome !== 'unknown' && sale.stage === 'details') dispatch({ do: 'unknown' });
  if (outcome !== 'under-way') resolve(booking);
}

/** Shows what became of the sale, and tells the hub that it was heard. */
export function resolve(booking: BookingView): void {
  if (useSale.getState().sale?.outcome === 'unknown') dispatch({ do: 'booking', booking });
  const outcome = useSale.getState().sale?.outcome;
  if (outcome === 'unknown') return;
  announce(`The sale ${booking.locator} was ${outcome === 'made' ? '' : 'not '}made.`);
  heardOutcome(booking.bookingId);
}

/** Asks whenever somebody takes this console up: after signing in, after unlocking, and when the hub is back. Returns how to stop. */
export function followUnheard(): () => void {
  const isOpen = (): boolean => {
    const { session, locked } = useSession.getState();
    return session !== null && !locked;
  };
  const stops = [
    useSession.subscribe((now, before) => {
      const was = before.session !== null && !before.locked && before.session.desk === now.session?.desk;
      if (isOpen() && !was) void showUnheard();
    }),
    useConnection.subscribe(({ status }, { status: before }) => {
      if (status === 'live' && before === 'stale' && isOpen()) void showUnheard();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

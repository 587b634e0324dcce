import { call, onHeard } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { useSale } from '../sale/sale-store.ts';
import { useQuotes } from '../seats/quote-store.ts';
import { useSeats } from '../seats/seat-store.ts';
import { useNavigation } from '../stores/navigation-store.ts';
import { passengerView } from './passenger-view.ts';

/** A name that is typed quickly is sent a few times a second. */
const SENT_EVERY_MS = 100;
const NOTHING = 'null';

/** The sale on the screen; another screen shows none. */
const saleShown = () => (useNavigation.getState().screen.name === 'flight' ? useSale.getState().sale : null);

/** Lets the passenger's screen of this desk follow the sale. Returns how to stop. */
export function showToPassenger(): () => void {
  let sent = NOTHING;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { session, locked } = useSession.getState();
    if (!session || locked) return;
    const sale = saleShown();
    const view = sale && passengerView(sale, { flights: useSeats.getState().flights, quotes: useQuotes.getState().quotes });
    const text = JSON.stringify(view);
    if (text === sent) return;
    sent = text;
    void call('passenger.show', { sale: view });
  };
  const changed = (): void => {
    // What is over is gone at once.
    if (sent !== NOTHING && !saleShown()) send();
    else timer ??= setTimeout(send, SENT_EVERY_MS);
  };
  const stops = [
    useSale.subscribe(changed),
    useSeats.subscribe(changed),
    useQuotes.subscribe(changed),
    useNavigation.subscribe(changed),
    useSession.subscribe(({ session, locked }, before) => {
      // The hub has taken it off the screen by itself.
      if (locked || session !== before.session) sent = NOTHING;
      changed();
    }),
    onHeard((heard) => {
      if (!('notice' in heard) || heard.type !== 'hello') return;
      sent = NOTHING;
      changed();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

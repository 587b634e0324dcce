import { bookingEffect, isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { onEvents, onResync } from '../client/client.ts';
import { askFlights, useFlights } from './flights-store.ts';

/** How long the figures of the list may be old while seats move. */
const WAIT_MS = 3_000;

/** Whether the event may change what the list says of its flights. */
function concernsList(event: JournalEvent): boolean {
  const listed = useFlights.getState().list?.flights ?? [];
  if (isAbout(event, 'pricing') || isAbout(event, 'schedule')) return true;
  if (isAbout(event, 'cabin')) return listed.some(({ flightId }) => flightId === event.data.flightId);
  if (!isAbout(event, 'booking') || bookingEffect(event.type).seats === 'keep') return false;
  return event.data.legs.some((leg) => listed.some(({ flightId }) => flightId === leg.flightId));
}

/** Keeps the figures of the list up with seats, at most once in three seconds; no row changes its place. Until the returned function is called. */
export function followList(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void askFlights(true);
    }, WAIT_MS);
  };
  const stopEvents = onEvents((events) => {
    if (events.some(concernsList)) renew();
  });
  const stopResync = onResync(() => void askFlights());
  return () => {
    stopEvents();
    stopResync();
    clearTimeout(timer);
  };
}

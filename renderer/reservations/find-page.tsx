import './find.css';
import { useEffect } from 'react';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { readAsked } from '../format/read-asked.ts';
import { useKeys } from '../keys/use-keys.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import type { Screen } from '../stores/navigation-store.ts';
import { today } from '../stores/today.ts';
import { FindAnswer } from './find-answer.tsx';
import { FindForm } from './find-form.tsx';
import { lookAndOpen } from './look-and-open.ts';
import { ReservationTabs } from './reservation-tabs.tsx';
import { useReservations } from './reservations-store.ts';

type FindScreen = Extract<Screen, { name: 'reservations' }>;

/** The places in the console whose text has been looked for. To come back to one shows the list and opens nothing. */
const lookedFor = new WeakSet<FindScreen>();

/** One line to find by, and what was found. */
export function FindPage({ screen }: { screen: FindScreen }) {
  const { refusal } = useReservations();
  const zone = useSession((state) => state.state?.home.zone ?? 'UTC');
  useKeys('reservations', {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the zone only reads the date of a text that is looked for once
  useEffect(() => {
    const state = useReservations.getState();
    if (screen.find !== undefined && !lookedFor.has(screen)) {
      lookedFor.add(screen);
      state.type(screen.find);
      const asked = readAsked(screen.find, today(zone));
      if (asked) void lookAndOpen({ text: screen.find, ...asked });
    } else if (state.asked && !state.refusal) {
      void state.look(state.asked);
    }
  }, [screen]);
  useEffect(() => {
    const stopHearing = onHeard((heard) => {
      if (!('notice' in heard)) useReservations.getState().hear(heard);
    });
    const stopResync = onResync(() => {
      const state = useReservations.getState();
      if (state.asked) void state.look(state.asked);
    });
    return () => {
      stopHearing();
      stopResync();
    };
  }, []);
  return (
    <>
      <ReservationTabs on="find" />
      <FindForm />
      {refusal && <RefusalLine refusal={refusal} />}
      <FindAnswer />
    </>
  );
}

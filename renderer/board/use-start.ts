import { useEffect } from 'react';
import { useSession } from '../client/session-store.ts';
import { ONE_ADULT } from '../format/read-party.ts';
import type { Screen } from '../stores/navigation-store.ts';
import { today } from '../stores/today.ts';
import { renewIfStale, search } from './board-search.ts';
import { useBoard, type Wishes, wish } from './board-store.ts';
import { followFlights } from './follow-flights.ts';

/**
 * What the board does when its screen opens. It follows the route and date of a command, once. Or it begins with the departures of this desk's
 * airport. Or it shows what it showed before, and asks again when that is old. `onFound` is called when a command brought a list.
 */
export function useStart(screen: Extract<Screen, { name: 'board' }>, onFound: () => void): void {
  const home = useSession(({ state }) => state?.home ?? null);
  const user = useSession(({ session }) => session?.user);

  useEffect(followFlights, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person begins afresh; onFound only tells
  useEffect(() => {
    if (!home) return;
    const { wishes, followed } = useBoard.getState();
    const asks = screen.from !== undefined || screen.to !== undefined || screen.date !== undefined;
    if (asks && followed !== screen) {
      const place: Partial<Wishes> =
        screen.from !== undefined || screen.to !== undefined ? { from: screen.from ?? '', to: screen.to ?? '' } : {};
      wish({ ...place, ...(screen.party ?? ONE_ADULT), date: screen.date ?? (wishes.date || today(home.zone)), back: screen.back ?? '' });
      useBoard.setState({ followed: screen });
      void search().then((found) => {
        if (found) onFound();
      });
    } else if (wishes.date === '') {
      wish({ from: home.airport, date: today(home.zone) });
      void search();
    } else {
      void renewIfStale();
    }
  }, [screen, home, user]);
}

import { type RefObject, useEffect } from 'react';
import { type ScreenName, useNavigation } from '../stores/navigation-store.ts';

const TITLES: Record<ScreenName, string> = { board: 'Board', flight: 'Flight', reservations: 'Reservations', admin: 'Admin' };

/** After a move the focus stands on the new screen's heading, unless the screen put it somewhere itself. */
export function useScreenFocus(main: RefObject<HTMLElement | null>): void {
  const name = useNavigation(({ screen }) => screen.name);
  const moves = useNavigation((state) => state.moves);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move counts, also one to the same screen
  useEffect(() => {
    document.title = `${TITLES[name]} · Aisle`;
    const frame = requestAnimationFrame(() => {
      const here = document.activeElement;
      if (!main.current || (here instanceof HTMLElement && main.current.contains(here))) return;
      if (here?.closest('[role="dialog"], [role="alertdialog"]')) return;
      const heading = main.current.querySelector('h1') ?? main.current;
      heading.setAttribute('tabindex', '-1');
      (heading as HTMLElement).focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [name, moves, main]);
}

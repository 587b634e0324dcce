import { type RefObject, useEffect } from 'react';
import { dialogIsOpen } from '../keys/key-place.ts';
import { type ScreenName, useNavigation } from '../stores/navigation-store.ts';
import { focusHeading, focusScreen } from './focus-screen.ts';

const TITLES: Record<ScreenName, string> = {
  board: 'Board',
  flight: 'Flight',
  reservations: 'Reservations',
  waitlist: 'Waitlist',
  pricing: 'Pricing',
  admin: 'Admin',
  shift: 'Shift',
  health: 'Health',
};

export function showTitle(): void {
  document.title = `${TITLES[useNavigation.getState().screen.name]} · Aisle`;
}

/**
 * After a move the focus goes where keys act on the new screen, unless the screen put it somewhere itself. While that is not drawn yet the
 * focus waits on the heading.
 */
export function useScreenFocus(main: RefObject<HTMLElement | null>): void {
  const moves = useNavigation((state) => state.moves);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move counts, also one to the same screen
  useEffect(() => {
    showTitle();
    const before = document.activeElement;
    const drawn = new MutationObserver(() => {
      const here = document.activeElement;
      const waits = here === document.body || here?.tagName === 'H1' || here === main.current;
      if (!waits) drawn.disconnect();
      else if (main.current?.querySelector('[data-letters]') && !dialogIsOpen()) {
        focusScreen();
        if (document.activeElement !== here) drawn.disconnect();
      }
    });
    const frame = requestAnimationFrame(() => {
      const here = document.activeElement;
      // The screen or the agent has moved the focus meanwhile, so it stays there.
      if (here !== before && here !== document.body) return;
      if (!main.current || main.current.contains(here) || dialogIsOpen()) return;
      if (main.current.querySelector('[data-letters]')) focusScreen();
      else {
        focusHeading(main.current);
        drawn.observe(main.current, { subtree: true, childList: true });
      }
    });
    return () => {
      cancelAnimationFrame(frame);
      drawn.disconnect();
    };
  }, [moves, main]);
}

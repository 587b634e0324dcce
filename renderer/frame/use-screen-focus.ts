import { type RefObject, useEffect } from 'react';
import { type ScreenName, useNavigation } from '../stores/navigation-store.ts';

const TITLES: Record<ScreenName, string> = { board: 'Board', flight: 'Flight', reservations: 'Reservations', admin: 'Admin' };

export function showTitle(): void {
  document.title = `${TITLES[useNavigation.getState().screen.name]} · Aisle`;
}

/** Puts the focus on the screen's heading, where a screen reader begins to read. */
export function focusHeading(main: HTMLElement): void {
  const heading = main.querySelector('h1') ?? main;
  heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
}

/** After a move the focus stands on the new screen's heading, unless the screen put it somewhere itself. */
export function useScreenFocus(main: RefObject<HTMLElement | null>): void {
  const moves = useNavigation((state) => state.moves);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move counts, also one to the same screen
  useEffect(() => {
    showTitle();
    const before = document.activeElement;
    const frame = requestAnimationFrame(() => {
      const here = document.activeElement;
      // The screen or the agent has moved the focus meanwhile, so it stays there.
      if (here !== before && here !== document.body) return;
      if (!main.current || main.current.contains(here) || here?.closest('[role="dialog"], [role="alertdialog"]')) return;
      focusHeading(main.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [moves, main]);
}

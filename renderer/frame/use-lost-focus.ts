import { useEffect } from 'react';
import { dialogIsOpen } from '../keys/key-place.ts';
import { firstStop, focusScreen } from './focus-screen.ts';

/** The element and everything around it, nearest first: what is left of it when the element itself is gone. */
function around(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) found.push(at);
  return found;
}

const isGone = (element: Element): boolean => !element.isConnected || element.matches(':disabled') || element.closest('[hidden]') !== null;

/** Puts the focus on the nearest thing to where it was: within the same row, list or panel; else where keys act on this screen. */
function focusNear(places: readonly Element[]): void {
  for (const place of places) {
    if (place.matches('main, body, .frame')) break;
    const stop = isGone(place) ? undefined : firstStop(place);
    if (!stop) continue;
    stop.focus({ preventScroll: true });
    if (document.activeElement === stop) return;
  }
  focusScreen();
}

/**
 * The focus is never left to the page. When the element that has it is removed or disabled (the button that did the step is gone), the focus
 * goes to what is next to it. A press on an empty place does not count: the element that had the focus is still there, and the agent reads.
 */
export function useLostFocus(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    // What has the focus already when this begins: an unlocked console gave it back a moment before.
    const { activeElement } = document;
    let places = activeElement && activeElement !== document.body ? around(activeElement) : [];
    let frame = 0;
    const look = (): void => {
      const [last] = places;
      if (document.activeElement !== document.body || dialogIsOpen() || !last || !isGone(last)) return;
      focusNear(places);
    };
    const noteFocus = (event: FocusEvent): void => {
      if (event.target instanceof Element) places = around(event.target);
    };
    // A screen may put the focus somewhere itself when it has changed, so it is given a frame.
    const changes = new MutationObserver(() => {
      if (document.activeElement !== document.body) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(look);
      });
    });
    document.addEventListener('focusin', noteFocus);
    changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      document.removeEventListener('focusin', noteFocus);
    };
  }, [active]);
}

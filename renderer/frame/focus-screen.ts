const FOCUSABLE =
  'button:not([disabled]), a[href], input:not([disabled]):not([type=hidden]), select, textarea, [tabindex]:not([tabindex="-1"])';

const isStop = (element: HTMLElement): boolean => element.tabIndex >= 0 && element.closest('[hidden], [inert]') === null;

const takesFocus = (root: Element): root is HTMLElement => root instanceof HTMLElement && root.matches(FOCUSABLE) && isStop(root);

const firstWithin = (root: Element): HTMLElement | undefined => [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isStop);

/** In a row of tabs the one that is shown: its Enter opens nothing else. */
const shownTab = (root: Element): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>('[aria-current="page"]')].find((tab) => takesFocus(tab));

/** The first element within `root` that the Tab key would reach; `root` itself if it takes the focus. */
export const firstStop = (root: Element): HTMLElement | undefined => (takesFocus(root) ? root : firstWithin(root));

/**
 * Where an F-key goes on the screen itself. A tab's panel takes the focus only while nothing in it does, and still says so for a moment after
 * its first row has come: what is in it comes first.
 */
export const firstStopIn = (root: Element): HTMLElement | undefined => firstWithin(root) ?? firstStop(root);

/** Puts the focus on the heading of the screen, where a screen reader begins to read. */
export function focusHeading(main: HTMLElement): void {
  const heading = main.querySelector('h1') ?? main;
  heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
}

/**
 * Puts the focus where letters are keys on this screen: its action row if it has one, else its grid or list, else its heading. So the focus is
 * never left to the page, where no key does anything.
 */
export function focusScreen(): void {
  const main = document.querySelector('main');
  if (!main) return;
  const places = [...main.querySelectorAll('[data-letters="actions"], [data-letters]')];
  const actions = places.find((place) => place.matches('[data-letters="actions"]'));
  for (const place of actions ? [actions, ...places] : places) {
    // A group that takes the focus itself wants it on none of its buttons.
    const stop = place instanceof HTMLElement && place.matches('[tabindex]') ? place : (shownTab(place) ?? firstStop(place));
    if (!stop) continue;
    stop.focus();
    return;
  }
  focusHeading(main);
}

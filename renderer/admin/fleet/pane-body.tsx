import type { ReactNode } from 'react';

/** What stands under the cabin, side by side where there is room. It scrolls, because a list may be longer than the screen. */
export function PaneBody({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="mp-body" aria-label="About the map" tabIndex={0}>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';
import { SCROLLS } from '../../keys/key-place.ts';

/** What stands under the cabin, side by side where there is room. It scrolls, because a list may be longer than the screen. */
export function PaneBody({ children }: { children: ReactNode }) {
  return (
    <section className="mp-body" aria-label="About the map" {...SCROLLS}>
      {children}
    </section>
  );
}

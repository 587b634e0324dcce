import { useSyncExternalStore } from 'react';

/**
 * Where a sale does not fit beside the seats: a small screen, or a usual one at 150 % zoom and more. Stylesheets write the same condition, because a
 * media query cannot be shared with a script.
 */
const NARROW = '(max-width: 1099px), (max-height: 699px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the narrow layout is drawn. It follows the window and the zoom. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);

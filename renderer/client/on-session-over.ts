import { useSession } from './session-store.ts';

/**
 * Calls `forget` when the session ends or goes to another person or desk: what one person looked up, typed or sold is not for the next
 * one at this counter. A lock forgets nothing, because the same person goes on. Each store that holds such things asks for it.
 */
export const onSessionOver = (forget: () => void): (() => void) =>
  useSession.subscribe(({ session }, { session: before }) => {
    if (session?.user !== before?.user || session?.desk !== before?.desk) forget();
  });

import { useEffect } from 'react';
import type { JournalEvent } from '../../shared/events.ts';
import { onHeard, onResync } from '../client/client.ts';

interface Followed {
  load(): Promise<void>;
  hear(event: JournalEvent): void;
}

/** Loads what a list of Admin shows, and follows the events that change it, while the list is on the screen. */
export function useFollowed(store: { getState(): Followed }): void {
  useEffect(() => {
    const { load, hear } = store.getState();
    void load();
    const stopHearing = onHeard((heard) => {
      if (!('notice' in heard)) hear(heard);
    });
    const stopResync = onResync(() => void load());
    return () => {
      stopHearing();
      stopResync();
    };
  }, [store]);
}

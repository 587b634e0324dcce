import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { type Instant, instant, SECOND_MS } from '../../shared/instants.ts';

/** How far the hub's clock is ahead of this machine's. It is the hub's, not a session's, so that a sign-out leaves it. */
const useClock = create<{ readonly ahead: number }>(() => ({ ahead: 0 }));

/** The hub's time: deadlines are the hub's, so every countdown is against its clock. */
export const serverNow = (): Instant => instant(Date.now() + useClock.getState().ahead);

/** Must be called with every answer that holds the hub's time. */
export const setServerNow = (now: number): void => useClock.setState({ ahead: now - Date.now() });

function ticker(everyMs: number) {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    timer ??= setInterval(() => {
      for (const each of [...listeners]) each();
    }, everyMs);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
  const read = (): number => Math.floor(serverNow() / everyMs) * everyMs;
  return { subscribe, read };
}

/** One ticker for each interval. A ticker without subscribers has no timer. */
const tickers = new Map<number, ReturnType<typeof ticker>>();

/** The hub's time, renewed every `everyMs` and rounded down to it. All with the same interval share one timer. */
export function useNow(everyMs: number = SECOND_MS): Instant {
  let shared = tickers.get(everyMs);
  if (!shared) {
    shared = ticker(everyMs);
    tickers.set(everyMs, shared);
  }
  return instant(useSyncExternalStore(shared.subscribe, shared.read));
}

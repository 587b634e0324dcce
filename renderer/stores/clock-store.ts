import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { type Instant, instant, SECOND_MS } from '../../shared/instants.ts';

/** How far the desk's clock is ahead of this machine's. It is the desk's, not a session's, so that a sign-out leaves it. */
const useClock = create<{ readonly ahead: number }>(() => ({ ahead: 0 }));

/** The desk's time: deadlines are the desk's, so every countdown is against its clock. */
export const serverNow = (): Instant => instant(Date.now() + useClock.getState().ahead);

/** Told by every answer that carries the desk's time. */
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

/** One by its length; a ticker that nobody listens to has no timer. */
const tickers = new Map<number, ReturnType<typeof ticker>>();

/** The desk's time, renewed every `everyMs` and rounded down to it. All that tick alike share one timer. */
export function useNow(everyMs: number = SECOND_MS): Instant {
  let shared = tickers.get(everyMs);
  if (!shared) {
    shared = ticker(everyMs);
    tickers.set(everyMs, shared);
  }
  return instant(useSyncExternalStore(shared.subscribe, shared.read));
}

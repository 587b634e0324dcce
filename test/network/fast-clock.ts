import { vi } from 'vitest';

/** So many seconds of the consoles and of the network go by in one of the hub. */
const TIMES_AS_FAST = 10;
const TICK_MS = 10;
const realInterval = setInterval;

/**
 * The consoles and the network between live by a clock that is ten times as fast, so that an outage of half a minute takes three seconds. The hub is a
 * process of its own with the time of this computer. Real sockets go on between two ticks.
 */
export function startFastClock(): { readonly stop: () => void } {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const ticks = realInterval(() => vi.advanceTimersByTime(TICK_MS * TIMES_AS_FAST), TICK_MS);
  return {
    stop() {
      clearInterval(ticks);
      vi.useRealTimers();
    },
  };
}

/** Resolves when so much time has gone by for the consoles. */
export const pass = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms));

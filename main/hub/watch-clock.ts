import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import type { Clock } from './clock.ts';

/** `3 min`, `26 h`, `365 days`: how far clocks are apart, as one says it. */
export function spanText(ms: number): string {
  if (ms < 2 * HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  return ms < 72 * HOUR_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / (24 * HOUR_MS))} days`;
}

/** Tells the consoles when time moved otherwise than by passing, and that it stands ahead. Returns how to stop. */
export function watchClock(clock: Clock, tell: (notice: Notice) => void, trouble: (problem: string) => void): () => void {
  const look = (): void => {
    const now = clock.now();
    const { standing, computer } = clock.state;
    const ahead = spanText(now - computer);
    trouble(
      standing === 'ahead'
        ? `The time of this store is ${ahead} ahead of the clock of its computer. If the computer is wrong, set its clock. If it is right, a supervisor sets the time of the store right in Admin, Settings.`
        : '',
    );
  };
  look();
  return clock.onStep(() => {
    look();
    tell({ notice: true, type: 'hub.clock', now: clock.now(), clock: clock.state });
  });
}

import { useEffect } from 'react';
import { IDLE_LOCK_MS } from '../../shared/bounds.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { lock } from '../stores/session-actions.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks the console when nobody has touched it for a while. The desk does the same by its own clock. */
export function useIdleLock(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let touchedAt = Date.now();
    const touch = (): void => {
      touchedAt = Date.now();
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { capture: true, passive: true });
    const watch = setInterval(() => {
      if (Date.now() - touchedAt >= IDLE_LOCK_MS) void lock();
    }, SECOND_MS);
    return () => {
      clearInterval(watch);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [active]);
}

import { useEffect } from 'react';
import { IDLE_LOCK_MS } from '../../shared/bounds.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { call } from '../client/client.ts';
import { lock } from '../stores/session-actions.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** How often the hub is told, at most, of somebody who is here and asks it nothing: who types names, or reads. */
const PRESENCE_MS = 30 * SECOND_MS;

/** Locks the console when nobody has touched it for a while. The hub does the same by its own clock, and is told when somebody has. */
export function useIdleLock(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let touchedAt = Date.now();
    let toldAt = touchedAt;
    const touch = (): void => {
      touchedAt = Date.now();
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { capture: true, passive: true });
    const watch = setInterval(() => {
      const now = Date.now();
      if (now - touchedAt >= IDLE_LOCK_MS) void lock();
      else if (touchedAt > toldAt && now - toldAt >= PRESENCE_MS) {
        toldAt = now;
        void call('session.state', {}, 'person');
      }
    }, SECOND_MS);
    return () => {
      clearInterval(watch);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [active]);
}

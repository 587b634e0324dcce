import type { Hub } from '../hub/hub.ts';
import type { Sessions } from './sessions.ts';

/**
 * Applies decisions about a user to their open sessions. The sessions of a user who may not sign in any more end at once. A new PIN locks the
 * sessions of its user, except the one in which they set it themselves. Returns how to stop.
 */
export function followUsers(hub: Pick<Hub, 'on'>, sessions: Pick<Sessions, 'endOf' | 'lockOf'>): () => void {
  return hub.on((events) => {
    for (const event of events) {
      if (event.type !== 'user.changed') continue;
      const { subject, after } = event.data;
      if (after === 'inactive') sessions.endOf(subject);
      else if (after === 'new PIN') sessions.lockOf(subject);
    }
  });
}

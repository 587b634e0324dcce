import type { Hub } from '../hub/hub.ts';
import type { Sessions } from './sessions.ts';

/**
 * What is decided about a user holds for their open sessions too: who may no longer sign in is out at once, and who was given a
 * new PIN has to give it, at every console but the one at which they set it themselves. Returns how to stop.
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

import { accept } from '../../shared/refusals.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { Health } from './health.ts';

/** What consoles ask about the health of the hub. */
export const healthMethods = (health: Health): Pick<HubMethods, 'health.figures' | 'health.day'> => ({
  async 'health.figures'(_, { recheck = false }) {
    if (recheck) await health.look(true);
    return accept(health.view());
  },
  async 'health.day'(_, { figure }) {
    return accept(health.day(figure));
  },
});

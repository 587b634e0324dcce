import { instant } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { UserStore } from './user-store.ts';

/** Users as the store keeps them. */
export function storeUsers(hub: InnerHub): UserStore {
  return {
    async anyUser() {
      const reply = await hub.look('users.count', {});
      return reply.ok && reply.value.count > 0;
    },
    async credentials(user, desk) {
      const reply = await hub.look('users.credentials', { user, ...(desk === undefined ? {} : { desk }) });
      if (!reply.ok || reply.value === null) return null;
      const { lockedUntil, ...known } = reply.value;
      return { ...known, lockedUntil: lockedUntil === null ? null : instant(lockedUntil) };
    },
    async recordSignIn(input, actor) {
      const reply = await hub.change('users.recordSignIn', input, actor, null);
      if (!reply.ok) return reply;
      return reply.value.in ? accept(reply.value.as) : reply.value.refusal;
    },
    add: (input, actor, requestId) => hub.change('users.add', input, actor, requestId),
    changePin: (input, actor, requestId) => hub.change('users.changePin', input, actor, requestId),
  };
}

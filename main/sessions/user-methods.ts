import { refuse } from '../../shared/refusals.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import { hashPin } from './pin-hash.ts';
import type { UserStore } from './user-store.ts';
import { isWeakPin } from './weak-pin.ts';

export type UserMethods = Pick<HubMethods, Extract<keyof HubMethods, `users.${string}`>>;

/** Methods that take a PIN. They are answered here, so that only a hash of the PIN reaches the queue and the store. */
export function userMethods(users: UserStore): UserMethods {
  return {
    async 'users.create'({ actor }, { user, display, role, pin, requestId }) {
      if (isWeakPin(pin)) return (await users.credentials(user)) ? refuse('USER_EXISTS', { user }) : refuse('PIN_WEAK');
      return users.add({ user, display, role, pinHash: await hashPin(pin, user, requestId) }, actor, requestId);
    },
    async 'users.setPin'({ actor, session }, { user, pin, requestId }) {
      if (isWeakPin(pin)) return (await users.credentials(user)) ? refuse('PIN_WEAK') : refuse('USER_UNKNOWN', { user });
      const pinHash = await hashPin(pin, user, requestId);
      const change = () => users.changePin({ user, pinHash }, actor, requestId);
      return session?.facts.user === user ? session.setOwnPin(pinHash, change) : change();
    },
  };
}

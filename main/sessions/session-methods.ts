import type { Output } from '../../shared/contract.ts';
import { accept, type Refusal, refuse } from '../../shared/refusals.ts';
import type { Role } from '../../shared/roles.ts';
import type { ConsoleSession } from '../hub/connection.ts';
import { FairLimiter } from '../hub/fair-limiter.ts';
import type { Hub } from '../hub/hub.ts';
import type { HubCall, HubMethods } from '../hub/hub-methods.ts';
import type { HubFacts } from './hub-facts.ts';
import { hashPin } from './pin-hash.ts';
import { PinTries, turnOf } from './pin-tries.ts';
import type { Sessions } from './sessions.ts';
import type { UserStore } from './user-store.ts';
import { isWeakPin } from './weak-pin.ts';

/** `session.prove` is answered where the keys are (main/desks/). */
export type SessionMethods = Pick<HubMethods, Exclude<Extract<keyof HubMethods, `session.${string}`>, 'session.prove'>>;

export interface SessionMethodsOptions {
  readonly sessions: Sessions;
  readonly users: UserStore;
  /** Shared with whatever else asks for PINs, so that all tries wait in one line. */
  readonly pins?: PinTries;
  readonly hub: Pick<Hub, 'now' | 'clockState' | 'newestEvent'>;
  readonly facts: HubFacts;
  /** What is wrong with the hub. */
  readonly trouble: () => Output<'session.state'>['trouble'];
  /** Resolves when the sessions of this moment would outlive a kill of the hub. */
  readonly kept: () => Promise<void>;
}

const NO_TROUBLE = { problem: '', backups: false };

const takenUp = ({ facts, locked, restored }: ConsoleSession) => ({ ...facts, locked, restored });

/** First supervisors who may wait. */
const FIRST_WAITING_MAX = 64;
/** How often a sign-in starts again because its user was changed while it was under way. */
const SIGN_IN_ROUNDS_MAX = 3;

export function sessionMethods(options: SessionMethodsOptions): SessionMethods {
  const { sessions, users, hub, facts, trouble, kept } = options;
  const { pins = new PinTries(options) } = options;
  const firstSupervisors = new FairLimiter(1, FIRST_WAITING_MAX);
  let someUser = false;
  /** Users are never removed, so strangers who ask for the state again and again cost the store nothing. */
  const anyUser = async (): Promise<boolean> => {
    someUser ||= await users.anyUser();
    return someUser;
  };

  const begin = async (call: HubCall, who: { user: string; display: string; role: Role; desk: string }, pinHash: string) => {
    const { facts: begun } = sessions.begin(call.connection, who, pinHash);
    await kept();
    return accept({ ...begun });
  };

  return {
    async 'session.state'({ session, connection }) {
      return accept({
        ...facts,
        needsSupervisor: facts.mode === 'live' && !(await anyUser()),
        atHub: connection.caller.local,
        desk: connection.desk?.desk ?? null,
        now: hub.now(),
        clock: hub.clockState,
        event: hub.newestEvent,
        // A trouble names files, so only signed-in users are told.
        trouble: session ? trouble() : NO_TROUBLE,
        session: session ? takenUp(session) : null,
      });
    },

    async 'session.signIn'(call, input) {
      const tried = await pins.take(call, async () => {
        for (let round = 0; round < SIGN_IN_ROUNDS_MAX; round++) {
          const arrival = sessions.expect(input.user);
          const at = call.connection.desk;
          if (!at) return refuse('DESK_NOT_PAIRED');
          const found = await pins.identify(input.user, input.pin, at.desk).finally(() => arrival.over());
          if (!found.ok) return found;
          // The desk was revoked or renamed meanwhile, or this console has proved that it is another.
          if (call.connection.desk?.id !== at.id || call.connection.desk.desk !== found.value.who.desk) continue;
          // The store has accepted the PIN. But later commands of the same batch were told before this reply, when there was no session yet
          // that could end. From here to the new session nothing is awaited, so later changes find the session.
          if (!arrival.changed) return begin(call, found.value.who, found.value.pinHash);
        }
        return refuse('HUB_BUSY');
      });
      return tried ?? refuse('HUB_BUSY');
    },

    async 'session.resume'({ connection }, { token }) {
      const session = sessions.resume(connection, token);
      return session ? accept(takenUp(session)) : refuse('NOT_SIGNED_IN');
    },

    async 'session.lock'({ session }) {
      session?.lock();
      return accept({});
    },

    async 'session.signOut'({ session }) {
      if (session) sessions.end(session);
      return accept({});
    },

    async 'session.createFirstSupervisor'(call, input) {
      // One at a time, so that two who are both the first do not both become it.
      const made = await firstSupervisors.take(turnOf(call), async () => {
        if (facts.mode !== 'live' || (await anyUser())) return refuse('SUPERVISOR_EXISTS');
        if (!call.connection.caller.local) return refuse('SUPERVISOR_ELSEWHERE');
        if (isWeakPin(input.pin)) return refuse('PIN_WEAK');
        const { desk: at } = call.connection;
        if (!at) return refuse('DESK_NOT_PAIRED');
        const who = { user: input.user, display: input.display, role: 'supervisor', desk: at.desk } as const;
        const pinHash = await hashPin(input.pin, input.user, input.requestId);
        const added = await users.add({ user: who.user, display: who.display, role: who.role, pinHash }, who, input.requestId);
        return added.ok ? begin(call, who, pinHash) : { ok: false as const, refusal: firstRefusal(added.refusal) };
      });
      return made ?? refuse('HUB_BUSY');
    },
  };
}

/** If the name is taken, somebody else has become the first supervisor meanwhile. */
const firstRefusal = (refusal: Refusal): Refusal => (refusal.code === 'USER_EXISTS' ? refuse('SUPERVISOR_EXISTS').refusal : refusal);

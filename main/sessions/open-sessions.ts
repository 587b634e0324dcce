import type { Output } from '../../shared/contract.ts';
import { SYSTEM } from '../actor.ts';
import type { Clock } from '../hub/clock.ts';
import { fingerprint } from '../hub/fingerprint.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Log } from '../hub/log.ts';
import { processTimer, type Timer } from '../hub/timer.ts';
import { followUsers } from './follow-users.ts';
import type { HubFacts } from './hub-facts.ts';
import { type KeptSession, SESSIONS_DISK, type SessionsDisk } from './kept-sessions.ts';
import { PinTries } from './pin-tries.ts';
import { recordLater } from './record-later.ts';
import { SessionKeeper } from './session-keeper.ts';
import { type SessionMethods, sessionMethods } from './session-methods.ts';
import { Sessions } from './sessions.ts';
import { storeUsers } from './store-users.ts';
import { type UserMethods, userMethods } from './user-methods.ts';
import type { UserStore } from './user-store.ts';

export interface OpenSessionsOptions {
  readonly hub: InnerHub;
  readonly clock: Clock;
  readonly timer?: Timer;
  readonly log: Log;
  readonly facts: HubFacts;
  readonly trouble: () => Output<'session.state'>['trouble'];
  /** Where sessions are kept over a restart. */
  readonly file: string;
  readonly disk?: SessionsDisk;
  readonly newToken?: () => string;
  /** When the past of a training store is sold. Until then no sign-in is written down. */
  readonly past?: Promise<void> | undefined;
}

export interface OpenSessions {
  readonly sessions: Sessions;
  /** Where PINs are tried: to sign in, and for a supervisor's yes. */
  readonly pins: PinTries;
  readonly methods: SessionMethods & UserMethods;
  /** `forget`: no session outlives this, because the store that opens next may be an older one. */
  close(how: { readonly forget: boolean }): Promise<void>;
}

/** The sessions of this hub: takes back those that a restart has interrupted, and lets people sign in. */
export async function openSessions({
  hub,
  clock,
  timer = processTimer,
  log,
  facts,
  trouble,
  file,
  disk = SESSIONS_DISK,
  past,
  ...tokens
}: OpenSessionsOptions): Promise<OpenSessions> {
  const users = past ? recordLater(storeUsers(hub), past) : storeUsers(hub);
  // What a desk had open in the queues is for others, when nobody is signed in there any more.
  // If that cannot be written down, the time for which an item stays open ends it.
  const deskLeft = (desk: string) => void hub.change('queues.letDeskGo', { desk }, SYSTEM, null).catch(() => {});
  const sessions = new Sessions({ clock, timer, ...tokens, changed: () => void keeper.keep(), deskLeft });
  const keeper = new SessionKeeper({ file, disk, clock, timer, log, sessions: () => sessions.toKeep() });
  const unfollow = followUsers(hub, sessions);
  const now = clock.now();
  // While it is not sure what time it is, nobody can say how long the hub was away.
  const kept = clock.state.standing === 'agrees' ? await disk.read(file, now) : [];
  for (const session of kept) await takeBack(session, users, sessions);
  if (kept.length > 0) {
    log.info({ kept: kept.length, takenBack: sessions.count }, 'Sessions of before the restart were taken back, locked.');
    void keeper.keep();
  }
  const pins = new PinTries({ users, hub });
  return {
    sessions,
    pins,
    methods: {
      ...sessionMethods({ sessions, users, pins, hub, facts, trouble, kept: () => keeper.keep() }),
      ...userMethods(users),
    },
    async close(how) {
      unfollow();
      sessions.close();
      await keeper.close(how);
    },
  };
}

/** Only for a user who may sign in and still has the same PIN. */
async function takeBack(kept: KeptSession, users: UserStore, sessions: Sessions): Promise<void> {
  const known = await users.credentials(kept.user);
  if (known?.active && fingerprint(known.pinHash) === kept.pinPrint) sessions.restore(kept, known);
}

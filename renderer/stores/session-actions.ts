import type { Output, ReplyOf } from '../../shared/contract.ts';
import { instant } from '../../shared/instants.ts';
import { call, feed, newRequestId } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { keepToken } from '../client/token.ts';
import { setServerNow } from './clock-store.ts';
import { connectionLive } from './connection-store.ts';
import { forgetHolds, loadHolds } from './holds-store.ts';
import { forgetLoads } from './loads-store.ts';
import { startOver } from './navigation-store.ts';

type SignedIn = Output<'session.signIn'>;

/** Asks the desk what it is and who sits here, and follows what it says. */
export async function refreshState(): Promise<void> {
  const reply = await call('session.state', {});
  if (!reply.ok) return;
  const { session, now, event } = reply.value;
  setServerNow(instant(now));
  connectionLive();
  useSession.setState({ state: reply.value });
  if (!session) sessionEnded(useSession.getState().session ? 'The hub was started again. Sign in to go on.' : '');
  else if (session.locked) {
    keepToken(session.token);
    useSession.setState({ session: factsOf(session), locked: true });
  } else enter(session, event);
}

const factsOf = ({ user, display, role, desk }: SignedIn) => ({ user, display, role, desk });

/** Somebody is at the console. The same person at the same desk goes on where they were; anybody else starts over. */
function enter(signedIn: SignedIn, event: number): void {
  const { session: before } = useSession.getState();
  keepToken(signedIn.token);
  if (before && before.user === signedIn.user && before.desk === signedIn.desk && feed.known !== undefined) feed.reach(event);
  else {
    startOver();
    forgetHolds();
    forgetLoads();
    feed.start(event);
  }
  useSession.setState({ session: factsOf(signedIn), locked: false, forOther: false, ended: '' });
  void loadHolds();
}

async function entered(reply: ReplyOf<'session.signIn'>): Promise<ReplyOf<'session.signIn'>> {
  if (!reply.ok) return reply;
  keepToken(reply.value.token);
  const state = await call('session.state', {});
  if (state.ok) {
    setServerNow(instant(state.value.now));
    useSession.setState({ state: state.value });
  }
  enter(reply.value, state.ok ? state.value.event : (feed.known ?? 0));
  return reply;
}

export interface Credentials {
  user: string;
  pin: string;
  desk: string;
}

/** Signs in, or unlocks when it is the same person. */
export const signIn = async (given: Credentials): Promise<ReplyOf<'session.signIn'>> =>
  entered(await call('session.signIn', { requestId: newRequestId(), ...given }));

export const createFirstSupervisor = async (given: Credentials & { display: string }): Promise<ReplyOf<'session.signIn'>> =>
  entered(await call('session.createFirstSupervisor', { requestId: newRequestId(), ...given }));

/** Locks the screen at once, whatever the desk says to it. `forOther`: somebody else is about to sign in. */
export async function lock(forOther = false): Promise<void> {
  useSession.setState({ locked: true, forOther });
  await call('session.lock', {});
}

export const sessionLocked = (): void => useSession.setState(({ session }) => ({ locked: session !== null }));

export async function signOut(): Promise<void> {
  await call('session.signOut', {});
  sessionEnded('');
}

/** Nobody is signed in any more; `why` is told on the sign-in screen. */
export function sessionEnded(why: string): void {
  keepToken(null);
  feed.forget();
  startOver();
  forgetHolds();
  forgetLoads();
  useSession.setState(({ session, ended }) => ({ session: null, locked: false, forOther: false, ended: session ? why : ended }));
}

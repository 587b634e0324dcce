import type { Output, ReplyOf } from '../../shared/contract.ts';
import { instant } from '../../shared/instants.ts';
import { call, feed, following, newRequestId } from '../client/client.ts';
import { useKeyRefused } from '../client/desk-proof.ts';
import { useSession } from '../client/session-store.ts';
import { keepToken, readToken } from '../client/token.ts';
import { isLockUnsent, setLockUnsent } from '../client/unsent-lock.ts';
import { setServerNow } from './clock-store.ts';
import { connectionLive, hubTrouble } from './connection-store.ts';
import { forgetHolds, loadHolds } from './holds-store.ts';
import { forgetLoads } from './loads-store.ts';
import { startOver } from './navigation-store.ts';

type SignedIn = Output<'session.signIn'>;

/**
 * Asks the hub what it is and who sits here, and follows what it says; in one thing the console knows better. A lock is undone by
 * signing in alone. One that the hub did not hear of, because it did not answer then, is sent before anything is asked.
 */
export async function refreshState(): Promise<void> {
  if (isLockUnsent()) await sendLock();
  const state = await askState();
  if (!state) return;
  const { session, event } = state;
  if (!session) return takeUp();
  if (!session.locked && !isLockedHere(session)) return enter(session, event);
  keepToken(session.token);
  useSession.setState({ session: factsOf(session), locked: true, restored: session.restored });
}

/** What the hub says of itself, shown; undefined when it did not answer. */
async function askState(): Promise<Output<'session.state'> | undefined> {
  const reply = await call('session.state', {});
  if (!reply.ok) return undefined;
  setServerNow(instant(reply.value.now));
  connectionLive();
  hubTrouble(reply.value.trouble);
  useSession.setState({ state: reply.value });
  return reply.value;
}

const ELSEWHERE = 'This session went on at another console. Sign in to work here.';

/** The hub does not say which: it knows no session that it has let go. */
const SESSION_OVER = 'Your session is over: this console was away too long, or the hub was started again. Sign in to go on.';

/** Nobody is signed in at this console, as the hub sees it: the hub was started again, or this page was loaded again. The hub may still know the session. */
async function takeUp(): Promise<void> {
  const token = readToken();
  if (token !== null) {
    const reply = await call('session.resume', { token });
    if (reply.ok) return refreshState();
    // Without an answer nobody knows; the next connection asks again.
    if (reply.refusal.code !== 'NOT_SIGNED_IN') return;
  }
  sessionEnded(useSession.getState().session ? SESSION_OVER : '');
}

const isLockedHere = ({ user, desk }: SignedIn): boolean => {
  const { session, locked } = useSession.getState();
  return isLockUnsent() || (locked && session?.user === user && session.desk === desk);
};

const factsOf = ({ user, display, role, desk }: SignedIn) => ({ user, display, role, desk });

/** Somebody is at the console. The same person at the same desk goes on where they were; anybody else starts over. */
function enter(signedIn: SignedIn, event: number): void {
  const { session: before } = useSession.getState();
  keepToken(signedIn.token);
  if (!before || before.user !== signedIn.user || before.desk !== signedIn.desk || feed.known === undefined) {
    startOver();
    forgetHolds();
    forgetLoads();
    feed.start(event);
  }
  following.anew();
  setLockUnsent(false);
  useSession.setState({
    session: factsOf(signedIn),
    locked: false,
    entered: true,
    restored: false,
    forOther: false,
    forSale: false,
    ended: '',
  });
  void loadHolds();
}

async function entered(reply: ReplyOf<'session.signIn'>): Promise<ReplyOf<'session.signIn'>> {
  if (!reply.ok) return reply;
  keepToken(reply.value.token);
  const state = await askState();
  enter(reply.value, state?.event ?? feed.known ?? 0);
  return reply;
}

export interface Credentials {
  user: string;
  pin: string;
}

/** Signs in, or unlocks when it is the same person. */
export const signIn = async (given: Credentials): Promise<ReplyOf<'session.signIn'>> =>
  entered(await call('session.signIn', { requestId: newRequestId(), ...given }, 'person'));

export const createFirstSupervisor = async (given: Credentials & { display: string }): Promise<ReplyOf<'session.signIn'>> =>
  entered(await call('session.createFirstSupervisor', { requestId: newRequestId(), ...given }, 'person'));

/** Locks the screen at once, whatever the hub says to it. other: somebody else is about to sign in. sale: the desk asks who sells next. */
export async function lock(next: 'same' | 'other' | 'sale' = 'same'): Promise<void> {
  useSession.setState({ locked: true, forOther: next !== 'same', forSale: next === 'sale' });
  setLockUnsent(true);
  const reply = await sendLock();
  if (!reply.ok && reply.refusal.code === 'NOT_SIGNED_IN') await refreshState();
}

/** What was not answered with yes is sent again when the hub is back. */
async function sendLock(): Promise<ReplyOf<'session.lock'>> {
  const reply = await call('session.lock', {});
  if (reply.ok) setLockUnsent(false);
  return reply;
}

export const sessionLocked = (): void => useSession.setState(({ session }) => ({ locked: session !== null }));

export async function signOut(): Promise<void> {
  await call('session.signOut', {}, 'person');
  sessionEnded('');
}

/** The hub has ended the session here, or has changed which desk this is. What it is now says why. */
export async function hearEnded(): Promise<void> {
  const before = useSession.getState();
  if (before.session) sessionEnded(ELSEWHERE);
  const state = await askState();
  if (!state) return;
  const was = before.state?.desk;
  if (was && state.desk === null) useKeyRefused.setState({ code: 'KEY_REVOKED' });
  else if (was && state.desk !== was) useSession.setState({ ended: `This desk was ${was} and is ${state.desk} now. Sign in to go on.` });
}

/** Nobody is signed in any more; `why` is told on the sign-in screen. */
export function sessionEnded(why: string): void {
  keepToken(null);
  setLockUnsent(false);
  feed.forget();
  startOver();
  forgetHolds();
  forgetLoads();
  useSession.setState(({ session, ended }) => ({
    session: null,
    locked: false,
    entered: false,
    restored: false,
    forOther: false,
    forSale: false,
    ended: session ? why : ended,
  }));
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBridge as connect, feed } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { keepToken, readToken } from '../../../renderer/client/token.ts';
import { serverNow } from '../../../renderer/stores/clock-store.ts';
import { useConnection } from '../../../renderer/stores/connection-store.ts';
import { useHolds } from '../../../renderer/stores/holds-store.ts';
import { go, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { refreshState, sessionEnded, signIn, signOut } from '../../../renderer/stores/session-actions.ts';
import { wireStores } from '../../../renderer/stores/wire-stores.ts';
import { refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { bookingEvent, hello, hold, hubState, NOON, signedIn } from '../support/samples.ts';

/** The hub does not say which. */
const SESSION_OVER = 'Your session is over: this console was away too long, or the hub was started again. Sign in to go on.';

const inside = (event = 100) => hubState({ event, session: { ...signedIn, locked: false, restored: false } });

describe('session', () => {
  let hub: FakeBridge;
  let stop: () => void;

  beforeEach(() => {
    hub = new FakeBridge()
      .gives('session.state', hubState())
      .gives('session.signIn', signedIn)
      .gives('session.signOut', {})
      .answers('session.resume', () => refuse('NOT_SIGNED_IN'))
      .gives('holds.ofDesk', { holds: [hold()] });
    connect(hub, atOnce);
    stop = wireStores();
  });
  afterEach(() => {
    stop();
    sessionEnded('');
    keepToken(null);
  });

  it('begins where nobody is signed in, with the clock of the hub', async () => {
    await refreshState();
    expect(useSession.getState()).toMatchObject({ session: null, locked: false, ended: '' });
    expect(useConnection.getState().status).toBe('live');
    expect(Math.abs(serverNow() - NOON)).toBeLessThan(1_000);
    expect(feed.known).toBeUndefined();
  });

  it('follows events from the number that the hub gave with the session', async () => {
    await refreshState();
    hub.gives('session.state', inside(104));
    await signIn({ user: 'ruiz', pin: '1204' });
    await expect.poll(() => useHolds.getState().holds).toHaveLength(1);
    hub.tell(bookingEvent(104, 'hold.expired')); // known to the answers already
    expect(useHolds.getState().holds).toHaveLength(1);
    hub.tell(bookingEvent(105, 'hold.expired'));
    expect(useHolds.getState().holds).toHaveLength(0);
  });

  it('goes on after a broken connection where it was, and catches up', async () => {
    hub.gives('session.state', inside(100));
    await refreshState();
    go({ name: 'flight', flightIds: [7] });
    await expect.poll(() => useHolds.getState().loaded).toBe(true);
    hub.gives('session.state', inside(101)).gives('holds.ofDesk', { holds: [] });
    hub.answers('console.follow', ({ after }) => {
      hub.tell(bookingEvent(101, 'hold.expired'));
      return { ok: true, value: { to: after } };
    });
    hub.tell(hello(101));
    await expect.poll(() => useHolds.getState().holds).toHaveLength(0);
    expect(useNavigation.getState().screen.name).toBe('flight');
    expect(hub.inputsOf('console.follow').at(-1)).toMatchObject({ after: 100, anew: true });
  });

  it('says why when the hub does not know the session any more, and does not say that it was started again', async () => {
    hub.gives('session.state', inside());
    await refreshState();
    expect(readToken()).toBe(signedIn.token);
    hub.gives('session.state', hubState());
    hub.tell(hello(100));
    await expect.poll(() => useSession.getState().session).toBeNull();
    expect(useSession.getState().ended).toBe(SESSION_OVER);
    expect(readToken()).toBeNull();
    expect(useHolds.getState().holds).toEqual([]);
  });

  it.each([
    ['SESSION_LOCKED', { locked: true }],
    ['NOT_SIGNED_IN', { session: null, locked: false, ended: SESSION_OVER }],
  ] as const)('believes a refusal %s, also without a notice', async (code, after) => {
    hub.gives('session.state', inside());
    await refreshState();
    await expect.poll(() => useHolds.getState().loaded).toBe(true);
    hub.answers('holds.ofDesk', () => refuse(code)).gives('session.state', hubState());
    hub.tell(bookingEvent(101, 'hold.placed'));
    await expect.poll(() => useSession.getState()).toMatchObject(after);
  });

  it('forgets all of a person who signs out', async () => {
    hub.gives('session.state', inside());
    await refreshState();
    go({ name: 'reservations', find: 'SMITH/J' });
    await signOut();
    expect(useSession.getState()).toMatchObject({ session: null, ended: '' });
    expect(readToken()).toBeNull();
    expect(JSON.stringify(useNavigation.getState())).not.toContain('SMITH');
  });

  it('shows the trouble that the hub tells, until it is over', () => {
    hub.tell({ notice: true, type: 'hub.trouble', problem: 'The expiry timer cannot read the store.', backups: false });
    expect(useConnection.getState().trouble).toBe('The expiry timer cannot read the store.');
    hub.tell({ notice: true, type: 'hub.trouble', problem: '', backups: false });
    expect(useConnection.getState().trouble).toBe('');
  });
});

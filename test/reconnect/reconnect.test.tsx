// What becomes of a console when the network or the hub goes away and comes back: its lock, its session, what it says is wrong.
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../main/hub/fingerprint.ts';
import { call } from '../../renderer/client/client.ts';
import { useSession } from '../../renderer/client/session-store.ts';
import { WAIT_MS_MAX } from '../../renderer/client/socket-bridge.ts';
import { readToken } from '../../renderer/client/token.ts';
import { useIdleLock } from '../../renderer/frame/use-idle-lock.ts';
import { useConnection } from '../../renderer/stores/connection-store.ts';
import { go, useNavigation } from '../../renderer/stores/navigation-store.ts';
import { lock, signIn } from '../../renderer/stores/session-actions.ts';
import { IDLE_LOCK_MS, SESSION_KEPT_MS } from '../../shared/bounds.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { parsed } from '../../shared/json.ts';
import { deskAt, HERE, seatAt } from '../main/support/here.ts';
import { codeOf } from '../main/support/test-hub.ts';
import { Counter, NEW_PIN, OSEI, RUIZ } from './counter.ts';

let counter: Counter;
beforeEach(async () => {
  counter = await Counter.open();
  await settled(() => useConnection.getState().status === 'live');
  expect(codeOf(await signIn(RUIZ))).toBe('ok');
  go({ name: 'reservations', find: 'SMITH/J' });
});
afterEach(() => counter.close());

/** What the store does takes a moment of real time. */
const settled = (done: () => boolean) => expect.poll(done).toBe(true);
const session = () => useSession.getState();
const placeIsKept = () => JSON.stringify(useNavigation.getState().screen).includes('SMITH');
/** Until the console has heard all that the hub says to a new connection. */
const comeBack = async () => {
  await counter.mendNetwork();
  await settled(() => useConnection.getState().status === 'live' && counter.session !== undefined);
};

describe('a lock while the hub does not answer', () => {
  test.each([
    ['a moment', 2_000],
    ['longer than a call waits', WAIT_MS_MAX + 5_000],
  ])('stays after an outage of %s, and the hub hears of it first (the hub unlocked it)', async (_, outage) => {
    counter.cutNetwork();
    void lock();
    void call('settings.get', {});
    await counter.pass(outage);
    expect(session().locked).toBe(true);
    await comeBack();
    await settled(() => counter.session?.locked === true);
    expect(session().locked).toBe(true);
    const asked = counter.connections.at(-1)?.calls.map(({ method }) => method);
    expect(asked?.slice(0, 2)).toEqual(['session.resume', 'session.lock']);
    expect(codeOf(await signIn(RUIZ))).toBe('ok');
    expect(session().locked).toBe(false);
    expect(placeIsKept()).toBe(true);
  });

  test('stays also when the page is loaded anew before the hub is back', async () => {
    counter.cutNetwork();
    void lock();
    counter.reload();
    await comeBack();
    await settled(() => session().session !== null);
    expect(session().locked).toBe(true);
    await settled(() => counter.session?.locked === true);
  });

  test('is undone by the PIN alone, not by the next connection', async () => {
    counter.cutNetwork();
    void lock();
    await comeBack();
    for (let outage = 0; outage < 3; outage++) {
      counter.cutNetwork();
      await counter.pass(1_000);
      await comeBack();
      expect(session().locked).toBe(true);
    }
    expect(codeOf(await signIn({ ...RUIZ, pin: '0000' }))).toBe('SIGN_IN_REFUSED');
    expect(session().locked).toBe(true);
    expect(codeOf(await signIn(RUIZ))).toBe('ok');
    counter.cutNetwork();
    await comeBack();
    expect(session().locked).toBe(false);
  });
});

describe('a damaged store', () => {
  const DAMAGED = 'The store is damaged: a seat was sold twice. Nothing more is sold on it.';
  beforeEach(async () => {
    counter.hub.damaged(DAMAGED);
    await settled(() => useConnection.getState().trouble === DAMAGED);
  });

  test('is still told after a broken connection and after a reload (both wiped it)', async () => {
    counter.cutNetwork();
    await comeBack();
    await settled(() => session().session !== null);
    expect(useConnection.getState()).toMatchObject({ trouble: DAMAGED, backupsHelp: true });
    counter.reload();
    expect(useConnection.getState().trouble).toBe('');
    await settled(() => useConnection.getState().trouble === DAMAGED);
  });

  test('is told no more when it was mended while the console was away', async () => {
    counter.cutNetwork();
    counter.hub.damaged('');
    expect(useConnection.getState().trouble).toBe(DAMAGED);
    await comeBack();
    await settled(() => useConnection.getState().trouble === '');
  });

  test('is told to whoever signs in after it was found', async () => {
    expect(codeOf(await signIn(OSEI))).toBe('ok');
    expect(useConnection.getState().trouble).toBe(DAMAGED);
  });
});

describe('a hub that is started again', () => {
  test.each([
    ['killed', () => counter.killHub()],
    ['stopped', () => counter.stopHub()],
  ])('%s, and back in time: the console is locked, says so, and goes on where it was (everybody signed in anew)', async (_, end) => {
    const token = readToken() ?? '';
    await end();
    await counter.pass(SESSION_KEPT_MS - MINUTE_MS);
    expect(useConnection.getState().status).toBe('stale');
    await counter.startHub();
    await comeBack();
    await settled(() => session().restored);
    expect(session()).toMatchObject({ session: { user: 'ruiz', desk: 'T1-04' }, locked: true, ended: '' });
    expect(placeIsKept()).toBe(true);
    expect(readToken()).toBe(token);
    expect(codeOf(await call('holds.ofDesk', {}))).toBe('SESSION_LOCKED');
    expect(codeOf(await signIn(RUIZ))).toBe('ok');
    expect(session()).toMatchObject({ locked: false, restored: false });
    expect(placeIsKept()).toBe(true);
    expect(codeOf(await call('holds.ofDesk', {}))).toBe('ok');
  });

  test('after ten minutes nobody goes on: the console says why and asks who is there', async () => {
    await counter.killHub();
    await counter.pass(SESSION_KEPT_MS);
    await counter.startHub();
    await counter.pass(10_000);
    await settled(() => session().session === null);
    expect(session().ended).toBe('Your session is over: this console was away too long, or the hub was started again. Sign in to go on.');
    expect(readToken()).toBeNull();
    expect(placeIsKept()).toBe(false);
  });

  test('a session that no console takes up in time is gone, however often the hub is started', async () => {
    const token = readToken() ?? '';
    counter.cutNetwork();
    await counter.killHub();
    for (let start = 0; start < 4; start++) {
      await counter.pass(3 * MINUTE_MS);
      await counter.startHub();
      await counter.hub.people.close({ forget: false });
      if (start < 3) await counter.killHub();
    }
    expect(
      counter.hub.people.sessions.resume({ ...seatAt(deskAt('T1-04')), session: undefined, caller: HERE, notify() {} }, token),
    ).toBeUndefined();
  });

  test('nobody goes on while it is not sure what time it is: a hub that was off for days may take the time of its last entry', async () => {
    await counter.killHub();
    counter.doubtTime();
    await counter.startHub();
    await counter.pass(10_000);
    await settled(() => session().session === null);
  });

  test.each([
    ['given a new PIN', () => counter.giveNewPin()],
    ['disabled', () => counter.disable()],
  ])('does not take back whoever was %s meanwhile', async (_, change) => {
    counter.cutNetwork();
    await counter.killHub();
    await counter.startHub();
    await change();
    await counter.killHub();
    await counter.startHub();
    await counter.mendNetwork();
    await settled(() => session().session === null);
    expect(session().ended).toBe('Your session is over: this console was away too long, or the hub was started again. Sign in to go on.');
  });

  test('keeps no secret: the token in the hand of another unlocks nothing, and is worth nothing after the PIN', async () => {
    const token = readToken() ?? '';
    expect(counter.keptText()).toContain(fingerprint(token));
    expect(counter.keptText()).not.toContain(token);
    expect(counter.keptText()).not.toContain('scrypt');
    counter.cutNetwork();
    await counter.killHub();
    await counter.startHub();
    const thief = { ...seatAt(deskAt('T1-04')), session: undefined, caller: HERE, notify() {} };
    const ask = async (method: string, input: unknown) => parsed(await counter.hub.dispatcher.call(thief, method, input, 'person'));
    expect(codeOf(await ask('session.resume', { token: fingerprint(token) }))).toBe('NOT_SIGNED_IN');
    expect(codeOf(await ask('session.resume', { token: '' }))).toBe('NOT_SIGNED_IN');
    expect(await ask('session.resume', { token })).toMatchObject({ value: { token, user: 'ruiz', locked: true, restored: true } });
    for (const method of ['holds.ofDesk', 'settings.get']) expect(codeOf(await ask(method, {}))).toBe('SESSION_LOCKED');
    const given = { ...RUIZ, requestId: 'sign-in-0001' };
    expect(codeOf(await ask('session.signIn', { ...given, pin: '0000' }))).toBe('SIGN_IN_REFUSED');
    expect(codeOf(await ask('holds.ofDesk', {}))).toBe('SESSION_LOCKED');
    expect(codeOf(await ask('session.signIn', given))).toBe('ok');
    expect(codeOf(await ask('holds.ofDesk', {}))).toBe('ok');
    expect(codeOf(await ask('session.resume', { token }))).toBe('NOT_SIGNED_IN');
  });
});

describe('a PIN that was changed while the console was away', () => {
  test('locks it, and only the new PIN goes on', async () => {
    counter.cutNetwork();
    await counter.giveNewPin();
    await comeBack();
    await settled(() => session().locked);
    expect(codeOf(await signIn(RUIZ))).toBe('SIGN_IN_REFUSED');
    expect(session().locked).toBe(true);
    expect(codeOf(await signIn({ ...RUIZ, pin: NEW_PIN }))).toBe('ok');
    expect(session().locked).toBe(false);
    expect(placeIsKept()).toBe(true);
  });
});

describe('the idle lock of the hub', () => {
  test('counts what a person does, not what the console asks by itself (a board that follows seats kept it open for ever)', async () => {
    for (let minute = 0; minute * MINUTE_MS < IDLE_LOCK_MS; minute++) {
      expect(session().locked).toBe(false);
      await counter.pass(MINUTE_MS);
      await call('settings.get', {});
    }
    await settled(() => session().locked);
    expect(counter.session?.locked).toBe(true);
  });

  test('hears of whoever types or reads and asks the hub nothing', async () => {
    const { unmount } = renderHook(() => useIdleLock(true));
    for (let minute = 0; minute < 25; minute++) {
      window.dispatchEvent(new Event('keydown'));
      await counter.pass(MINUTE_MS);
    }
    expect([session().locked, counter.session?.locked]).toEqual([false, false]);
    await counter.pass(IDLE_LOCK_MS);
    expect([session().locked, counter.session?.locked]).toEqual([true, true]);
    unmount();
  });
});

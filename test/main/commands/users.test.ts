import { describe, expect, test } from 'vitest';
import { PIN_LOCK_MS } from '../../../shared/bounds.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';

async function withUsers() {
  const store = await openTestHub();
  const add = (user: string, role: 'agent' | 'supervisor', onlyIfNobody = false) =>
    store.hub.change('users.add', { user, display: user.toUpperCase(), role, pinHash: 'hash', onlyIfNobody }, MERCY, store.requestId());
  value(await add('osei', 'supervisor', true));
  value(await add('ruiz', 'agent'));
  return {
    ...store,
    add,
    /** What sign-in would be told: the code of the refusal and its details, or ok. */
    async signIn(user: string, right: boolean, against = 'hash', desk = MERCY.desk): Promise<[RefusalCode | 'ok', unknown]> {
      const outcome = value(await store.hub.change('users.recordSignIn', { user, right, against }, { ...MERCY, desk }, null));
      return outcome.in ? ['ok', outcome.as.role] : [codeOf(outcome.refusal), outcome.refusal.refusal.details];
    },
    setActive: (user: string, active: boolean) =>
      store.hub.execute('users.setActive', { requestId: store.requestId(), user, active }, MERCY),
    list: async () => value(await store.hub.ask('users.list', {}, MERCY)).users,
    unlock: (user: string) => store.hub.execute('users.unlock', { requestId: store.requestId(), user }, MERCY),
  };
}

describe('signing in', () => {
  test('the fifth wrong PIN locks the name for five minutes, also against the right one', async () => {
    const users = await withUsers();
    for (const left of [4, 3, 2, 1]) expect(await users.signIn('ruiz', false)).toEqual(['SIGN_IN_REFUSED', { left }]);
    const until = users.clock.now() + PIN_LOCK_MS;
    expect(await users.signIn('ruiz', false)).toEqual(['USER_LOCKED', { until }]);
    expect(await users.signIn('ruiz', true)).toEqual(['USER_LOCKED', { until }]);
    users.clock.advance(PIN_LOCK_MS - 1);
    expect((await users.signIn('ruiz', true))[0]).toBe('USER_LOCKED');
    users.clock.advance(1);
    expect(await users.signIn('ruiz', false), 'a lock that ran out starts the count afresh').toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
    expect(await users.signIn('ruiz', true)).toEqual(['ok', 'agent']);
  });

  test('at one desk it locks nobody out at another (whoever reached any desk could lock every supervisor out)', async () => {
    const users = await withUsers();
    for (let wrong = 0; wrong < 5; wrong++) await users.signIn('osei', false, 'hash', 'T9-01');
    expect((await users.signIn('osei', true, 'hash', 'T9-01'))[0]).toBe('USER_LOCKED');
    expect(await users.signIn('osei', true, 'hash', 'T1-01')).toEqual(['ok', 'supervisor']);
    expect((await users.signIn('osei', true, 'hash', 'T9-01'))[0], 'the right PIN elsewhere unlocks nothing').toBe('USER_LOCKED');
  });

  test('wrong PINs are counted by desk, and the list says where a name is locked, until when at the latest', async () => {
    const users = await withUsers();
    for (let wrong = 0; wrong < 5; wrong++) await users.signIn('ruiz', false, 'hash', 'T2-11');
    users.clock.advance(1_000);
    for (let wrong = 0; wrong < 5; wrong++) await users.signIn('ruiz', false, 'hash', 'T1-04');
    for (const left of [4, 3]) expect(await users.signIn('ruiz', false, 'hash', 'T1-05')).toEqual(['SIGN_IN_REFUSED', { left }]);
    const locked = { lockedAt: ['T1-04', 'T2-11'], lockedUntil: users.clock.now() + PIN_LOCK_MS };
    expect(await users.list()).toMatchObject([
      { user: 'osei', lockedAt: [], lockedUntil: null },
      { user: 'ruiz', ...locked },
    ]);
    expect(value(await users.unlock('ruiz'))).toMatchObject({ lockedAt: [], lockedUntil: null });
    for (const desk of ['T1-04', 'T2-11']) expect((await users.signIn('ruiz', true, 'hash', desk))[0]).toBe('ok');
  });

  test('a right PIN forgets the wrong ones before it', async () => {
    const users = await withUsers();
    await users.signIn('ruiz', false);
    await users.signIn('ruiz', true);
    expect(await users.signIn('ruiz', false)).toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
  });

  test('the count begins anew when nobody gave a wrong PIN for as long as a lock lasts', async () => {
    const users = await withUsers();
    for (const left of [4, 3, 2]) expect(await users.signIn('ruiz', false)).toEqual(['SIGN_IN_REFUSED', { left }]);
    users.clock.advance(PIN_LOCK_MS - 1);
    expect(await users.signIn('ruiz', false)).toEqual(['SIGN_IN_REFUSED', { left: 1 }]);
    users.clock.advance(PIN_LOCK_MS);
    expect(await users.signIn('ruiz', false)).toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
  });

  test('a name that was locked while the clock stood ahead is free five minutes after the next try (it stayed locked for 36 h)', async () => {
    const users = await withUsers();
    for (let wrong = 0; wrong < 5; wrong++) await users.signIn('ruiz', false);
    const ahead = users.clock.now() + 36 * 60 * 60_000;
    await users.db.change('UPDATE lock_outs SET locked_until = ? WHERE user_name = ?').run(ahead, 'ruiz');
    const until = users.clock.now() + PIN_LOCK_MS;
    expect(await users.signIn('ruiz', true)).toEqual(['USER_LOCKED', { until }]);
    users.clock.advance(PIN_LOCK_MS - 1);
    expect(await users.signIn('ruiz', true)).toEqual(['USER_LOCKED', { until }]);
    users.clock.advance(1);
    expect(await users.signIn('ruiz', true)).toEqual(['ok', 'agent']);
  });

  test('a supervisor unlocks', async () => {
    const users = await withUsers();
    for (let wrong = 0; wrong < 5; wrong++) await users.signIn('ruiz', false);
    expect(value(await users.unlock('ruiz')).lockedUntil).toBeNull();
    expect((await users.signIn('ruiz', true))[0]).toBe('ok');
  });

  test('an inactive user is told so only with the right PIN', async () => {
    const users = await withUsers();
    value(await users.setActive('ruiz', false));
    expect((await users.signIn('ruiz', false))[0]).toBe('SIGN_IN_REFUSED');
    expect((await users.signIn('ruiz', true))[0]).toBe('USER_INACTIVE');
  });

  test('the PIN before is a wrong one when a new one was set after it was checked (it let its user in)', async () => {
    const users = await withUsers();
    value(await users.hub.change('users.changePin', { user: 'ruiz', pinHash: 'new hash' }, MERCY, users.requestId()));
    expect(await users.signIn('ruiz', true, 'hash')).toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
    expect((await users.signIn('ruiz', true, 'new hash'))[0]).toBe('ok');
  });

  test('an unknown name is refused like a wrong PIN', async () => {
    const users = await withUsers();
    expect(await users.signIn('nobody', false)).toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
  });
});

describe('users', () => {
  test('the first supervisor is made once, a name once', async () => {
    const users = await withUsers();
    expect(codeOf(await users.add('weber', 'supervisor', true))).toBe('SUPERVISOR_EXISTS');
    expect(codeOf(await users.add('ruiz', 'agent'))).toBe('USER_EXISTS');
  });

  test('the last supervisor who can sign in stays', async () => {
    const users = await withUsers();
    expect(codeOf(await users.setActive('osei', false))).toBe('LAST_SUPERVISOR');
    value(await users.add('brandt', 'supervisor'));
    expect(codeOf(await users.setActive('osei', false))).toBe('ok');
    expect(codeOf(await users.setActive('brandt', false))).toBe('LAST_SUPERVISOR');
  });

  test.each(['users.unlock', 'users.setActive'] as const)('%s of an unknown name', async (method) => {
    const users = await withUsers();
    expect(codeOf(await (method === 'users.unlock' ? users.unlock('nobody') : users.setActive('nobody', true)))).toBe('USER_UNKNOWN');
  });

  test('no PIN hash leaves with the list', async () => {
    const users = await withUsers();
    expect(JSON.stringify(value(await users.hub.ask('users.list', {}, MERCY)))).not.toContain('hash');
  });
});

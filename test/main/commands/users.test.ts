import { describe, expect, test } from 'vitest';
import { PIN_LOCK_MS } from '../../../shared/bounds.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';

async function withUsers() {
  const it = await openTestHub();
  const add = (user: string, role: 'agent' | 'supervisor', onlyIfNobody = false) =>
    it.hub.change('users.add', { user, display: user.toUpperCase(), role, pinHash: 'hash', onlyIfNobody }, MERCY, it.requestId());
  value(await add('osei', 'supervisor', true));
  value(await add('ruiz', 'agent'));
  return {
    ...it,
    add,
    /** What sign-in would be told: the code of the refusal and its details, or ok. */
    async signIn(user: string, right: boolean): Promise<[RefusalCode | 'ok', unknown]> {
      const outcome = value(await it.hub.change('users.recordSignIn', { user, right }, MERCY, null));
      return outcome.in ? ['ok', outcome.as.role] : [codeOf(outcome.refusal), outcome.refusal.refusal.details];
    },
    setActive: (user: string, active: boolean) => it.hub.execute('users.setActive', { requestId: it.requestId(), user, active }, MERCY),
    unlock: (user: string) => it.hub.execute('users.unlock', { requestId: it.requestId(), user }, MERCY),
  };
}

describe('signing in', () => {
  test('the fifth wrong PIN locks the name for five minutes, also against the right one', async () => {
    const it = await withUsers();
    for (const left of [4, 3, 2, 1]) expect(await it.signIn('ruiz', false)).toEqual(['SIGN_IN_REFUSED', { left }]);
    const until = it.clock.now() + PIN_LOCK_MS;
    expect(await it.signIn('ruiz', false)).toEqual(['USER_LOCKED', { until }]);
    expect(await it.signIn('ruiz', true)).toEqual(['USER_LOCKED', { until }]);
    it.clock.advance(PIN_LOCK_MS - 1);
    expect((await it.signIn('ruiz', true))[0]).toBe('USER_LOCKED');
    it.clock.advance(1);
    expect(await it.signIn('ruiz', false), 'a lock that ran out starts the count afresh').toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
    expect(await it.signIn('ruiz', true)).toEqual(['ok', 'agent']);
  });

  test('a right PIN forgets the wrong ones before it', async () => {
    const it = await withUsers();
    await it.signIn('ruiz', false);
    await it.signIn('ruiz', true);
    expect(await it.signIn('ruiz', false)).toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
  });

  test('a supervisor unlocks', async () => {
    const it = await withUsers();
    for (let wrong = 0; wrong < 5; wrong++) await it.signIn('ruiz', false);
    expect(value(await it.unlock('ruiz')).lockedUntil).toBeNull();
    expect((await it.signIn('ruiz', true))[0]).toBe('ok');
  });

  test('an inactive user is told so only with the right PIN', async () => {
    const it = await withUsers();
    value(await it.setActive('ruiz', false));
    expect((await it.signIn('ruiz', false))[0]).toBe('SIGN_IN_REFUSED');
    expect((await it.signIn('ruiz', true))[0]).toBe('USER_INACTIVE');
  });

  test('an unknown name is refused like a wrong PIN', async () => {
    const it = await withUsers();
    expect(await it.signIn('nobody', false)).toEqual(['SIGN_IN_REFUSED', { left: 4 }]);
  });
});

describe('users', () => {
  test('the first supervisor is made once, a name once', async () => {
    const it = await withUsers();
    expect(codeOf(await it.add('weber', 'supervisor', true))).toBe('SUPERVISOR_EXISTS');
    expect(codeOf(await it.add('ruiz', 'agent'))).toBe('USER_EXISTS');
  });

  test('the last supervisor who can sign in stays', async () => {
    const it = await withUsers();
    expect(codeOf(await it.setActive('osei', false))).toBe('LAST_SUPERVISOR');
    value(await it.add('brandt', 'supervisor'));
    expect(codeOf(await it.setActive('osei', false))).toBe('ok');
    expect(codeOf(await it.setActive('brandt', false))).toBe('LAST_SUPERVISOR');
  });

  test.each(['users.unlock', 'users.setActive'] as const)('%s of an unknown name', async (method) => {
    const it = await withUsers();
    expect(codeOf(await (method === 'users.unlock' ? it.unlock('nobody') : it.setActive('nobody', true)))).toBe('USER_UNKNOWN');
  });

  test('no PIN hash leaves with the list', async () => {
    const it = await withUsers();
    expect(JSON.stringify(value(await it.hub.ask('users.list', {}, MERCY)))).not.toContain('hash');
  });
});

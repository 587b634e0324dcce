import { expect, test } from 'vitest';
import type { Connection } from '../../../main/hub/connection.ts';
import { followUsers } from '../../../main/sessions/follow-users.ts';
import { Sessions } from '../../../main/sessions/sessions.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { MERCY, openTestHub, value } from '../support/test-hub.ts';

async function withSession(user: string) {
  const it = await openTestHub();
  const sessions = new Sessions({ clock: it.clock, timer: new FakeTimer(it.clock) });
  followUsers(it.hub, sessions);
  const heard: string[] = [];
  const connection: Connection = { session: undefined, notify: ({ type }) => heard.push(type) };
  for (const [name, role] of [
    ['ruiz', 'agent'],
    ['osei', 'supervisor'],
  ] as const)
    value(await it.hub.change('users.add', { user: name, display: name, role, pinHash: 'hash' }, MERCY, it.requestId()));
  const { token } = sessions.begin(connection, { user, display: user, role: 'agent', desk: 'T1-04' }).facts;
  return { ...it, sessions, connection, heard, token };
}

test('who may no longer sign in sells nothing more, at no console', async () => {
  const it = await withSession('ruiz');
  value(await it.hub.execute('users.setActive', { requestId: it.requestId(), user: 'ruiz', active: false }, MERCY));
  expect(it.connection.session).toBeUndefined();
  expect(it.heard).toEqual(['session.ended']);
  expect(it.sessions.resume(it.connection, it.token)).toBeUndefined();
});

test.each([
  ['ruiz', true],
  ['osei', false],
])('a new PIN given by osei has to be given where %s is signed in: %s', async (user, locked) => {
  const it = await withSession(user);
  value(await it.hub.change('users.changePin', { user, pinHash: 'other' }, MERCY, it.requestId()));
  expect(it.connection.session?.locked).toBe(locked);
});

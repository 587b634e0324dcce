import { beforeEach, expect, test } from 'vitest';
import type { Connection } from '../../../main/hub/connection.ts';
import type { Session } from '../../../main/sessions/session.ts';
import { Sessions } from '../../../main/sessions/sessions.ts';
import { SECOND_MS } from '../../../shared/instants.ts';
import { HERE } from '../support/here.ts';
import { codeOf, value } from '../support/test-hub.ts';
import { at, FlashHub, turns } from './flash-hub.ts';

let flash: FlashHub;
let sessions: Sessions;
beforeEach(async () => {
  flash = await FlashHub.open();
  sessions = new Sessions({ clock: flash.store.clock });
  value(await flash.openSale({ mode: 'lot', seconds: 30 }));
});

const open = (n: number): Connection => ({
  desk: { id: `desk-${n}`, desk: at(n).desk, kind: 'console', leave() {} },
  ...{ challenge: '', session: undefined, caller: HERE, notify() {} },
});

/** Signs the agent of the n-th counter in, as a console does. */
const signIn = (n: number, connection = open(n)): Session => sessions.begin(connection, { ...at(n), role: 'agent', display: 'An agent' });
const callAt = (session: Session) => {
  if (!session.connection) throw new Error('the console is there');
  return { session, actor: session.actor, connection: session.connection };
};
const place = (session: Session, n = 1) => flash.place(n, { call: callAt(session) });
const drawn = () => flash.told.flatMap((event) => (event.type === 'flashSale.drawn' ? [event.data.entrants] : []));

test.each<[string, (session: Session) => unknown]>([
  ['signs out', (session) => sessions.end(session)],
  ['is deactivated', () => sessions.endOf('agent1')],
  ['has a desk that is revoked', () => sessions.endAt('desk-1')],
  ['loses the network and does not come back', (session) => session.detach(callAt(session).connection)],
  ['has somebody else sign in at the same console', (session) => signIn(2, callAt(session).connection)],
])('who %s while the request waits takes no part in the lot, and nothing is held', async (_, happens) => {
  const session = signIn(1);
  const asked = place(session);
  await turns();
  happens(session);
  flash.timer.pass(30 * SECOND_MS);
  await turns();
  expect([drawn(), flash.heldBy]).toEqual([[0], []]);
  expect(codeOf(await asked)).toBe('HUB_UNREACHABLE');
});

test('a console that locks keeps its place: the hold is there when the PIN is given', async () => {
  const session = signIn(1);
  const asked = place(session);
  await turns();
  session.lock();
  flash.timer.pass(30 * SECOND_MS);
  expect(codeOf(await asked)).toBe('ok');
  expect([drawn(), flash.heldBy]).toEqual([[1], ['T3-1']]);
});

test('who loses the network, comes back and asks again by the same request keeps the place', async () => {
  const session = signIn(1);
  const { connection } = callAt(session);
  const first = place(session);
  const second = place(signIn(2), 2);
  await turns();
  session.detach(connection);
  session.attach(open(1));
  const again = place(session);
  await turns();
  expect(await flash.statusOf(1)).toMatchObject([{ of: 2 }]);
  expect(codeOf(await first)).toBe('HUB_UNREACHABLE');
  flash.timer.pass(30 * SECOND_MS);
  expect([codeOf(await again), codeOf(await second)]).toEqual(['ok', 'ok']);
  expect(flash.heldBy).toHaveLength(2);
});

test('who signs out, signs in again and asks by the same request has the place still, because the new session asks', async () => {
  const connection = open(1);
  const first = place(signIn(1, connection));
  await turns();
  const again = place(signIn(1, connection));
  flash.timer.pass(30 * SECOND_MS);
  expect(codeOf(await first)).toBe('HUB_UNREACHABLE');
  expect(codeOf(await again)).toBe('ok');
  expect(drawn()).toEqual([1]);
});

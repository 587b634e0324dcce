import { beforeEach, expect, test } from 'vitest';
import { recordLater } from '../../../main/sessions/record-later.ts';
import { storeUsers } from '../../../main/sessions/store-users.ts';
import type { UserStore } from '../../../main/sessions/user-store.ts';
import { PIN_FAILURES_MAX } from '../../../shared/bounds.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { ANA, MERCY, openTestHub, value } from '../support/test-hub.ts';

let users: UserStore;
let past: PromiseWithResolvers<void>;
let events: JournalEvent[];
let change: (active: boolean) => Promise<void>;

beforeEach(async () => {
  const store = await openTestHub();
  past = Promise.withResolvers<void>();
  users = recordLater(storeUsers(store.hub), past.promise);
  value(await users.add({ user: 'ruiz', display: 'Ana Ruiz', role: 'agent', pinHash: 'hash' }, MERCY, store.requestId()));
  change = async (active) =>
    void value(await store.hub.execute('users.setActive', { requestId: store.requestId(), user: 'ruiz', active }, MERCY));
  events = [];
  store.hub.on((told) => events.push(...told));
});

const RIGHT = { user: 'ruiz', right: true, against: 'hash' };
const settle = () => new Promise((done) => setTimeout(done));
const types = () => events.map(({ type }) => type);

test('while the past is sold the right PIN is let in at once, and written down afterwards (all later sales were dated at the first sign-in)', async () => {
  value(await users.recordSignIn(RIGHT, ANA));
  await settle();
  expect(types()).toEqual([]);
  past.resolve();
  await settle();
  expect(types()).toEqual(['user.signedIn']);
  value(await users.recordSignIn(RIGHT, ANA));
  expect(types()).toEqual(['user.signedIn', 'user.signedIn']);
});

test('a wrong PIN is counted at once, and locks; then the right one is refused too', async () => {
  for (let tried = 0; tried < PIN_FAILURES_MAX; tried++) await users.recordSignIn({ ...RIGHT, right: false }, ANA);
  expect(types()).toEqual(Array(PIN_FAILURES_MAX).fill('user.refused'));
  expect(await users.recordSignIn(RIGHT, ANA)).toMatchObject({ refusal: { code: 'USER_LOCKED' } });
});

test('a PIN that was changed meanwhile, a user who may not sign in, and a name that nobody has are refused', async () => {
  expect(await users.recordSignIn({ ...RIGHT, against: 'another' }, ANA)).toMatchObject({ refusal: { code: 'SIGN_IN_REFUSED' } });
  expect(await users.recordSignIn({ ...RIGHT, user: 'nobody' }, ANA)).toMatchObject({ refusal: { code: 'SIGN_IN_REFUSED' } });
  await change(false);
  expect(await users.recordSignIn(RIGHT, ANA)).toMatchObject({ refusal: { code: 'USER_INACTIVE' } });
});

import { expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, value } from '../support/test-hub.ts';

async function withUser() {
  const store = await openTestHub();
  value(await store.hub.change('users.add', { user: 'ruiz', display: 'Ana', role: 'agent', pinHash: 'hash' }, SYSTEM, store.requestId()));
  return {
    ...store,
    async signIn(desk: string, onlyKnownDesk: boolean, right = true) {
      const outcome = value(
        await store.hub.change('users.recordSignIn', { user: 'ruiz', right, against: 'hash', onlyKnownDesk }, { ...ANA, desk }, null),
      );
      return outcome.in ? 'ok' : [codeOf(outcome.refusal), outcome.refusal.refusal.details.known];
    },
    desks: async () => value(await store.hub.ask('desks.list', {}, ANA)).desks,
    entries: async () => (await store.db.query<{ type: string }>("SELECT type FROM journal WHERE type = 'user.signedIn'").all()).length,
  };
}

// One line a step: the desk, whether only known ones are wanted, what sign-in says.
test('a mistyped desk became a desk at once, and the holds of the real one were not in its tray', async () => {
  const store = await withUser();
  expect(await store.signIn('T1-09', true), 'the first desk of all has nothing to be compared with').toBe('ok');
  expect(await store.signIn('T1-90', true)).toEqual(['DESK_NEW', ['T1-09']]);
  expect(await store.signIn('T1-90', true), 'it is not known by having been asked for').toEqual(['DESK_NEW', ['T1-09']]);
  expect(await store.entries(), 'nobody was signed in there').toBe(1);
  expect(await store.signIn('T1-90', false), 'Enter again').toBe('ok');
  expect(await store.signIn('T1-90', true)).toBe('ok');
  expect(await store.desks()).toEqual(['T1-09', 'T1-90']);
});

test('a wrong PIN is told no desk', async () => {
  const store = await withUser();
  expect(await store.signIn('T1-09', true)).toBe('ok');
  expect(await store.signIn('T1-90', true, false)).toEqual(['SIGN_IN_REFUSED', undefined]);
});

test('the desk at which the first supervisor was made is known, and Aisle itself has none', async () => {
  const store = await withUser();
  expect(await store.desks()).toEqual([]);
  value(await store.hub.change('users.add', { user: 'osei', display: 'M', role: 'supervisor', pinHash: 'x' }, MERCY, store.requestId()));
  expect(await store.desks()).toEqual([MERCY.desk]);
  expect(await store.signIn(JONAS.desk, true)).toEqual(['DESK_NEW', [MERCY.desk]]);
});

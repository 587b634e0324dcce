import { expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { furnishTraining } from '../../../main/boot/furnish-training.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { TRAINING_USERS } from '../../../main/training/training-users.ts';
import { MERCY, openTestHub, value } from '../support/test-hub.ts';

test('a start that was killed between two users is mended by the next one (nobody could sign in as Mercy Osei)', async () => {
  const store = await openTestHub();
  value(await store.hub.change('users.add', { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', pinHash: 'kept' }, SYSTEM, null));
  await furnishTraining(store.hub, false);
  const { users } = value(await store.hub.ask('users.list', {}, MERCY));
  expect(users.map(({ user }) => user).sort()).toEqual(TRAINING_USERS.map(({ user }) => user).sort());
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a store that had entries is not sold, a new one is: its users and vouchers stand before its first sale', async () => {
  const store = await openTestHub();
  expect(await furnishTraining(store.hub, true)).toEqual({ home: '', soldTo: 0, others: [] });
  const newest = await store.db.query<{ at: number }>('SELECT max(at) AS at FROM journal').get();
  expect(newest?.at).toBeLessThan(store.clock.now());
  const other = await openTestHub();
  value(await other.hub.change('users.add', { user: 'zoe', display: 'Zoe', role: 'agent', pinHash: 'kept' }, SYSTEM, null));
  expect(await furnishTraining(other.hub, true)).toBeNull();
});

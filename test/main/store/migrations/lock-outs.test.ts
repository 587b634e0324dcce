import { afterEach, beforeEach, expect, test } from 'vitest';
import { PIN_LOCK_MS } from '../../../../shared/bounds.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_EIGHTH } from '../../support/first-version.ts';
import { ANA, JONAS, MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('whoever was locked out in an older store is locked at every desk that it knows, as long as before', async () => {
  const before = await openTestHub({ file: files.store });
  for (const user of ['osei', 'ruiz', 'weber'])
    value(await before.hub.change('users.add', { user, display: user, role: 'agent', pinHash: 'hash' }, MERCY, before.requestId()));
  for (const at of [ANA, JONAS]) await before.hub.change('users.recordSignIn', { user: at.user, right: true, against: 'hash' }, at, null);
  const until = before.clock.now() + PIN_LOCK_MS;
  await before.hub.close();
  // Of weber an even older version said no end.
  await makeOlder(
    files.store,
    `${TO_FORTY_EIGHTH}
    UPDATE users SET failures = 5, locked_until = ${until} WHERE user_name = 'ruiz';
    UPDATE users SET failures = 5 WHERE user_name = 'weber';`,
  );

  const after = await openTestHub({ file: files.store, clock: before.clock });
  expect(value(await after.hub.ask('users.list', {}, MERCY)).users).toMatchObject([
    { user: 'osei', lockedAt: [], lockedUntil: null },
    { user: 'ruiz', lockedAt: [MERCY.desk, ANA.desk, JONAS.desk], lockedUntil: until },
    { user: 'weber', lockedAt: [], lockedUntil: null },
  ]);
  await closeSound(after, files.store);
});

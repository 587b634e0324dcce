import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: holds of an older store have no time limit, and the store is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const held = value(await before.hold((await before.addFlight()).id, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  const [hold] = value(await after.hub.ask('holds.ofDesk', {}, ANA)).holds;
  expect(hold).toMatchObject({ locator: held.locator, expiresAt: held.expiresAt });
  expect(hold?.payBy).toBeUndefined();
  await closeSound(after, file);
});

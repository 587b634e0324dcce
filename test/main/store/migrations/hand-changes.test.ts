import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_THIRD } from '../../support/first-version.ts';
import { ANA, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('nothing was changed by hand about the flights of an older store, and it is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const { id } = await before.addFlight();
  await before.hub.close();
  await makeOlder(files.store, TO_FORTY_THIRD);

  const after = await openTestHub({ file: files.store });
  expect(value(await after.hub.ask('schedule.handChanges', { flightId: id }, ANA))).toEqual({ changes: [] });
  await closeSound(after, files.store);
});

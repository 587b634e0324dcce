import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_EIGHTH } from '../../support/first-version.ts';
import { draft320 } from '../../support/fleet-drafts.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store gets room for the seat maps of the airline; the store is sound', async () => {
  const before = await openTestHub({ file: files.store });
  await before.addFlight();
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTY_EIGHTH);

  const after = await openTestHub({ file: files.store });
  const save = { requestId: after.requestId(), draft: draft320(), basedOn: 0, reason: 'drawn anew' };
  const { id } = value(await after.hub.execute('fleet.save', save, MERCY));
  expect(value(await after.hub.ask('fleet.map', { id }, MERCY)).about.seats).toBe(178);
  await closeSound(after, files.store);
});

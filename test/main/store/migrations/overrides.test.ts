import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: in an older store nothing was decided by hand, the first decision is kept, and the store is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  expect(await after.db.query('SELECT id FROM authorisations').all()).toEqual([]);
  expect(await after.db.query('SELECT id FROM class_overrides').all()).toEqual([]);
  const decided = {
    requestId: 'decided-by-hand',
    flightId: flight.id,
    cabin: 'Y',
    authorised: 185,
    seen: 178,
    reason: 'few turn up',
  } as const;
  value(await after.hub.execute('pricing.authorise', decided, MERCY));
  expect(await after.db.query('SELECT seats_before, seats_after, reason FROM authorisations').all()).toEqual([
    { seats_before: 178, seats_after: 185, reason: 'few turn up' },
  ]);
  await closeSound(after, file);
});

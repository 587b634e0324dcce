import { afterEach, beforeEach, expect, test } from 'vitest';
import { promotionUses } from '../../../../main/store/tables/promotions-table.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: no promotion was used in an older store, its holds end as before, and it is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  const held = value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  expect(await promotionUses(after.db, 'WELCOME')).toBe(0);
  after.clock.advance(held.holdMs);
  value(await after.hub.change('holds.expireDue', {}, { user: 'ruiz', role: 'agent', desk: 'T1-04' }, null));
  await closeSound(after, file);
});

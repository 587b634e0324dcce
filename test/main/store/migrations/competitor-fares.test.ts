import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: an older store knows of no competitor, keeps a fare that it is told, and is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  const theirs = () => after.db.query('SELECT competitor_fare, competitor_read_at FROM flights').all();
  expect(await theirs()).toEqual([{ competitor_fare: null, competitor_read_at: null }]);
  await after.db.change('UPDATE flights SET competitor_fare = 9810, competitor_read_at = 1000').run();
  expect(await theirs()).toEqual([{ competitor_fare: 98_10, competitor_read_at: 1_000 }]);
  await closeSound(after, file);
});

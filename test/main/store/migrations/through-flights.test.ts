import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_FIRST } from '../../support/first-version.ts';
import { openTestHub } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store knows which of its numbers go on, and the day of operation of each leg', async () => {
  const before = await openTestHub({ file: files.store });
  const first = await before.addFlight({ number: 41, origin: 'JFK', destination: 'ORD' });
  await before.addFlight({ number: 41, origin: 'ORD', destination: 'LAX', departs_at: first.arrives_at + 1_800_000 });
  await before.addFlight({ number: 42, origin: 'ORD', destination: 'SFO' });
  await before.hub.close();
  await makeOlder(files.store, TO_FORTY_FIRST);

  const after = await openTestHub({ file: files.store });
  expect(await after.db.query('SELECT number, origin, via, destination FROM through_numbers').all()).toEqual([
    { number: 41, origin: 'JFK', via: 'ORD', destination: 'LAX' },
  ]);
  const days = 'SELECT count(*) AS legs FROM flights WHERE operating_day = service_day - day_shift';
  expect(await after.db.query(days).get()).toEqual({ legs: 3 });
  await closeSound(after, files.store);
});

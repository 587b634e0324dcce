import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_SECOND } from '../../support/first-version.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('what a supervisor of an older store decided of a flight stands, and no foreign key ties it to a table', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  const authorise = { flightId: flight.id, cabin: 'Y' as const, authorised: 182, seen: 178, reason: 'few turn up' };
  value(await before.hub.execute('pricing.authorise', { requestId: 'before-0001', ...authorise }, MERCY));
  await before.hub.close();
  await makeOlder(files.store, TO_FORTY_SECOND);

  const after = await openTestHub({ file: files.store });
  const advice = await after.hub.ask('pricing.overbookingAdvice', { flightId: flight.id, cabin: 'Y' }, MERCY);
  expect(value(advice)).toMatchObject({ authorised: 182 });
  const ties = 'SELECT t.name FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k WHERE k."table" LIKE \'flights%\'';
  expect(await after.db.query(ties).all()).toEqual([]);
  await closeSound(after, files.store);
});

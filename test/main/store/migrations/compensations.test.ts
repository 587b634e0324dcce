import { afterEach, beforeEach, expect, test } from 'vitest';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_FIRST } from '../../support/first-version.ts';
import { JONAS, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store has paid nobody who was denied boarding, its Z tells so, and it is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const id = before.requestId;
  const { shiftId } = value(
    await before.hub.execute('shift.open', { requestId: id(), floats: [{ currency: 'USD', amount: 100_00 }] }, JONAS),
  );
  const counts = [{ currency: 'USD', pieces: [], loose: 100_00 }];
  value(await before.hub.execute('shift.count', { requestId: id(), shiftId, counts }, JONAS));
  value(await before.hub.execute('shift.close', { requestId: id(), shiftId, count: 1, reason: '' }, JONAS));
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTY_FIRST);
  const older = new SqliteDatabase({ file: files.store });
  await older.script("UPDATE shift_closes SET report = json_remove(report, '$.cash[0].compensated', '$.cash[0].compensations')");
  older.close();

  const after = await openTestHub({ file: files.store });
  expect(value(await after.hub.ask('shift.report', { shiftId }, JONAS)).cash).toMatchObject([
    { compensated: 0, compensations: 0, expected: 100_00 },
  ]);
  await closeSound(after, files.store);
});

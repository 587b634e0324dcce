import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWholeFile } from '../../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { atOnce, TO_THIRTY_THIRD } from '../../support/first-version.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('what was authorised in an older store is a number of seats, a percentage follows it, and the store is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  const authorise = { flightId: flight.id, cabin: 'Y' as const, reason: 'few turn up' };
  value(await before.hub.execute('pricing.authorise', { requestId: 'before-0001', ...authorise, authorised: 182, seen: 178 }, MERCY));
  await before.hub.close();
  const older = new SqliteDatabase({ file: files.store });
  await older.script(atOnce(TO_THIRTY_THIRD));
  older.close();

  const after = await openTestHub({ file: files.store });
  const advice = async () => value(await after.hub.ask('pricing.overbookingAdvice', { flightId: flight.id, cabin: 'Y' }, MERCY));
  expect(await advice()).toMatchObject({ authorised: 182, percent: null });
  value(
    await after.hub.execute(
      'pricing.authorise',
      { requestId: 'after-0001', ...authorise, authorised: 186, percent: 105, seen: 182 },
      MERCY,
    ),
  );
  expect(await advice()).toMatchObject({ authorised: 186, percent: 105 });
  expect(await crossCheck(after.db)).toBeUndefined();
  await after.hub.close();
  const db = new SqliteDatabase({ file: files.store });
  expect(checkWholeFile(db)).toEqual([]);
  db.close();
});

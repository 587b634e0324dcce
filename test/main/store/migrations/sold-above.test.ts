import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWholeFile } from '../../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { OVERSOLD } from '../../../../main/store/known-over.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { atOnce, TO_THIRTIETH } from '../../support/first-version.ts';
import { adult, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store finds who was sold above the seats without reading all claims, and is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  const older = new SqliteDatabase({ file: files.store });
  await older.script(atOnce(TO_THIRTIETH));
  older.close();

  const after = await openTestHub({ file: files.store });
  const legs = [{ flightId: flight.id, cabin: 'Y' as const, seats: 'open' as const }];
  value(await after.hold(flight.id, [], { requestId: 'above-after-1', legs, passengers: [adult] }));
  const plan = await after.db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${OVERSOLD}`).all();
  expect(plan.map(({ detail }) => detail).join()).toContain('claims_over');
  expect(await crossCheck(after.db)).toBeUndefined();
  await after.hub.close();
  const db = new SqliteDatabase({ file: files.store });
  expect(checkWholeFile(db)).toEqual([]);
  db.close();
});

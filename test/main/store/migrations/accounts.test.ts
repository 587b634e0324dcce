import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWholeFile } from '../../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { HOUR_MS } from '../../../../shared/instants.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { atOnce, TO_TWENTY_NINTH } from '../../support/first-version.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

async function sell(): Promise<void> {
  const store = await openTestHub({ file: files.store });
  const flight = await store.addFlight({ departs_at: store.clock.now() + 48 * HOUR_MS, base_fare: 99_99 });
  const held = value(await store.hold(flight.id, ['15A']));
  value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, 'sold-before-it'));
  await store.hub.close();
}

test('an older store has no accounts, keeps its tenders, and sells on account at once', async () => {
  await sell();
  const older = new SqliteDatabase({ file: files.store });
  await older.script(atOnce(TO_TWENTY_NINTH));
  older.close();

  const store = await openTestHub({ file: files.store });
  expect(value(await store.hub.ask('accounts.list', {}, ANA)).accounts).toEqual([]);
  const { booking } = value(await store.hub.ask('bookings.get', { bookingId: 1 }, ANA));
  expect(booking.tenders).toMatchObject([{ kind: 'cash', amount: 99_99 }]);
  expect(booking.tenders[0]).not.toHaveProperty('wallet');
  const account = { code: 'HARBOUR', name: 'Harbour Travel', currency: 'USD', limit: 500_00 };
  value(await store.hub.execute('accounts.open', { requestId: 'opened-after-it', ...account }, MERCY));
  const held = value(await store.hold(1, ['15B'], { requestId: 'held-after-it' }));
  const tenders = [{ kind: 'account' as const, amount: held.total, account: 'HARBOUR' }];
  value(await store.hub.change('payments.confirm', { ...sale(held, { tenders }), approved: [] }, ANA, 'sold-after-it'));
  expect(await crossCheck(store.db)).toBeUndefined();
  await store.hub.close();
  const db = new SqliteDatabase({ file: files.store });
  expect(checkWholeFile(db)).toEqual([]);
  db.close();
});

test.each(WAYS)('%s: a store of the second version gets accounts, and is sound', async (way) => {
  await sell();
  await fromSecondVersion(files, way, Date.now());
  const store = await openTestHub({ file: files.store });
  expect(value(await store.hub.ask('accounts.list', {}, ANA)).accounts).toEqual([]);
  expect(await crossCheck(store.db)).toBeUndefined();
  await store.hub.close();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { HOUR_MS } from '../../../../shared/instants.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_TWENTY_NINTH } from '../../support/first-version.ts';
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
  await makeOlder(files.store, TO_TWENTY_NINTH);

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
  await closeSound(store, files.store);
});

test.each(WAYS)('%s: a store of the second version gets accounts, and is sound', async (way) => {
  await sell();
  await fromSecondVersion(files, way, Date.now());
  const store = await openTestHub({ file: files.store });
  expect(value(await store.hub.ask('accounts.list', {}, ANA)).accounts).toEqual([]);
  expect(await crossCheck(store.db)).toBeUndefined();
  await store.hub.close();
});

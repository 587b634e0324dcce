import { afterEach, beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { HOUR_MS } from '../../../../shared/instants.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_TWENTY_SECOND } from '../../support/first-version.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

/** One adult at 99.99, sold so many hours before departure. */
async function sell(hours: number): Promise<void> {
  const store = await openTestHub({ file: files.store });
  const flight = await store.addFlight({ departs_at: store.clock.now() + hours * HOUR_MS, base_fare: 99_99 });
  const held = value(await store.hold(flight.id, ['15A']));
  value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, 'sold-before-it'));
  await store.hub.close();
}

const OWN = '[{"overHours":48,"percent":90},{"overHours":3,"percent":33}]';

test.each([
  ['the tiers that every store had', null, 48, 99_99, 'over 24 h before departure'],
  ['the tiers that every store had', null, 12, 50_00, '6 to 24 h before departure'],
  ['tiers of its own', OWN, 47, 33_00, '3 h to 2 days before departure'],
  ['tiers of its own', OWN, 49, 89_99, 'over 2 days before departure'],
])(
  'in an older store with %s they become the first version of standard, which gives back the same to the unit',
  async (_, own, hours, back, rule) => {
    await sell(hours);
    await makeOlder(files.store, TO_TWENTY_SECOND);
    const older = new SqliteDatabase({ file: files.store });
    if (own === null) await older.script("DELETE FROM settings WHERE key = 'refundTiers'");
    else await older.change("UPDATE settings SET value = ? WHERE key = 'refundTiers'").run(own);
    older.close();

    const store = await openTestHub({ file: files.store });
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: 'asked-after-it', bookingId: 1 }, ANA));
    expect(quote).toMatchObject({ total: back, rule });
    expect(value(await store.hub.ask('refunds.policies', {}, ANA)).policies).toMatchObject([{ name: 'standard', version: 1, author: '' }]);
    expect(await store.db.query("SELECT key FROM settings WHERE key = 'refundTiers'").all()).toEqual([]);
    await closeSound(store, files.store);
  },
);

test.each(WAYS)('%s: a store of the second version refunds by the standard, and is sound', async (way) => {
  await sell(12);
  await fromSecondVersion(files, way, Date.now());
  const store = await openTestHub({ file: files.store });
  expect(value(await store.hub.ask('refunds.policies', {}, ANA)).policies).toHaveLength(1);
  expect(await crossCheck(store.db)).toBeUndefined();
  await store.hub.close();
});

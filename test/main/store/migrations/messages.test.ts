import { afterEach, beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_TWENTIETH } from '../../support/first-version.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, MERCY, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

/** The next sale of a store with push tells its passenger. */
async function tellsOfSales(store: TestHub): Promise<void> {
  const webhook = { address: 'https://example.com/', sms: false, push: true };
  value(await store.hub.change('messages.configure', { mail: null, webhook }, MERCY, 'push-is-on'));
  const hold = value(await store.hold(1, ['25A'], { requestId: 'held-after-all' }));
  value(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, 'sold-after-all'));
  expect(await store.db.query('SELECT kind FROM messages ORDER BY id').all()).toEqual([{ kind: 'held' }, { kind: 'confirmed' }]);
  expect(await crossCheck(store.db)).toBeUndefined();
}

test('in an older store nobody was told of earlier sales, the next one is told, and the store is sound', async () => {
  const file = files.store;
  const before = await openTestHub({ file });
  await before.addFlight({ fixed: true });
  const hold = value(await before.hold(1, ['20A']));
  value(await before.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, before.requestId()));
  await before.hub.close();
  await makeOlder(file, TO_TWENTIETH);

  const after = await openTestHub({ file });
  expect(value(await after.hub.ask('messages.ofBooking', { bookingId: 1 }, ANA))).toEqual({
    wishes: { language: 'en', optedOut: false },
    messages: [],
  });
  await tellsOfSales(after);
  await closeSound(after, file);
});

test.each(WAYS)('%s: a store of the second version tells of its next sale, and is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  await before.addFlight({ fixed: true });
  value(await before.hold(1, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());
  const after = await openTestHub({ file });
  await tellsOfSales(after);
  await after.hub.close();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: an older store keeps no records, finds its customers by their bookings, and keeps a first record', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const held = value(await before.hold((await before.addFlight()).id, ['20A']));
  value(await before.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, before.requestId()));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  const anyOf = [{ by: 'name', name: 'PETROV' } as const];
  expect(value(await after.hub.ask('customers.find', { anyOf, kept: true }, ANA)).customers).toEqual([]);
  const [found] = value(await after.hub.ask('customers.find', { anyOf, kept: false }, ANA)).customers;
  expect(found).toMatchObject({ name: 'PETROV/ELENA A MS', who: { by: 'booking', bookingId: held.bookingId, place: 0 } });
  const { record } = value(await after.hub.ask('customers.get', { who: { by: 'booking', bookingId: held.bookingId, place: 0 } }, ANA));
  const requestId = 'after-migration-1';
  expect(value(await after.hub.execute('customers.keep', { requestId, record, bookingId: held.bookingId }, ANA))).toEqual({
    customerId: 1,
  });
  await closeSound(after, file);
});

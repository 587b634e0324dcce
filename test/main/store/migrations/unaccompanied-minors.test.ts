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

test.each(WAYS)('%s: bookings of an older store say of nobody that a supervisor has said yes, and the store is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  const held = value(await before.hold(flight.id, ['20A']));
  value(await before.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, before.requestId()));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  const { booking } = value(await after.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA));
  expect(booking.state).toBe('CONFIRMED');
  expect(booking.minorsBy).toBeUndefined();
  await closeSound(after, file);
});

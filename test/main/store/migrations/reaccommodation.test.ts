import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { DAY_OF_FLIGHTS, openChangedHub } from '../../support/changed-hub.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTIETH } from '../../support/first-version.ts';
import { ANA, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('bookings of an older store whose flights were cancelled are listed, as its journal tells; the store is sound', async () => {
  const before = await openChangedHub({ file: files.store });
  const { bookingId } = await before.sell([[1, '15A']]);
  await before.sell([[2, '15A']]);
  await before.change(DAY_OF_FLIGHTS.filter(({ number }) => number !== 1));
  await before.hub.close();
  await makeOlder(files.store, TO_FORTIETH);

  const after = await openTestHub({ file: files.store, clock: before.clock });
  const { bookings } = value(await after.hub.ask('reaccommodation.list', { group: 'cancelled' }, ANA));
  expect(bookings.map((booking) => booking.bookingId)).toEqual([bookingId]);
  await closeSound(after, files.store);
});

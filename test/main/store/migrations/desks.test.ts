import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, JONAS, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: the desks of an older store are those that have sold or hold, and the store is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  const held = value(await before.hold(flight.id, ['20A']));
  value(await before.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, before.requestId()));
  value(await before.hold(flight.id, ['21A'], {}, JONAS));
  const released = value(await before.hold(flight.id, ['22A'], {}, MERCY));
  value(await before.hub.execute('holds.release', { requestId: before.requestId(), bookingId: released.bookingId }, MERCY));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  expect(await after.db.column<string>('SELECT name FROM desk_names ORDER BY name').all()).toEqual([ANA.desk, JONAS.desk]);
  await closeSound(after, file);
});

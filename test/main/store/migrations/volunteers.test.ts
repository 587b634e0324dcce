import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: nobody of an older store was asked to give a seat up, and the store is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  const room = value(await after.hub.ask('oversale.room', { flightId: flight.id, cabin: 'Y' }, ANA));
  expect(room).toMatchObject({ held: 1, volunteers: [] });
  await closeSound(after, file);
});

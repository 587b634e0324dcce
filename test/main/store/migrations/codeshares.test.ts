import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_FOURTH } from '../../support/first-version.ts';
import { ANA, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store knows no codeshares, finds its flights as before, and is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  await before.hub.close();
  await makeOlder(files.store, TO_FORTY_FOURTH);

  const after = await openTestHub({ file: files.store });
  const { flights } = value(await after.hub.ask('flights.named', { flightIds: [flight.id] }, ANA));
  expect(flights.map(({ marketedAs }) => marketedAs)).toEqual([undefined]);
  await closeSound(after, files.store);
});

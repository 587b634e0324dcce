import { afterEach, beforeEach, expect, test } from 'vitest';
import { dateOfDay } from '../../../../shared/instants.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: the board of an older store shows what was cancelled before, and the store is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flights = [await before.addFlight(), await before.addFlight({ cancelled: 1 })];
  const date = dateOfDay(flights[0]?.service_day ?? 0);
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  const board = value(await after.hub.ask('flights.board', { from: 'JFK', date }, ANA));
  expect(board.flights.map(({ flightId, cancelled }) => [flightId, cancelled])).toEqual([
    [flights[0]?.id, undefined],
    [flights[1]?.id, true],
  ]);
  await closeSound(after, file);
});

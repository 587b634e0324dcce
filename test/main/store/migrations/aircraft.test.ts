import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_NINTH } from '../../support/first-version.ts';
import { ANA, codeOf, MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store sells seats alone, until a flight of it gets a weight limit, and is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTY_NINTH);

  const after = await openTestHub({ file: files.store });
  const seats = async () => value(await after.hub.ask('flights.seatMap', { flightId: flight.id }, ANA));
  expect((await seats()).aircraft).toBeUndefined();
  const assign = { flightId: flight.id, tail: null, gate: '', ownLimit: 120, reason: 'short runway' };
  value(await after.hub.execute('aircraft.assign', { requestId: 'weight-limit-1', ...assign }, MERCY));
  expect((await seats()).aircraft?.weight).toEqual({ limit: 120, taken: 102, adult: 102 });
  const again = { requestId: 'weight-limit-2', exitRowConfirmed: false };
  expect(codeOf(await after.hold(flight.id, ['20B'], again))).toBe('TOO_HEAVY');
  await closeSound(after, files.store);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { dateOfDay } from '../../../../shared/instants.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_FIFTH } from '../../support/first-version.ts';
import { ANA, MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store knows the airports that ship, and those that are added to it after the next start too', async () => {
  const before = await openTestHub({ file: files.store });
  await before.addFlight();
  await before.hub.close();
  await makeOlder(files.store, TO_FORTY_FIFTH);

  const after = await openTestHub({ file: files.store });
  expect(value(await after.hub.ask('airports.list', {}, ANA))).toEqual({ changes: [] });
  const facts = { name: 'New Bridge Airport', city: 'New Bridge', cityCode: 'XNB', country: 'US', zone: 'America/New_York', closed: false };
  const from = dateOfDay(Math.floor(after.clock.now() / 86_400_000));
  const change = { code: 'XNB', from, ...facts, north: 415_000, east: -742_500, basedOn: 0, reason: 'opens' };
  value(await after.hub.execute('airports.set', { requestId: 'airport-0001', ...change }, MERCY));
  await closeSound(after, files.store);

  const later = await openTestHub({ file: files.store });
  expect(value(await later.hub.ask('flights.places', { text: 'XNB' }, ANA)).places[0]).toMatchObject({ code: 'XNB', city: 'New Bridge' });
  await closeSound(later, files.store);
});

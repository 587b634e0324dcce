import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWholeFile } from '../../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { atOnce, TO_THIRTY_SECOND } from '../../support/first-version.ts';
import { ANA, adult, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('a party that waits in an older store waits for any booking class, and the store is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  const authorise = { requestId: before.requestId(), flightId: flight.id, cabin: 'Y' as const, authorised: 0, seen: 178, reason: 'a test' };
  value(await before.hub.execute('pricing.authorise', authorise, { ...ANA, role: 'supervisor' }));
  const join = {
    ...{ requestId: 'join-before-1', flights: [flight.id], cabin: 'Y' as const, passengers: [adult], name: 'CHEN/MEI' },
    ...{ phone: '+1 646 555 0117', fareLimit: null, priority: 'normal' as const, reason: '' },
  };
  value(await before.hub.execute('waitlist.join', join, ANA));
  await before.hub.close();
  const older = new SqliteDatabase({ file: files.store });
  await older.script(atOnce(TO_THIRTY_SECOND));
  older.close();

  const after = await openTestHub({ file: files.store });
  const { entries } = value(await after.hub.ask('waitlist.of', { flightId: flight.id, cabin: 'Y' }, ANA));
  expect(entries).toMatchObject([{ state: 'WAITING', bookingClass: null }]);
  expect(await crossCheck(after.db)).toBeUndefined();
  await after.hub.close();
  const db = new SqliteDatabase({ file: files.store });
  expect(checkWholeFile(db)).toEqual([]);
  db.close();
});

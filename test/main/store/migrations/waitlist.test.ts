import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWholeFile } from '../../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { atOnce, TO_NINETEENTH } from '../../support/first-version.ts';
import { ANA, adult, openTestHub, value } from '../../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-waitlist-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an older store opens without anybody on a waitlist, takes a party, and is sound', async () => {
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  const older = new SqliteDatabase({ file });
  await older.script(atOnce(TO_NINETEENTH));
  older.close();

  const after = await openTestHub({ file });
  expect(value(await after.hub.ask('waitlist.flights', {}, ANA)).lists).toEqual([]);
  const input = {
    ...{
      requestId: 'join-after-1',
      flights: [flight.id],
      cabin: 'Y' as const,
      passengers: [adult],
      name: 'CHEN/MEI',
      phone: '+1 646 555 0117',
    },
    ...{ fareLimit: null, priority: 'normal' as const, reason: '' },
  };
  expect(value(await after.hub.execute('waitlist.join', input, ANA))).toMatchObject({
    state: 'OFFERED',
  });
  expect(await crossCheck(after.db)).toBeUndefined();
  await after.hub.close();
  const db = new SqliteDatabase({ file });
  expect(checkWholeFile(db)).toEqual([]);
  db.close();
});

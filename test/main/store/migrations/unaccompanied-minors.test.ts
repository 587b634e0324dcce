import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWholeFile } from '../../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { toSecondVersion } from '../../support/first-version.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-minors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('bookings of an older store say of nobody that a supervisor has said yes, and the store is sound', async () => {
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  const held = value(await before.hold(flight.id, ['20A']));
  value(await before.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, before.requestId()));
  await before.hub.close();
  await toSecondVersion(file);

  const after = await openTestHub({ file });
  const { booking } = value(await after.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA));
  expect(booking.state).toBe('CONFIRMED');
  expect(booking.minorsBy).toBeUndefined();
  expect(await crossCheck(after.db)).toBeUndefined();
  await after.hub.close();
  const db = new SqliteDatabase({ file });
  expect(checkWholeFile(db)).toEqual([]);
  db.close();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskEntries } from '../../../../main/reports/sales-totals.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_FIFTH } from '../../support/first-version.ts';
import { MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

const ALL = { after: 0, before: Number.MAX_SAFE_INTEGER };
const INDEX = "SELECT sql FROM sqlite_schema WHERE name = 'journal_shift'";

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store counts the same decisions by the new index, has no word list in it, and is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight({ fixed: true });
  const authorise = { flightId: flight.id, cabin: 'Y' as const, authorised: 182, seen: 178, reason: 'few turn up' };
  value(await before.hub.execute('pricing.authorise', { requestId: 'before-0001', ...authorise }, MERCY));
  const held = value(await before.hold(flight.id, ['15A'], {}, MERCY));
  value(await before.hub.change('payments.confirm', { ...sale(held), approved: [] }, MERCY, 'before-0002'));
  const { bookingId } = held;
  const wish = { requestId: 'before-0003', bookingId, waiver: 'promised on the phone' };
  const { offerId } = value(await before.hub.execute('bookings.cancelQuote', wish, MERCY));
  value(await before.hub.execute('bookings.cancel', { requestId: 'before-0004', bookingId, offerId }, MERCY));
  const counted = await deskEntries(before.db, MERCY.desk, ALL);
  expect(counted.overridden).toEqual({ authorised: 1, waiver: 1 });
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTY_FIFTH);
  const older = new SqliteDatabase({ file: files.store });
  expect(await older.query<{ sql: string }>(INDEX).get()).toMatchObject({ sql: expect.stringContaining(' IN (') });
  older.close();

  const after = await openTestHub({ file: files.store });
  // SQLite makes a table of the words of an IN for each statement that writes entries.
  expect(await after.db.query<{ sql: string }>(INDEX).get()).not.toMatchObject({ sql: expect.stringContaining(' IN (') });
  expect(await deskEntries(after.db, MERCY.desk, ALL)).toEqual(counted);
  await closeSound(after, files.store);
});

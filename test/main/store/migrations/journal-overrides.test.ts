import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskEntries } from '../../../../main/reports/sales-totals.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_FOURTH } from '../../support/first-version.ts';
import { MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

const ALL = { after: 0, before: Number.MAX_SAFE_INTEGER };
const INDEX = "SELECT sql FROM sqlite_schema WHERE name = 'journal_shift'";

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('in an older store what was authorised still counts, a rule that is waived from now on does too, and the store is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight({ fixed: true });
  const authorise = { flightId: flight.id, cabin: 'Y' as const, authorised: 182, seen: 178, reason: 'few turn up' };
  value(await before.hub.execute('pricing.authorise', { requestId: 'before-0001', ...authorise }, MERCY));
  const held = value(await before.hold(flight.id, ['15A'], {}, MERCY));
  value(await before.hub.change('payments.confirm', { ...sale(held), approved: [] }, MERCY, 'before-0002'));
  const index = await before.db.query<{ sql: string }>(INDEX).get();
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTY_FOURTH);

  const after = await openTestHub({ file: files.store });
  expect(await after.db.query(INDEX).get()).toEqual(index);
  expect(await deskEntries(after.db, MERCY.desk, ALL)).toMatchObject({ overrides: 1, overridden: { authorised: 1 } });
  const { bookingId } = held;
  const wish = { requestId: 'after-0001', bookingId, waiver: 'promised on the phone' };
  const { offerId } = value(await after.hub.execute('bookings.cancelQuote', wish, MERCY));
  value(await after.hub.execute('bookings.cancel', { requestId: 'after-0002', bookingId, offerId }, MERCY));
  expect(await deskEntries(after.db, MERCY.desk, ALL)).toMatchObject({ overrides: 2, overridden: { authorised: 1, waiver: 1 } });
  await closeSound(after, files.store);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '../../../../main/actor.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_EIGHTEENTH } from '../../support/first-version.ts';
import { ANA, type Confirm, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-changes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A sale on its own row, cancelled with all of its money back. Returns the number of its job, if its card gave it one. */
async function soldAndCancelled(store: TestHub, row: number, tender: Confirm['tenders'][number], approved: string | null): Promise<void> {
  const { hub, requestId } = store;
  const hold = value(await store.hold(1, [`${row}A`]));
  const sold = sale(hold, { tenders: [tender] });
  if (approved !== null)
    value(
      await hub.change(
        'payments.begin',
        { ...sold, charges: [{ reference: approved, amount: hold.total }], terminal: true },
        ANA,
        requestId(),
      ),
    );
  const charges = approved === null ? [] : [{ tender: 0, reference: approved, approvalCode: '012345' }];
  value(await hub.change('payments.confirm', { ...sold, approved: charges }, ANA, requestId()));
  const { bookingId } = hold;
  const { offerId } = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
  value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId }, ANA));
}

test('in an older store every refund becomes a row, one that is due is still given back under the name that the terminal knows, and the store is sound', async () => {
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  await before.addFlight({ fixed: true });
  await before.addVouchers();
  await soldAndCancelled(before, 20, { kind: 'cash', amount: 100_00, given: 100_00 }, null);
  await soldAndCancelled(before, 21, { kind: 'voucher', amount: 100_00, voucher: 'VQ8H2K' }, null);
  await soldAndCancelled(before, 22, { kind: 'card', amount: 100_00, approvalCode: null, testCard: null }, 'card-done');
  const done = { jobId: 1, triesBefore: 0, done: true, answer: '', lasting: false, retryAfterMs: 0 };
  value(await before.hub.change('jobs.record', done, SYSTEM, null));
  await soldAndCancelled(before, 23, { kind: 'card', amount: 100_00, approvalCode: null, testCard: null }, 'card-due');
  await before.hub.close();
  await makeOlder(file, TO_EIGHTEENTH);
  const older = new SqliteDatabase({ file });
  expect(await older.query('SELECT reference, state, refund FROM payments ORDER BY reference').all()).toEqual([
    { reference: 'card-done', state: 'REFUNDED', refund: 100_00 },
    { reference: 'card-due', state: 'REFUND_DUE', refund: 100_00 },
  ]);
  older.close();

  const after = await openTestHub({ file });
  expect(await after.db.query('SELECT place, amount, reference, called, state FROM refunds ORDER BY id').all()).toEqual([
    { place: 0, amount: 100_00, reference: null, called: null, state: null },
    { place: 0, amount: 100_00, reference: null, called: null, state: null },
    { place: 0, amount: 100_00, reference: 'card-done', called: 'card-done', state: 'DONE' },
    { place: 0, amount: 100_00, reference: 'card-due', called: 'card-due', state: 'DUE' },
  ]);
  expect(value(await after.hub.look('jobs.due', {}))).toMatchObject([{ subject: 'card-due', reference: 'card-due', amount: 100_00 }]);
  expect(value(await after.hub.ask('bookings.get', { bookingId: 1 }, ANA)).booking).toMatchObject({
    state: 'CANCELLED',
    fees: 0,
    refunded: 100_00,
  });
  expect(await crossCheck(after.db)).toBeUndefined();
  value(await after.hub.change('jobs.record', { ...done, jobId: 2 }, SYSTEM, null));
  await closeSound(after, file);
});

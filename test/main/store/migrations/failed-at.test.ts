import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../../main/store/migrate.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fakeComputer } from '../../support/fake-computer.ts';
import { makeOlder, TO_THIRTY_SIXTH } from '../../support/first-version.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

const FAILED_AT = 'SELECT id, failed_at FROM bookings ORDER BY id';

/** Four holds in a closed store: one that stands, one that failed by the right time, one by a time that stood ahead, and one after that was set right. */
async function failOverTime() {
  const computer = fakeComputer();
  const store = await openTestHub({ file: files.store, clock: computer.start() });
  const { hub, requestId } = store;
  const flight = await store.addFlight({ departs_at: computer.wall + 20 * DAY_MS });
  const fail = async (seat: string) => {
    const { bookingId } = value(await store.hold(flight.id, [seat]));
    computer.pass(1_000);
    value(await hub.change('payments.fail', { bookingId, reason: 'declined', charges: [], final: true }, ANA, requestId()));
    return computer.wall;
  };
  const byRightTime = await fail('15A');
  computer.set(26 * HOUR_MS);
  await fail('15B');
  computer.set(-26 * HOUR_MS);
  computer.pass(HOUR_MS);
  value(await hub.stepClock('clock.setBack', computer.wall, MERCY, requestId()));
  const setRight = computer.wall;
  const after = await fail('15C');
  value(await store.hold(flight.id, ['15D']));
  const failedAt = await store.db.query(FAILED_AT).all();
  await hub.close();
  expect(failedAt).toEqual([
    { id: 1, failed_at: byRightTime },
    { id: 2, failed_at: setRight },
    { id: 3, failed_at: after },
    { id: 4, failed_at: null },
  ]);
  return { computer, failedAt };
}

test('in an older store each payment says when it failed, as the journal tells, and is listed and queued; the store is sound', async () => {
  const { computer, failedAt } = await failOverTime();
  await makeOlder(files.store, TO_THIRTY_SIXTH);

  const after = await openTestHub({ file: files.store, clock: computer.start() });
  expect(await after.db.query(FAILED_AT).all()).toEqual(failedAt);
  const { payments } = value(await after.hub.ask('payments.failed', {}, MERCY));
  expect(payments.map(({ bookingId }) => bookingId)).toEqual([3, 2, 1]);
  const { items } = value(await after.hub.ask('queues.look', { queue: 'failedPayment', dayBegan: 0 }, ANA));
  expect(items.map(({ subject }) => subject)).toEqual([1, 3, 2]);
  await closeSound(after, files.store);
});

test('a payment of which the journal of an older store does not say that it failed counts from when its hold was placed', async () => {
  await failOverTime();
  await makeOlder(files.store, `${TO_THIRTY_SIXTH} DELETE FROM journal WHERE type = 'payment.failed' AND booking_id = 1;`);
  const db = new SqliteDatabase({ file: files.store });
  await migrate(db);
  expect(await db.query('SELECT failed_at - created_at AS after FROM bookings WHERE id = 1').get()).toEqual({ after: 0 });
  db.close();
});

test.each(WAYS)('%s: a store of the second version lists what failed in it, and is sound', async (way) => {
  const before = await openTestHub({ file: files.store });
  const { bookingId } = value(await before.hold((await before.addFlight()).id, ['20A']));
  before.clock.advance(1_000);
  const failed = { bookingId, reason: 'declined', charges: [], final: true };
  value(await before.hub.change('payments.fail', failed, ANA, before.requestId()));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file: files.store, clock: before.clock });
  const { payments } = value(await after.hub.ask('payments.failed', {}, MERCY));
  expect(payments).toMatchObject([{ bookingId, failedAt: before.clock.now(), reason: 'declined' }]);
  await closeSound(after, files.store);
});

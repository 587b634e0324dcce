import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: an older store gets queues, and is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const { bookingId } = value(await before.hold((await before.addFlight()).id, ['20A']));
  const failed = { bookingId, reason: 'declined', charges: [], final: true };
  value(await before.hub.change('payments.fail', failed, ANA, before.requestId()));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  const { items } = value(await after.hub.ask('queues.look', { queue: 'failedPayment', dayBegan: 0 }, ANA));
  expect(items).toMatchObject([{ subject: bookingId, answer: 'declined', lock: null, remark: '' }]);
  value(await after.hub.execute('queues.next', { requestId: 'asked-after-it', queue: 'failedPayment', after: null }, ANA));
  await closeSound(after, file);
});

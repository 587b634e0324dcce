import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_SECOND } from '../../support/first-version.ts';
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
  await makeOlder(files.store, TO_THIRTY_SECOND);

  const after = await openTestHub({ file: files.store });
  const { entries } = value(await after.hub.ask('waitlist.of', { flightId: flight.id, cabin: 'Y' }, ANA));
  expect(entries).toMatchObject([{ state: 'WAITING', bookingClass: null }]);
  await closeSound(after, files.store);
});

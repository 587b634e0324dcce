import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_SEVENTH } from '../../support/first-version.ts';
import { ANA, adult, MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('of a party that was moved in an older store its last move is known, of one that was not none; the store is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  const authorise = { requestId: before.requestId(), flightId: flight.id, cabin: 'Y' as const, authorised: 0, seen: 178, reason: 'a test' };
  value(await before.hub.execute('pricing.authorise', authorise, MERCY));
  const about = { flights: [flight.id], cabin: 'Y' as const, passengers: [adult], phone: '+1 646 555 0117', fareLimit: null };
  const high = { priority: 'high' as const, reason: 'full fare' };
  for (const name of ['CHEN/MEI', 'HAGEN/NILS'])
    value(await before.hub.execute('waitlist.join', { requestId: before.requestId(), ...about, ...high, name }, ANA));
  for (const [priority, reason] of [
    ['normal', 'no full fare'],
    ['supervisor', 'missed connection'],
  ] as const) {
    before.clock.advance(1_000);
    value(await before.hub.execute('waitlist.move', { requestId: before.requestId(), entryId: 1, priority, reason }, MERCY));
  }
  const moved = before.clock.now();
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTY_SEVENTH);

  const after = await openTestHub({ file: files.store });
  const { history } = value(await after.hub.ask('waitlist.of', { flightId: flight.id, cabin: 'Y' }, ANA));
  expect(history).toMatchObject([
    { entryId: 1, kind: 'moved', at: moved, text: 'supervisor: missed connection', user: MERCY.user },
    { entryId: 2, kind: 'joined', text: 'high: full fare' },
    { entryId: 1, kind: 'joined', text: '' },
  ]);
  await closeSound(after, files.store);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { OVERSOLD } from '../../../../main/store/known-over.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTIETH } from '../../support/first-version.ts';
import { adult, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store finds who was sold above the seats without reading all claims, and is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTIETH);

  const after = await openTestHub({ file: files.store });
  const legs = [{ flightId: flight.id, cabin: 'Y' as const, seats: 'open' as const }];
  value(await after.hold(flight.id, [], { requestId: 'above-after-1', legs, passengers: [adult] }));
  const plan = await after.db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${OVERSOLD}`).all();
  expect(plan.map(({ detail }) => detail).join()).toContain('claims_over');
  await closeSound(after, files.store);
});

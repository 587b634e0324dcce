import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_THIRTY_THIRD } from '../../support/first-version.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('what was authorised in an older store is a number of seats, a percentage follows it, and the store is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  const authorise = { flightId: flight.id, cabin: 'Y' as const, reason: 'few turn up' };
  value(await before.hub.execute('pricing.authorise', { requestId: 'before-0001', ...authorise, authorised: 182, seen: 178 }, MERCY));
  await before.hub.close();
  await makeOlder(files.store, TO_THIRTY_THIRD);

  const after = await openTestHub({ file: files.store });
  const advice = async () => value(await after.hub.ask('pricing.overbookingAdvice', { flightId: flight.id, cabin: 'Y' }, MERCY));
  expect(await advice()).toMatchObject({ authorised: 182, percent: null });
  value(
    await after.hub.execute(
      'pricing.authorise',
      { requestId: 'after-0001', ...authorise, authorised: 186, percent: 105, seen: 182 },
      MERCY,
    ),
  );
  expect(await advice()).toMatchObject({ authorised: 186, percent: 105 });
  await closeSound(after, files.store);
});

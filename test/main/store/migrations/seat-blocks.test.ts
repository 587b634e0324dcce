import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_TWENTY_FIFTH } from '../../support/first-version.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store opens without blocked seats, takes a block, and is sound', async () => {
  const before = await openTestHub({ file: files.store });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await makeOlder(files.store, TO_TWENTY_FIFTH);

  const after = await openTestHub({ file: files.store });
  const ask = () => after.hub.ask('seats.blocks', { flightId: flight.id }, MERCY);
  expect(value(await ask())).toEqual({ blocks: [], notUsable: 0 });
  const input = {
    requestId: 'block-after-1',
    flightId: flight.id,
    what: '20 B-C',
    cabin: null,
    code: 'INOP',
    remark: '',
    until: null,
  } as const;
  expect(value(await after.hub.execute('seats.block', input, MERCY))).toMatchObject({ authorised: 176, held: 1 });
  expect(value(await ask())).toMatchObject({ notUsable: 2 });
  await closeSound(after, files.store);
});

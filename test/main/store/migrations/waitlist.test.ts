import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_NINETEENTH } from '../../support/first-version.ts';
import { ANA, adult, openTestHub, value } from '../../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-waitlist-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an older store opens without anybody on a waitlist, takes a party, and is sound', async () => {
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await makeOlder(file, TO_NINETEENTH);

  const after = await openTestHub({ file });
  expect(value(await after.hub.ask('waitlist.flights', {}, ANA)).lists).toEqual([]);
  const input = {
    ...{
      requestId: 'join-after-1',
      flights: [flight.id],
      cabin: 'Y' as const,
      passengers: [adult],
      name: 'CHEN/MEI',
      phone: '+1 646 555 0117',
    },
    ...{ fareLimit: null, priority: 'normal' as const, reason: '' },
  };
  expect(value(await after.hub.execute('waitlist.join', input, ANA))).toMatchObject({
    state: 'OFFERED',
  });
  await closeSound(after, file);
});

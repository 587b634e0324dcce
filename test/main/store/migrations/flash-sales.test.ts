import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_SEVENTH } from '../../support/first-version.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('an older store has no flash sale, and keeps one that is opened: open, drawn and closed, as its journal says', async () => {
  const before = await openTestHub({ file: files.store });
  await before.addFlight();
  await before.hub.close();
  await makeOlder(files.store, TO_FORTY_SEVENTH);

  const after = await openTestHub({ file: files.store });
  expect(value(await after.hub.look('flashSales.open', {})).sales).toEqual([]);
  const begin = { flightId: 1, mode: 'lot' as const, seconds: 30, seed: 'a'.repeat(64) };
  const { number } = value(await after.hub.change('flashSale.begin', begin, MERCY, 'flash-0001'));
  await closeSound(after, files.store);

  const later = await openTestHub({ file: files.store });
  expect(value(await later.hub.look('flashSales.open', {})).sales).toMatchObject([{ number, flightId: 1, seconds: 30, drawn: false }]);
  const drawing = { number, entrants: ['T1-04 ruiz', 'T2-11 weber'] };
  expect(value(await later.hub.change('flashSale.draw', drawing, MERCY, null))).toEqual({ seed: begin.seed });
  expect(value(await later.hub.change('flashSale.draw', drawing, MERCY, null))).toEqual({ seed: null });
  value(await later.hub.change('flashSale.end', { flightId: 1 }, MERCY, 'flash-0002'));
  await closeSound(later, files.store);
});

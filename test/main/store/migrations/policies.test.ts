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

test.each(WAYS)('%s: the flights of an older store cost what they cost before, by policies that are found by scope', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flights = [
    await before.addFlight({ base_fare: 123_45 }),
    await before.addFlight({ fixed: true }),
    await before.addFlight({ base_fare: 45_000, currency: 'KWD', fixed: true }),
  ];
  for (const { id } of flights) value(await before.hold(id, ['20A', '20B']));
  const prices = async ({ hub }: typeof before) => {
    const maps = await Promise.all(flights.map(async ({ id }) => value(await hub.ask('flights.seatMap', { flightId: id }, ANA))));
    return maps.map(({ flight }) => flight.cabins.map(({ cabin, price }) => [cabin, price]));
  };
  const then = await prices(before);
  expect(then.flat().length).toBeGreaterThanOrEqual(flights.length);
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  expect(await prices(after)).toEqual(then);
  const { policies } = value(await after.hub.ask('pricing.history', { limit: 9 }, ANA));
  expect(policies.map(({ version, scope, author }) => [version, scope.kind, author])).toEqual([
    [3, 'flight', ''],
    [2, 'flight', ''],
    [1, 'network', ''],
  ]);
  const columns = await after.db.column<string>("SELECT name FROM pragma_table_info('flights')").all();
  expect(columns).not.toContain('strategy');
  await closeSound(after, file);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { openTestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: an older store keeps its flights, takes a second departure of a number, and is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  expect(await after.db.query('SELECT id, departure, day_shift FROM flights').all()).toEqual([
    { id: flight.id, departure: 1, day_shift: 0 },
  ]);
  const columns =
    'id, carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency, cancelled';
  const copy = `INSERT INTO flights (${columns}, departure, day_shift) SELECT id + 1, carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map,
    base_fare, currency, cancelled, ?, 0 FROM flights WHERE id = ?`;
  await expect((async () => after.db.change(copy).run(1, flight.id))()).rejects.toThrow('UNIQUE');
  expect(await after.db.change(copy).run(2, flight.id)).toBe(1);
  await closeSound(after, file);
});

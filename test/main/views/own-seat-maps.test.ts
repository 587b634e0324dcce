import { afterEach, beforeEach, expect, test } from 'vitest';
import { openForReading } from '../../../main/store/open-store.ts';
import { addSeatMap } from '../../../main/store/tables/seat-maps-table.ts';
import { withOwnSeatMaps } from '../../../main/views/own-seat-maps.ts';
import { backupStore } from '../backup/backup-store.ts';
import { draft320 } from '../support/fleet-drafts.ts';
import { openFleetHub } from '../support/fleet-hub.ts';
import { openTestHub, value } from '../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('a reader that was open before knows a map as soon as it is saved, and within a snapshot only what is in it', async () => {
  const writer = await openTestHub({ file: files.store });
  const { db } = await openForReading(files.store);
  const known = withOwnSeatMaps(writer.reference, db);
  const save = { requestId: writer.requestId(), draft: draft320(), basedOn: 0, reason: 'drawn anew' };
  const actor = { user: 'osei', role: 'supervisor', desk: 'T1-01' } as const;
  const id = await db.snapshot(async () => {
    await db.query('SELECT count(*) FROM seat_maps').get();
    const saved = value(await writer.hub.execute('fleet.save', save, actor));
    expect(known.seatPlan(saved.id)).toBeUndefined();
    return saved.id;
  });
  expect(known.seatPlan(id)?.capacity).toEqual({ Y: 178 });
  expect(known.seatPlan(id)).toBe(known.seatPlan(id));
  expect(known.seatPlan('a320')).toBe(writer.reference.seatPlan('a320'));
  await db.close();
  await writer.hub.close();
});

test('a map whose transaction was undone is gone from the store; the id means the same when it comes back', async () => {
  const { db, reference, save, hub } = await openFleetHub();
  const known = withOwnSeatMaps(reference, db);
  const id = 'own-0123456789ab';
  const map = JSON.stringify({ ...draft320(), id, equipment: ['320'] });
  const row = { id, carrier: '', equipment: '320', configuration: 'Y178', version: 1, map, user: 'osei', reason: 'a test', saved_at: 1 };
  await db.begin();
  await addSeatMap(db, row);
  const seen = known.seatPlan(id);
  expect(seen?.capacity).toEqual({ Y: 178 });
  await db.rollback();
  expect(withOwnSeatMaps(reference, db).seatPlan(id)).toBeUndefined();
  await addSeatMap(db, row);
  expect(known.seatPlan(id)?.map).toEqual(withOwnSeatMaps(reference, db).seatPlan(id)?.map);
  const other = await save(draft320());
  expect(other).not.toBe(id);
  await hub.close();
});

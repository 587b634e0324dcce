import { describe, expect, it } from 'vitest';
import { BatchCache } from '../../../main/engine/batch-cache.ts';
import { openTestHub } from '../support/test-hub.ts';

async function openCache() {
  const store = await openTestHub();
  const { id } = await store.addFlight();
  const cache = new BatchCache(store.db);
  const flightInBatch = async () => {
    cache.begin();
    const flight = await cache.flight(id);
    cache.committed();
    return flight;
  };
  return { db: store.db, flightInBatch };
}

describe('what commands read again and again', () => {
  it('is read once for many batches', async () => {
    const { flightInBatch } = await openCache();
    expect(await flightInBatch()).toBe(await flightInBatch());
  });

  it('is read again when something else was written between two batches', async () => {
    const { db, flightInBatch } = await openCache();
    expect(await flightInBatch()).toMatchObject({ cancelled: 0 });
    await db.change('UPDATE flights SET cancelled = 1').run();
    expect(await flightInBatch()).toMatchObject({ cancelled: 1 });
  });
});

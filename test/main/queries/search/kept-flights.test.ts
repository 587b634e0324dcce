import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptFlights } from '../../../../main/queries/search/kept-flights.ts';
import { openForReading } from '../../../../main/store/open-store.ts';
import type { CabinCounter, FlightRow } from '../../../../main/store/tables/flights-table.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { MERCY, openTestHub, value } from '../../support/test-hub.ts';

const row = (id: number, more: Partial<FlightRow> = {}): FlightRow => ({
  id,
  carrier: 'B6',
  number: 100 + (id % 1_000),
  suffix: id % 2 === 0 ? '' : 'A',
  origin: 'JFK',
  destination: 'LAX',
  service_day: 20_780,
  departs_at: Date.UTC(2026, 10, 23, 14, id % 60),
  arrives_at: Date.UTC(2026, 10, 23, 20),
  equipment: '320',
  seat_map: 'a320',
  base_fare: 3_000_000_000,
  currency: 'IDR',
  cancelled: 0,
  competitor_fare: null,
  competitor_read_at: null,
  operating_day: 20_780,
  ...more,
});

describe('the flights that searches have read', () => {
  it('are given as they were read, and not for another schedule', () => {
    const kept = new KeptFlights();
    const flights = [
      row(7),
      row(2_500_000_000, { competitor_fare: 0, competitor_read_at: Date.UTC(2026, 10, 20), cancelled: 1, destination: 'BOS' }),
      row(9, { currency: 'USD', equipment: '77W', seat_map: 'own-0123456789ab' }),
    ];
    for (const flight of flights) kept.keep(flight);
    expect(flights.map(({ id }) => kept.get(id))).toEqual(flights);
    expect(kept.get(8)).toBeUndefined();
    kept.forget();
    expect(kept.get(7)).toBeUndefined();
  });

  it('are forgotten when nobody asked for them while others came', () => {
    const kept = new KeptFlights();
    for (let id = 1; id <= 32_000; id++) kept.keep(row(id));
    kept.keepCounters(1, [{ cabin: 'Y', authorised: 178, held: 1, sold: 2 }]);
    kept.keep(row(32_001));
    expect(kept.get(1)).toEqual(row(1));
    for (let id = 32_002; id <= 64_000; id++) kept.keep(row(id));
    expect(kept.get(1)).toEqual(row(1));
    expect(kept.counters(1)).toEqual([{ cabin: 'Y', authorised: 178, held: 1, sold: 2 }]);
    expect(kept.get(32_001)).toEqual(row(32_001));
    expect(kept.get(2)).toBeUndefined();
  });

  it('have no counters before these were read, and the same when nothing was ever sold', () => {
    const kept = new KeptFlights();
    kept.keep(row(7));
    expect(kept.counters(7)).toBeUndefined();
    kept.keepCounters(7, []);
    expect(kept.counters(7)).toEqual([]);
    const counters: CabinCounter[] = [
      { cabin: 'J', authorised: 12, held: 0, sold: 12 },
      { cabin: 'Y', authorised: 190, held: 3, sold: 186 },
    ];
    kept.keepCounters(7, counters);
    expect(kept.counters(7)).toEqual(counters);
    kept.keepCounters(8, counters);
    expect(kept.counters(8)).toBeUndefined();
  });
});

describe('what is sold of them, on a connection that only reads', () => {
  let files: ReturnType<typeof backupStore>;
  beforeEach(() => {
    files = backupStore();
  });
  afterEach(() => files.remove());

  async function station() {
    const writer = await openTestHub({ file: files.store });
    const [one, other] = [await writer.addFlight(), await writer.addFlight()];
    const { db } = await openForReading(files.store);
    const kept = new KeptFlights();
    /** As a search does: what was sold of both, by what it must still read. */
    const search = () =>
      db.snapshot(async () => {
        await kept.catchUp(db);
        const anew: number[] = [];
        for (const { id } of [one, other]) {
          if (!kept.get(id)) kept.keep(row(id));
          if (kept.counters(id)) continue;
          anew.push(id);
          kept.keepCounters(id, []);
        }
        return anew;
      });
    return { writer, db, one, other, search };
  }

  it('is read again for the flight on which something happened, and for no other', async () => {
    const { writer, db, one, other, search } = await station();
    expect(await search()).toEqual([one.id, other.id]);
    expect(await search()).toEqual([]);
    const hold = value(await writer.hold(other.id, ['21A']));
    expect(await search()).toEqual([other.id]);
    expect(await search()).toEqual([]);
    value(
      await writer.hub.execute('holds.release', { requestId: writer.requestId(), bookingId: hold.bookingId }, { ...MERCY, desk: 'T1-04' }),
    );
    expect(await search()).toEqual([other.id]);
    await db.close();
    await writer.hub.close();
  });

  it('is read again for all flights when something happened that changes all screens', async () => {
    const { writer, db, one, other, search } = await station();
    await search();
    value(await writer.hub.execute('settings.set', { requestId: writer.requestId(), name: 'holdMinutes', value: 5 }, MERCY));
    expect(await search()).toEqual([one.id, other.id]);
    await db.close();
    await writer.hub.close();
  });

  it('is read again for all flights after more events than are looked through, once', async () => {
    const { writer, db, one, other, search } = await station();
    await search();
    const seats = Array.from({ length: 15 }, (_, at) => `${at + 16}A`);
    for (let round = 0; round < 20; round++) {
      const holds = await Promise.all(seats.map((seat) => writer.hold(one.id, [seat])));
      const ends = holds.map((hold) => ({ requestId: writer.requestId(), bookingId: value(hold).bookingId }));
      await Promise.all(ends.map((end) => writer.hub.execute('holds.release', end, { ...MERCY, desk: 'T1-04' })));
    }
    expect(await search()).toEqual([one.id, other.id]);
    expect(await search()).toEqual([]);
    await db.close();
    await writer.hub.close();
  });

  it('is what the snapshot of a search has, whatever is sold meanwhile', async () => {
    const { writer, db, one, search } = await station();
    await search();
    const kept = new KeptFlights();
    await db.snapshot(async () => {
      await kept.catchUp(db);
      kept.keep(row(one.id));
      kept.keepCounters(one.id, []);
      value(await writer.hold(one.id, ['21A']));
      await kept.catchUp(db);
      expect(kept.counters(one.id)).toEqual([]);
    });
    await db.snapshot(() => kept.catchUp(db));
    expect(kept.counters(one.id)).toBeUndefined();
    await db.close();
    await writer.hub.close();
  });

  it('is kept for one search alone where the connection may write', async () => {
    const { writer, db, one } = await station();
    const kept = new KeptFlights();
    await kept.catchUp(writer.db);
    kept.keep(row(one.id));
    kept.keepCounters(one.id, []);
    expect(kept.counters(one.id)).toEqual([]);
    await kept.catchUp(writer.db);
    expect(kept.counters(one.id)).toBeUndefined();
    await db.close();
    await writer.hub.close();
  });
});

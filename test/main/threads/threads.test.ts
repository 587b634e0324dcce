import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoreHub } from '../../../main/engine/store-hub.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { startReaderPool } from '../../../main/threads/reader-pool.ts';
import { startReader } from '../../../main/threads/start-reader.ts';
import { startWriter } from '../../../main/threads/start-writer.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { publishPolicy, rulesOf } from '../support/publish-policy.ts';
import { seatProblems } from '../support/seat-invariants.ts';
import { ANA, adult, codeOf, MERCY, value } from '../support/test-hub.ts';

const fresh = { storeId: 'threads', locatorKey: 3, madeAt: 0 };

async function openThreads(file: string) {
  const clock = new FakeClock();
  const reports: unknown[] = [];
  const { writer, found } = await startWriter({ file, mode: 'training', fresh }, (error) => reports.push(error));
  const reader = await startReaderPool((lane) =>
    startReader({ file, lane, fault: (fault) => reports.push(fault), ended: (error) => reports.push(error) }),
  );
  const hub = new StoreHub({
    clock,
    writer,
    reader,
    found,
    report: (problem) => reports.push(problem),
    setApart: (p) => reports.push(p),
    trouble: (p) => reports.push(p),
  });
  return { hub, clock, reports };
}

async function withFlight() {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-threads-'));
  const file = join(folder, 'store.sqlite');
  const { db } = await openStore({ file, mode: 'training', fresh });
  const departs = new FakeClock().now() + 48 * HOUR_MS;
  await db
    .change(
      `INSERT INTO flights (id, carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency)
       VALUES (1, 'B6', 1, 'JFK', 'LAX', 20000, ?, ?, '320', 'a320', 12345, 'USD')`,
    )
    .run(departs, departs + HOUR_MS);
  await db.close();
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}

const place = (requestId: string, seat: string) => ({
  requestId,
  legs: [{ flightId: 1, cabin: 'Y' as const, seats: [seat] }],
  passengers: [adult],
  exitRowConfirmed: false,
});

test('sixty desks race for six seats through the real threads: each is sold once, and a reader sees it at once', async () => {
  const store = await withFlight();
  const { hub, reports } = await openThreads(store.file);
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, turn) =>
      hub.execute('holds.place', place(`race-${turn}-000`, `20${'ABCDEF'[turn % 6]}`), { ...ANA, desk: `T${turn}` }),
    ),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(6);
  expect(new Set(replies.map(codeOf))).toEqual(new Set(['ok', 'SEAT_HELD']));
  const seen = value(await hub.ask('flights.seatMap', { flightId: 1 }, ANA));
  expect(seen.taken).toHaveLength(6);
  expect(seen.version).toBe(hub.newestEvent);
  await hub.close();
  expect(reports).toEqual([]);
  const { db } = await openStore({ file: store.file, mode: 'training', fresh });
  expect(await seatProblems(db)).toEqual([]);
  await db.close();
  store.remove();
});

test('after a sleep past its deadline the timer ends a hold by itself, with nobody asking', async () => {
  const store = await withFlight();
  const { hub, clock, reports } = await openThreads(store.file);
  const hold = value(await hub.execute('holds.place', place('slept-over', '20A'), ANA));
  const expired = new Promise<number>((heard) => {
    hub.on((events) => events.some(({ type }) => type === 'hold.expired') && heard(clock.now()));
  });
  clock.step(hold.holdMs);
  expect(await expired).toBe(hold.expiresAt);
  expect(value(await hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA)).booking.state).toBe('EXPIRED');
  await hub.close();
  expect(reports).toEqual([]);
  store.remove();
});

test('a search sees each change of a price at once, while its routes are read ahead', async () => {
  const store = await withFlight();
  const { hub, reports } = await openThreads(store.file);
  const party = { adults: 1, children: 0, cabin: null };
  const asked = {
    from: 'JFK',
    to: 'LAX',
    date: '2026-11-23',
    ...party,
    maxStops: 1,
    leavesFrom: 0,
    leavesTo: 1_439,
    sort: 'price' as const,
  };
  const total = async () => value(await hub.ask('flights.search', asked, ANA)).itineraries.map((itinerary) => itinerary.total);
  for (let turn = 0; turn < 20; turn++) {
    const [template, price] = turn % 2 === 0 ? (['fixed', 10_000] as const) : (['demand', 12_345] as const);
    await publishPolicy(hub, `price-${turn}-000`, { kind: 'flight', flightId: 1 }, rulesOf(template), MERCY);
    for (let search = 0; search < 5; search++) expect(await total()).toEqual([price]);
  }
  await hub.close();
  expect(reports).toEqual([]);
  store.remove();
});

import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../main/seeded-random.ts';
import type { Database } from '../../../main/store/database.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { seatProblems } from '../support/seat-invariants.ts';
import { codeOf, openTestHub, sale, type TestHub } from '../support/test-hub.ts';

const SEATS = ['20A', '20B', '20C', '20D', '20E', '20F', '21A', '21B'];
const AUTHORISED = 6;
const DESKS = 40;

/** Forty desks grab at eight seats of which six may be sold; some confirm, some let go, time passes. */
async function race(store: TestHub, seed: number): Promise<string[]> {
  const random = seededRandom(seed);
  const flight = await store.addFlight();
  await store.db.change("INSERT INTO cabin_counters VALUES (?, 'Y', ?, 0, 0)").run(flight.id, AUTHORISED);
  for (let round = 0; round < 6; round++) {
    const tries = Array.from({ length: DESKS }, async (_, desk) => {
      const actor = { user: 'ruiz', role: 'agent', desk: `T${desk}` } as const;
      const from = random.below(SEATS.length - 1);
      const reply = await store.hold(flight.id, SEATS.slice(from, from + 1 + random.below(2)), {}, actor);
      if (!reply.ok) return;
      const next = random.below(3);
      if (next === 0) await store.hub.change('payments.confirm', { ...sale(reply.value), approved: [] }, actor, store.requestId());
      if (next === 1) await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: reply.value.bookingId }, actor);
    });
    await Promise.all(tries);
    store.clock.advance(random.below(6 * MINUTE_MS));
  }
  return seatProblems(store.db);
}

/** The same store with the key of claims and the guard of the counters gone, and nothing else changed. */
function withoutKeyAndGuard(db: Database): void {
  db.script(
    'DROP TABLE claims; CREATE TABLE claims (flight_id INTEGER NOT NULL, seat TEXT NOT NULL, kind TEXT, owner INTEGER NOT NULL, segment INTEGER, passenger INTEGER) STRICT',
  );
  const bare = (sql: string) =>
    sql
      .replace('ON CONFLICT (flight_id, seat) DO NOTHING', '')
      .replace('WHERE cabin_counters.held + cabin_counters.sold + excluded.held <= cabin_counters.authorised', '');
  const { change, changeReturning } = db;
  db.change = (sql) => change.call(db, bare(sql));
  db.changeReturning = <Row>(sql: string) => changeReturning.call(db, bare(sql)) as ReturnType<typeof changeReturning<Row>>;
}

describe('many desks, few seats', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('seed %i: no seat twice, no count wrong', async (seed) => {
    const store = await openTestHub();
    expect(await race(store, seed)).toEqual([]);
    expect(store.reports).toEqual([]);
  });

  test('two desks at the same moment: one gets the seat, the other is told who has it', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const desks = ['T1', 'T2'].map((desk) => store.hold(flight.id, ['20A'], {}, { user: 'ruiz', role: 'agent', desk }));
    expect((await Promise.all(desks)).map(codeOf)).toEqual(['ok', 'SEAT_HELD']);
  });

  test('negative control: with the key and the guard off, the same race sells a seat twice', async () => {
    const store = await openTestHub();
    withoutKeyAndGuard(store.db);
    const problems = await race(store, 1);
    expect(problems.some((problem) => problem.includes('belongs to bookings'))).toBe(true);
  });
});

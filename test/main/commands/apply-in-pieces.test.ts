import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { flightById } from '../../../main/store/tables/flights-table.ts';
import type { ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { applied, appliedInPieces, copied, flight, KEPT, NOW, openAtNow, preview, SMALL, settled } from '../support/staged-schedule.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NUMBERS = [41, 42, 43, 44];
const LATER = { departsAt: Date.UTC(2026, 10, 23, 16), arrivesAt: Date.UTC(2026, 10, 23, 22) };
const all = (more: Partial<ScheduledFlight> = {}) => NUMBERS.map((number) => flight(number, more));
const switched = (test: TestHub, input: object, requestId: string | null = null) =>
  test.hub.change('schedule.applyStaged', { ...input, unseat: true } as never, MERCY, requestId);
const rows = (test: TestHub, sql: string) => test.db.query<Record<string, unknown>>(sql).all();
const flights = (test: TestHub) => rows(test, 'SELECT * FROM flights ORDER BY id');
const tables = async (test: TestHub) =>
  (await rows(test, "SELECT name FROM sqlite_schema WHERE tbl_name LIKE 'flights%' ORDER BY name")).map(({ name }) => name);
const toldOf = (test: TestHub) => rows(test, "SELECT booking_id, data FROM journal WHERE type = 'booking.flightsChanged' ORDER BY event");
let sales = 0;
const sold = async (test: TestHub, seats: readonly string[], flightIds = [1]) => {
  const legs = flightIds.map((flightId) => ({ flightId, cabin: 'Y' as const, seats: [...seats] }));
  const held = value(await test.hold(1, seats, { legs, requestId: `sale-request-${++sales}` }));
  value(await test.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, `confirm-request-${sales}`));
  return held.bookingId;
};

describe('between the pieces', () => {
  it('nobody sees a part of the next schedule, and seats are sold', async () => {
    const test = await openAtNow();
    await applied(test, all());
    const { input } = await preview(test, all(LATER), KEPT, 'import-0002');
    const before = await flights(test);
    const pieces = await copied(test, input, async (piece) => {
      expect(await flights(test)).toEqual(before);
      await sold(test, [`2${piece}A`]);
    });
    expect(pieces).toBeGreaterThan(NUMBERS.length);
    value(await switched(test, input));
    expect((await flights(test)).map(({ departs_at }) => departs_at)).toEqual(NUMBERS.map(() => LATER.departsAt));
    await settled(test);
    expect(await toldOf(test)).toHaveLength(pieces - 1);
    expect(await crossCheck(test.db)).toBeUndefined();
  });

  it('an import that is stopped at any of them leaves the store as it was', async () => {
    for (let stopAt = 1; stopAt <= NUMBERS.length; stopAt++) {
      const test = await openAtNow();
      await applied(test, all());
      const before = [await flights(test), await tables(test), await rows(test, 'SELECT * FROM meta ORDER BY key')];
      const { input } = await preview(test, all(LATER), KEPT, 'import-0002');
      for (let piece = 1; piece <= stopAt; piece++)
        value(await test.hub.change('schedule.copy', { staged: input, rows: 0, ...(piece === 1 ? { first: true } : {}) }, SYSTEM, null));
      expect(await tables(test)).toContain('flights_next');
      await test.hub.change('schedule.discard', { importId: stopAt % 2 === 0 ? null : input.importId }, SYSTEM, null);
      expect([await flights(test), await tables(test), await rows(test, 'SELECT * FROM meta ORDER BY key')]).toEqual(before);
    }
  });

  it('whatever else is written to flights refuses the import, in the next piece or at the switch, and is not lost', async () => {
    const fares = [{ flightId: 2, fare: 77_00, currency: 'USD', readAt: NOW - 1 }];
    for (const late of [false, true]) {
      const test = await openAtNow();
      await applied(test, all());
      const { input } = await preview(test, all(LATER), KEPT, 'import-0002');
      const set = async () => void value(await test.hub.execute('pricing.setFares', { requestId: test.requestId(), fares }, MERCY));
      if (late) {
        await copied(test, input);
        await set();
        expect(codeOf(await switched(test, input))).toBe('IMPORT_STALE');
      } else await expect(copied(test, input, async (piece) => (piece === 2 ? set() : undefined))).rejects.toThrow('IMPORT_STALE');
      expect(await test.db.query<{ fare: number }>('SELECT competitor_fare AS fare FROM flights WHERE id = 2').get()).toEqual({
        fare: 77_00,
      });
    }
  });

  it('a second import waits until the first is settled, and an import that was left half made is begun anew', async () => {
    const test = await openAtNow();
    await applied(test, all());
    const left = await preview(test, all({ baseFare: 1_00 }), KEPT, 'import-0002');
    value(await test.hub.change('schedule.copy', { staged: left.input, rows: 0, first: true }, SYSTEM, null));
    const { input } = await preview(test, all(LATER), KEPT, 'import-0003');
    expect(codeOf(await switched(test, input))).toBe('IMPORT_RUNNING');
    expect(codeOf(await test.hub.change('schedule.copy', { staged: input, rows: 0 }, SYSTEM, null))).toBe('IMPORT_UNKNOWN');
    await copied(test, input);
    value(await switched(test, input));
    const next = await preview(test, all(), KEPT, 'import-0004');
    expect(codeOf(await switched(test, next.input))).toBe('IMPORT_RUNNING');
    expect(codeOf(await test.hub.change('schedule.copy', { staged: next.input, rows: 0, first: true }, SYSTEM, null))).toBe(
      'IMPORT_RUNNING',
    );
    // Nor does a start discard what was switched to.
    await test.hub.change('schedule.discard', { importId: null }, SYSTEM, null);
    expect(await tables(test)).toContain('flights_before');
    await settled(test);
    expect(await tables(test)).not.toContain('flights_before');
  });
});

describe('the switch', () => {
  it('is done once under its request id', async () => {
    const test = await openAtNow();
    const { input } = await preview(test, all());
    await copied(test, input);
    const first = await switched(test, input, 'apply-request-1');
    expect(first).toMatchObject({ ok: true, value: { counts: { added: 4 } } });
    expect(await switched(test, input, 'apply-request-1')).toEqual(first);
    await settled(test);
    expect(await switched(test, input, 'apply-request-1')).toEqual(first);
    expect(await rows(test, "SELECT event FROM journal WHERE type = 'schedule.applied'")).toHaveLength(1);
  });

  it('shows in statements that others prepared before, and not in a snapshot that they hold', async () => {
    const test = await openTestHub({ clock: new FakeClock(NOW), file: path.join(folder, 'readers.sqlite') });
    await applied(test, all());
    const other = new SqliteDatabase({ file: path.join(folder, 'readers.sqlite'), readOnly: true });
    const departs = async () => (await flightById(other, 1))?.departs_at;
    const before = await departs();
    await other.snapshot(async () => {
      expect(await departs()).toBe(before);
      await appliedInPieces(test, all(LATER), KEPT, 'import-0002');
      expect(await departs()).toBe(before);
    });
    expect(await departs()).toBe(LATER.departsAt);
    other.close();
    await test.hub.close();
  });

  it('leaves a table of flights like the one before, with all of its indices, however often', async () => {
    const test = await openAtNow();
    const shape = async () =>
      (await rows(test, "SELECT type, sql FROM sqlite_schema WHERE tbl_name = 'flights' ORDER BY type, name")).map(
        ({ type, sql }) => `${type} ${String(sql).replace(/"/g, '').replace(/_2 ON/, ' ON')}`,
      );
    const before = await shape();
    for (const [turn, more] of [LATER, {}, LATER].entries()) {
      await appliedInPieces(test, all(more), KEPT, `import-000${turn}`);
      expect(await shape()).toEqual(before);
    }
    expect(await tables(test)).toHaveLength(5);
  });
});

describe('what a switch means to bookings', () => {
  it('is told to each once, whatever happens between the pieces', async () => {
    const file = path.join(folder, 'told.sqlite');
    let test = await openTestHub({ clock: new FakeClock(NOW), file });
    await applied(test, [
      ...all(),
      flight(51, { origin: 'LAX', destination: 'SEA', departsAt: LATER.arrivesAt + 7_200_000, arrivesAt: LATER.arrivesAt + 14_400_000 }),
    ]);
    const first = await sold(test, ['20A']);
    const both = await sold(test, ['21A'], [1, 5]);
    const last = await sold(test, ['22A'], [4]);
    const { input } = await preview(
      test,
      [
        ...all(LATER),
        flight(51, { origin: 'LAX', destination: 'SEA', departsAt: LATER.arrivesAt + 7_300_000, arrivesAt: LATER.arrivesAt + 14_400_000 }),
      ],
      KEPT,
      'import-0002',
    );
    await copied(test, input);
    value(await switched(test, input));
    // The hub is killed and started again after each piece.
    for (let [piece, done] = [1, false]; !done; piece++) {
      done = value(await test.hub.change('schedule.settle', { bookings: 1 }, SYSTEM, null)).done;
      await test.hub.close();
      test = await openTestHub({ clock: new FakeClock(NOW), file });
      await test.hub.change('schedule.discard', { importId: null }, SYSTEM, null);
      if ((await toldOf(test)).length < 3) await sold(test, [`${23 + piece}C`]);
    }
    const told = await toldOf(test);
    expect(told.map(({ booking_id }) => booking_id)).toEqual([first, both, last]);
    const flightsTold = told.map(({ data }) =>
      (JSON.parse(String(data)) as { flights: { flightId: number }[] }).flights.map(({ flightId }) => flightId),
    );
    expect(flightsTold).toEqual([[1], [1, 5], [4]]);
    expect(await crossCheck(test.db)).toBeUndefined();
    await test.hub.close();
  });

  it('keeps a flight from selling by the cabins of the aircraft that it has no more, until they are counted', async () => {
    const test = await openAtNow();
    await applied(test, all());
    // So many counters come first that the flight is not among those which the switch itself counts.
    const filler = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2100)
      INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) SELECT -i, 'Y', 10, 0, 0 FROM n`;
    await test.db.change('UPDATE flights SET id = id + 100').run();
    await test.db.change(filler.replace('-i', 'i + 200')).run();
    await test.db.change('UPDATE flights SET id = id + 5000').run();
    expect(codeOf(await test.hold(5101, ['20A']))).toBe('ok');
    const { input } = await preview(test, all({ equipment: '733', seatMap: SMALL }), KEPT, 'import-0002');
    await copied(test, input);
    value(await switched(test, input));
    const more = { requestId: 'sent-meanwhile' };
    expect(codeOf(await test.hold(5101, ['5A'], more))).toBe('FLIGHT_CHANGING');
    const authorise = { requestId: 'authorise-1', flightId: 5101, cabin: 'Y' as const, authorised: 1, seen: 144, reason: 'a test' };
    expect(codeOf(await test.hub.execute('pricing.authorise', authorise, MERCY))).toBe('FLIGHT_CHANGING');
    await settled(test);
    expect(codeOf(await test.hold(5101, ['5A'], more)), 'the same request under the same number').toBe('ok');
    expect(codeOf(await test.hub.execute('pricing.authorise', authorise, MERCY))).not.toBe('FLIGHT_CHANGING');
    const capacity = test.reference.seatPlan(SMALL)?.capacity.Y;
    expect(await test.counters(5101)).toMatchObject([{ authorised: capacity }]);
  });
});

import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { applySchedule } from '../../../main/commands/apply-schedule.ts';
import { BatchCache } from '../../../main/engine/batch-cache.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { WriteDatabase } from '../../../main/store/database.ts';
import type { ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';
import { instant } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { givePolicy } from '../support/publish-policy.ts';
import {
  applied as appliedAtOnce,
  appliedInPieces,
  DAY,
  flight,
  KEPT,
  NOW,
  openAtNow,
  preview,
  SMALL,
} from '../support/staged-schedule.ts';
import { ANA, MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const stored = (test: TestHub) =>
  test.db
    .query<{ id: number; number: number; destination: string; equipment: string; cancelled: number }>(
      'SELECT id, number, destination, equipment, cancelled FROM flights ORDER BY id',
    )
    .all();
const staged = async (test: TestHub) => (await test.db.query<{ rows: number }>('SELECT count(*) AS rows FROM staged_flights').get())?.rows;
const journal = async (test: TestHub) =>
  (await test.db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'schedule.applied' ORDER BY event").all()).map(
    (row) => JSON.parse(row.data) as Record<string, unknown>,
  );

describe.each([
  ['in one transaction', appliedAtOnce],
  ['in pieces', appliedInPieces],
] as const)('%s', (_way, applied) => {
  describe('applying a schedule', () => {
    it('offers the seats of a larger aircraft to who waits for them, in the same step', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41, { equipment: '733', seatMap: SMALL })]);
      const few = test.reference.seatPlan(SMALL)?.capacity.Y ?? 0;
      const authorise = { requestId: 'authorise-none', flightId: 1, cabin: 'Y' as const, authorised: 0, seen: few, reason: 'a test' };
      value(await test.hub.execute('pricing.authorise', authorise, MERCY));
      const party = { flights: [1], cabin: 'Y' as const, passengers: [{ type: 'ADT' as const, infant: false, assistance: false }] };
      const about = { name: 'CHEN/MEI LIN MS', phone: '+1 646 555 0117', fareLimit: null, priority: 'normal' as const, reason: '' };
      expect(value(await test.hub.execute('waitlist.join', { requestId: 'join-00001', ...party, ...about }, ANA))).toMatchObject({
        hold: null,
      });
      await applied(test, [flight(41)], KEPT, 'import-0002');
      const { entries } = value(await test.hub.ask('waitlist.of', { flightId: 1, cabin: 'Y' }, ANA));
      expect(entries).toMatchObject([{ why: { kind: 'offered' }, offer: { flightId: 1 } }]);
      expect(await crossCheck(test.db)).toBeUndefined();
    });

    it('adds what is new, in the order of its keys, priced by demand', async () => {
      const test = await openAtNow();
      expect(await applied(test, [flight(42), flight(41)])).toMatchObject({ added: 2, changed: 0, unchanged: 0, dropped: 0 });
      expect(await stored(test)).toEqual([
        { id: 1, number: 41, destination: 'LAX', equipment: '738', cancelled: 0 },
        { id: 2, number: 42, destination: 'LAX', equipment: '738', cancelled: 0 },
      ]);
      expect(await staged(test)).toBe(0);
      expect(await journal(test)).toEqual([{ name: 'season.ssim', added: 2, changed: 0, dropped: 0 }]);
    });

    it('changes nothing the second time, not even the journal', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      const event = test.hub.newestEvent;
      expect(await applied(test, [flight(41)])).toMatchObject({ added: 0, changed: 0, unchanged: 1, dropped: 0 });
      expect(test.hub.newestEvent).toBe(event);
      expect(await staged(test)).toBe(0);
    });

    it.each<[string, Partial<ScheduledFlight>]>([
      ['destination', { destination: 'SFO' }],
      ['departure', { departsAt: Date.UTC(2026, 10, 23, 16) }],
      ['arrival', { arrivesAt: Date.UTC(2026, 10, 23, 22) }],
      ['equipment on the same map', { equipment: '73H' }],
      ['base fare', { baseFare: 99_00 }],
    ])('takes on another %s where the flight stands', async (_name, more) => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      await givePolicy(test.db, 1, 'fixed');
      expect(await applied(test, [flight(41, more)])).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
      // The id and what was decided at a desk stay.
      const [found] = await stored(test);
      expect(found?.id).toBe(1);
      expect(value(await test.hub.ask('flights.seatMap', { flightId: 1 }, ANA)).policy).toMatchObject({ version: 2, scope: 'flight' });
      expect(await applied(test, [flight(41, more)])).toMatchObject({ changed: 0, unchanged: 1 });
    });

    describe("a competitor's fare", () => {
      const READ = Date.UTC(2026, 10, 21, 8);
      const theirs = async (test: TestHub) =>
        test.db
          .query<{ currency: string; competitor_fare: number | null; competitor_read_at: number | null }>(
            'SELECT currency, competitor_fare, competitor_read_at FROM flights',
          )
          .get();
      const asked = { competitor: { fare: 98_10, readAt: READ } };

      it.each<[string, Partial<ScheduledFlight>, Partial<ScheduledFlight>, number, object]>([
        ['is new', {}, asked, 1, { competitor_fare: 98_10, competitor_read_at: READ }],
        ['is the same', asked, asked, 0, { competitor_fare: 98_10, competitor_read_at: READ }],
        ['is another', asked, { competitor: { fare: 99_00, readAt: READ } }, 1, { competitor_fare: 99_00, competitor_read_at: READ }],
        ['was read again', asked, { competitor: { fare: 98_10, readAt: READ + 60_000 } }, 1, { competitor_read_at: READ + 60_000 }],
        ['stays where a file does not tell it', asked, {}, 0, { competitor_fare: 98_10, competitor_read_at: READ }],
        ['stays where the flight changes otherwise', asked, { baseFare: 99_00 }, 1, { competitor_fare: 98_10, competitor_read_at: READ }],
        ['goes with the currency', asked, { currency: 'EUR' }, 1, { currency: 'EUR', competitor_fare: null, competitor_read_at: null }],
      ])('%s', async (_case, first, second, changed, expected) => {
        const test = await openAtNow();
        await applied(test, [flight(41, first)]);
        expect(await applied(test, [flight(41, second)])).toMatchObject({ added: 0, changed, unchanged: 1 - changed });
        expect(await theirs(test)).toMatchObject(expected);
      });
    });

    it('marks as cancelled what the carrier no longer flies in the period, and brings it back', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41), flight(42)]);
      expect(await applied(test, [flight(41)])).toMatchObject({ unchanged: 1, dropped: 1 });
      expect(await stored(test)).toMatchObject([{ cancelled: 0 }, { cancelled: 1 }]);
      expect(await applied(test, [flight(41)])).toMatchObject({ unchanged: 1, dropped: 0 });
      expect(await applied(test, [flight(41), flight(42)])).toMatchObject({ unchanged: 1, changed: 1 });
      expect(await stored(test)).toMatchObject([{ cancelled: 0 }, { id: 2, cancelled: 0 }]);
    });

    it.each<[string, Partial<ScheduledFlight>, Partial<typeof KEPT>]>([
      ['of another carrier', { carrier: 'QY' }, {}],
      ['before the period', { serviceDay: DAY - 1 }, {}],
      ['after the period', { serviceDay: DAY + 7 }, {}],
      ['that have departed', { departsAt: NOW, serviceDay: DAY }, {}],
      ['whose record was refused', {}, { keptNumbers: [{ carrier: 'QX', number: 42 }] as never }],
      ['when the file may drop nothing', {}, { scopes: [] }],
    ])('does not drop flights %s', async (_name, more, kept) => {
      const test = await openAtNow();
      await applied(test, [flight(41), flight(42, more)]);
      expect(await applied(test, [flight(41)], { ...KEPT, ...kept })).toMatchObject({ unchanged: 1, dropped: 0 });
      expect(await staged(test)).toBe(0);
    });

    it('counts the bookings that a change or a drop touches, each once, but not those that only a fare concerns', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41), flight(42), flight(43)]);
      for (const [id, seats] of [
        [1, ['20A', '20B']],
        [2, ['20A']],
        [3, ['20A']],
      ] as const) {
        expect(await test.hold(id, seats)).toMatchObject({ ok: true });
      }
      const { counts } = await preview(test, [flight(41, { arrivesAt: Date.UTC(2026, 10, 23, 22) }), flight(43, { baseFare: 1_00 })]);
      expect(counts).toMatchObject({ changed: 2, dropped: 1, bookingsTouched: 2 });
    });
  });
});

describe('what is refused, in order', () => {
  it('a preview that is not there (any more)', async () => {
    const test = await openAtNow();
    const { input } = await preview(test, [flight(41)]);
    await test.hub.change('schedule.discard', { importId: input.importId }, SYSTEM, null);
    expect(await test.hub.change('schedule.applyStaged', input, MERCY, null)).toMatchObject({
      ok: false,
      refusal: { code: 'IMPORT_UNKNOWN' },
    });
    expect(await stored(test)).toEqual([]);
  });

  it('a preview of a schedule that was changed since', async () => {
    const test = await openAtNow();
    const { input } = await preview(test, [flight(41)], KEPT, 'import-0001');
    await appliedAtOnce(test, [flight(42)], KEPT, 'import-0002');
    expect(await test.hub.change('schedule.applyStaged', input, MERCY, null)).toMatchObject({
      ok: false,
      refusal: { code: 'IMPORT_STALE' },
    });
    expect(await stored(test)).toMatchObject([{ number: 42 }]);
  });

  it('not one that was followed by an import without a difference', async () => {
    const test = await openAtNow();
    await appliedAtOnce(test, [flight(42)], KEPT, 'import-0000');
    const { input } = await preview(test, [flight(41), flight(42)], KEPT, 'import-0001');
    await appliedAtOnce(test, [flight(42)], KEPT, 'import-0002');
    expect(await test.hub.change('schedule.applyStaged', input, MERCY, null)).toMatchObject({ ok: true });
  });
});

it('applies once under one request number', async () => {
  const test = await openAtNow();
  const { input } = await preview(test, [flight(41)]);
  const first = await test.hub.change('schedule.applyStaged', input, MERCY, 'apply-request-1');
  expect(await test.hub.change('schedule.applyStaged', input, MERCY, 'apply-request-1')).toEqual(first);
  expect(await journal(test)).toHaveLength(1);
});

it('forgets all imports that were left behind', async () => {
  const test = await openAtNow();
  await preview(test, [flight(41)], { ...KEPT, keptNumbers: [{ carrier: 'QX', number: 7 }] as never }, 'import-0001');
  await preview(test, [flight(41)], KEPT, 'import-0002');
  expect(await staged(test)).toBe(3);
  await test.hub.change('schedule.discard', { importId: null }, SYSTEM, null);
  expect(await staged(test)).toBe(0);
});

it('looks flights, staged rows and claims up by their keys, never through a whole table', async () => {
  const test = await openAtNow();
  const { input } = await preview(test, [flight(41)]);
  const asked = new Set<string>();
  const db: WriteDatabase = {
    query: (sql) => test.db.query(noted(sql)),
    column: (sql) => test.db.column(noted(sql)),
    change: (sql) => test.db.change(noted(sql)),
    changeReturning: (sql) => test.db.changeReturning(noted(sql)),
    begun: 0,
    commits: () => undefined,
    late: false,
    insertLater: (insert, values) => test.db.insertLater(insert, values),
    changeLater: (table, work) => test.db.changeLater(table, work),
  };
  const noted = (sql: string): string => {
    asked.add(sql);
    return sql;
  };
  const facts = {
    reference: test.reference,
    locators: test.locators,
    newBookingId: () => 1,
    lastBookingId: () => 0,
    nextEvent: 1,
    newestEntryAt: 0,
    setApart: new Set<number>(),
    cache: new BatchCache(test.db),
  };
  const context = { db, now: instant(NOW), actor: MERCY, ...facts, emit: () => {} };
  expect(await applySchedule(context, input)).toMatchObject({ ok: true });
  const statements = [...asked].filter((sql) => sql.includes('flights'));
  expect(statements.length).toBeGreaterThanOrEqual(6);
  for (const sql of statements) {
    const plan = await test.db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...(sql.match(/\?/g) ?? []).map(() => 'x'));
    expect(
      plan.map((row) => row.detail).filter((detail) => /^SCAN (f|s|c|k|flights|staged_flights)\b/.test(detail) && !detail.includes('max')),
    ).toEqual([]);
  }
});

describe('a flight with blocked seats that gets another aircraft', () => {
  const blocked = async () => {
    const test = await openTestHub({ clock: new FakeClock(NOW) });
    await appliedAtOnce(test, [flight(1)]);
    const block = async (what: string, code: 'INOP' | 'KEPT') => {
      const input = { requestId: test.requestId(), flightId: 1, what, cabin: null, code, remark: '', until: null };
      value(await test.hub.execute('seats.block', input, MERCY));
    };
    return { test, block };
  };
  const other = flight(1, { equipment: '733', seatMap: SMALL });

  it('keeps the blocks of seats that it has, ends the others, and says so in the preview', async () => {
    const { test, block } = await blocked();
    const seats = (map: string) => test.reference.seatPlan(map)?.seats.filter(({ cabin, sellable }) => cabin === 'Y' && sellable) ?? [];
    const there = (name: string) => seats(SMALL).some(({ seat }) => seat === name);
    const stays = seats('737-800').find(({ seat }) => there(seat))?.seat ?? '';
    const goes = seats('737-800').findLast(({ seat }) => !there(seat))?.seat ?? '';
    await block(stays, 'INOP');
    await block(goes, 'INOP');
    await block(goes, 'KEPT');
    const { input } = await preview(test, [other]);
    const compared = value(await test.hub.look('schedule.compare', input));
    expect(compared.attention).toEqual([
      '1 block of a seat on flights that get another aircraft stays, because it has the seats.',
      `2 blocks of seats will end, because another aircraft has no such seat: ${goes} INOP on QX 1 of 2026-11-23, ${goes} KEPT on QX 1 of 2026-11-23.`,
    ]);
    value(await test.hub.change('schedule.applyStaged', input, MERCY, null));
    expect(value(await test.hub.ask('seats.blocks', { flightId: 1 }, ANA)).blocks).toMatchObject([{ seat: stays, code: 'INOP' }]);
    // One of the seats of the new aircraft is not usable.
    expect((await test.counters(1)).find(({ cabin }) => cabin === 'Y')?.authorised).toBe(seats(SMALL).length - 1);
    expect(await crossCheck(test.db)).toBeUndefined();
  });

  it('says nothing of blocks where no flight with some gets another aircraft', async () => {
    const { test, block } = await blocked();
    await block('20A', 'INOP');
    const { input } = await preview(test, [flight(1, { baseFare: 1_00 }), flight(2)]);
    expect(value(await test.hub.look('schedule.compare', input)).attention).toEqual([]);
  });
});

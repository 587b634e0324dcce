import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { applySchedule } from '../../../main/commands/apply-schedule.ts';
import { BatchCache } from '../../../main/engine/batch-cache.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { WriteDatabase } from '../../../main/store/database.ts';
import type { ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';
import type { JournalEvent } from '../../../shared/events.ts';
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
import { ANA, adult, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

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

  describe('another aircraft', () => {
    const held = async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      expect(await test.hold(1, ['20A', '20B'])).toMatchObject({ ok: true });
      return test;
    };

    it('may sell as many seats as it has', async () => {
      const test = await held();
      expect(await test.counters(1)).toEqual([{ cabin: 'Y', authorised: 144, held: 2, sold: 0 }]);
      await applied(test, [flight(41, { equipment: '320', seatMap: 'a320' })]);
      expect(await test.counters(1)).toEqual([{ cabin: 'Y', authorised: 178, held: 2, sold: 0 }]);
    });

    it('keeps what was authorised beyond the cabin', async () => {
      const test = await held();
      await test.db.change('UPDATE cabin_counters SET authorised = 150').run();
      await applied(test, [flight(41, { equipment: '320', seatMap: 'a320' })]);
      expect(await test.counters(1)).toMatchObject([{ authorised: 184 }]);
    });

    it.each<[before: number, seatMap: string, equipment: string, after: number]>([
      // From 144 seats to 76: what was authorised below the cabin stays below, but never less than none.
      [144, 'dash-8-400', 'DH4', 76],
      [150, 'dash-8-400', 'DH4', 82],
      [69, 'dash-8-400', 'DH4', 1],
      [68, 'dash-8-400', 'DH4', 0],
      [67, 'dash-8-400', 'DH4', 0],
      [0, 'dash-8-400', 'DH4', 0],
      // To 178.
      [144, 'a320', '320', 178],
      [0, 'a320', '320', 34],
    ])('authorised %i of 144, then on %s (%s): %i', async (before, seatMap, equipment, after) => {
      const test = await held();
      await test.db.change('UPDATE cabin_counters SET authorised = ?').run(before);
      await applied(test, [flight(41, { equipment, seatMap })]);
      expect(await test.counters(1)).toMatchObject([{ authorised: after, held: 2 }]);
      const room = Math.max(0, after - 2);
      expect((await test.hold(1, ['5A'])).ok, `${room} more may be sold`).toBe(room > 0);
    });

    it('sells nothing in a cabin that it has not; what was held shows as oversold', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      await test.hold(1, ['3A'], { legs: [{ flightId: 1, cabin: 'J', seats: ['3A'] }] });
      await applied(test, [flight(41, { equipment: '320', seatMap: 'a320' })]);
      expect(await test.counters(1)).toEqual([{ cabin: 'J', authorised: 0, held: 1, sold: 0 }]);
    });
  });

  describe('an aircraft without the seats of some passengers', () => {
    const SMALLER = { equipment: 'D38', seatMap: 'plain-30' };
    const sold = async (test: TestHub, seats: readonly string[]) => {
      const held = value(await test.hold(1, seats));
      value(await test.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, test.requestId()));
      return held.bookingId;
    };
    const seatsOf = async (test: TestHub, bookingId: number) =>
      value(await test.hub.ask('bookings.get', { bookingId }, ANA)).booking.legs.map(({ seats }) => seats.join(' '));
    const cabin = { flightId: 1, cabin: 'Y' as const };

    it('leaves them without a seat and gives them those that are free, in the order of the list; who gets none stands on it with the cause', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      const stays = await sold(test, ['8A', '8C']);
      const moved = await sold(test, ['20A', '20B']);
      for (const row of [21, 22, 23])
        await sold(
          test,
          ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `${row}${letter}`),
        );
      const late = await sold(test, ['24A', '24B', '24C', '24D', '24E', '24F']);
      const last = await sold(test, ['25A', '25B', '25C', '25D', '25E']);
      const told: JournalEvent[] = [];
      test.hub.on((events) => told.push(...events));
      await applied(test, [flight(41, SMALLER)], KEPT, 'import-0002', { unseat: true });
      expect(told.map(({ type }) => type).filter((type) => type.startsWith('booking.'))).toEqual([
        ...Array(6).fill('booking.unseated'),
        ...Array(5).fill('booking.seated'),
      ]);
      expect(await seatsOf(test, stays)).toEqual(['8A 8C']);
      expect((await seatsOf(test, moved))[0]).toMatch(/^\d+[ACD] \d+[ACD]$/);
      expect((await seatsOf(test, late))[0]).not.toContain('over');
      expect(await seatsOf(test, last)).toEqual(['over over over over over']);
      const room = value(await test.hub.ask('oversale.room', cabin, ANA));
      expect(room).toMatchObject({ seats: 30, sold: 33, unseated: 5, free: 2 });
      expect(room.without).toMatchObject(Array(5).fill({ bookingId: last, cause: 'aircraft' }));
      expect(await crossCheck(test.db)).toBeUndefined();

      // The old aircraft again has seats for all.
      await applied(test, [flight(41)], KEPT, 'import-0003', { unseat: true });
      expect((await seatsOf(test, last))[0]).not.toContain('over');
      expect(value(await test.hub.ask('oversale.room', cabin, ANA))).toMatchObject({ unseated: 0, without: [] });
      expect(await crossCheck(test.db)).toBeUndefined();
    });

    it('takes the places of the last who choose later, where fewer seats are left than they are', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      const parties = [9, 9, 9, 4].map(async (count) => {
        const legs = [{ ...cabin, seats: 'open' as const }];
        return value(await test.hold(1, [], { requestId: test.requestId(), legs, passengers: Array(count).fill(adult) })).bookingId;
      });
      const [first = 0, , , last = 0] = await Promise.all(parties);
      await applied(test, [flight(41, SMALLER)], KEPT, 'import-0002', { unseat: true });
      expect((await seatsOf(test, first))[0]).toMatch(/^open/);
      expect((await seatsOf(test, last))[0]).toBe('over over over over');
      expect(value(await test.hub.ask('oversale.room', cabin, ANA))).toMatchObject({ held: 31, unseated: 4 });
      expect(await crossCheck(test.db)).toBeUndefined();
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

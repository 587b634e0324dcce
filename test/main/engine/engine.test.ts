import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../main/commands/registry.ts';
import type { CommandTable } from '../../../main/engine/engine.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { brokenLink } from '../../../main/store/tables/journal-table.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, adult, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

const place = (flightId: number, seat: string, requestId: string) => ({
  requestId,
  legs: [{ flightId, cabin: 'Y' as const, seats: [seat] }],
  passengers: [adult],
  exitRowConfirmed: false,
});

describe('exactly once', () => {
  test('the same number and body: the same reply, and nothing done twice', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const first = await it.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA);
    it.clock.advance(MINUTE_MS);
    const again = await it.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA);
    expect(again).toEqual(first);
    expect(await it.counters(flight.id)).toMatchObject([{ held: 1 }]);
    expect(it.hub.newestEvent).toBe(1);
  });

  test('a refusal is a reply too: it is not turned into a sale by sending it again', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const other = value(await it.hold(flight.id, ['15A'], {}, JONAS));
    expect(codeOf(await it.hub.execute('holds.place', place(flight.id, '15A', 'refused-one'), ANA))).toBe('SEAT_HELD');
    value(await it.hub.execute('holds.release', { requestId: it.requestId(), bookingId: other.bookingId }, JONAS));
    expect(codeOf(await it.hub.execute('holds.place', place(flight.id, '15A', 'refused-one'), ANA))).toBe('SEAT_HELD');
  });

  test.each([
    ['another body', ANA, '15B'],
    ['another user at another desk', JONAS, '15A'],
    ['the same user at another desk', { ...ANA, desk: JONAS.desk }, '15A'],
    ['another user at the same desk', { ...ANA, user: JONAS.user }, '15A'],
    // Put together without something between them, user and desk would read the same.
    ['a user whose name ends as the desk begins', { ...ANA, user: `${ANA.user}${ANA.desk[0]}`, desk: ANA.desk.slice(1) }, '15A'],
  ])('the same number with %s is refused, nothing is done, and the reply is not given away', async (_what, actor, seat) => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    value(await it.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA));
    const other = await it.hub.execute('holds.place', place(flight.id, seat, 'same-number'), actor);
    expect(other).toMatchObject({ ok: false, refusal: { code: 'REQUEST_REUSED' } });
    expect(JSON.stringify(other)).not.toMatch(/locator|15A/);
    expect(await it.claims(flight.id)).toEqual(['15A']);
  });

  test('the same number and body for another command is refused and nothing is done', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const { bookingId } = value(await it.hold(flight.id, ['15A']));
    value(await it.hub.execute('holds.extend', { requestId: 'same-number', bookingId }, ANA));
    expect(codeOf(await it.hub.execute('holds.release', { requestId: 'same-number', bookingId }, ANA))).toBe('REQUEST_REUSED');
    expect(await it.claims(flight.id)).toEqual(['15A']);
  });

  test('the same number twice in one batch is done once', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const both = await Promise.all([1, 2].map(() => it.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA)));
    expect(both[0]).toEqual(both[1]);
    expect(await it.counters(flight.id)).toMatchObject([{ held: 1 }]);
  });

  test('replies are kept for a day and then forgotten', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    value(await it.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA));
    const system = { user: '-', role: 'system', desk: '-' } as const;
    const kept = async () => (await it.db.query<{ n: number }>('SELECT count(*) AS n FROM replies').get())?.n;
    it.clock.advance(24 * 60 * MINUTE_MS);
    value(await it.hub.change('replies.prune', {}, system, null));
    expect(await kept()).toBe(1);
    it.clock.advance(1);
    value(await it.hub.change('replies.prune', {}, system, null));
    expect(await kept()).toBe(0);
  });
});

describe('a batch', () => {
  test('a fault in one command undoes that command alone, and says where to look', async () => {
    const broken = { ...commands, 'holds.extend': async () => Promise.reject(new Error('boom')) } as unknown as CommandTable;
    const it = await openTestHub({ commands: broken });
    const flight = await it.addFlight();
    const hold = value(await it.hold(flight.id, ['15A']));
    const [faulty, fine] = await Promise.all([
      it.hub.execute('holds.extend', { requestId: it.requestId(), bookingId: hold.bookingId }, ANA),
      it.hold(flight.id, ['15B']),
    ]);
    expect(codeOf(faulty)).toBe('NOT_DONE');
    expect(codeOf(fine)).toBe('ok');
    expect(it.reports).toEqual(['holds.extend: Error: boom']);
    expect(await it.claims(flight.id)).toEqual(['15A', '15B']);
  });

  test('a command sees what those before it in the batch told the journal', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const release = () => it.hub.execute('holds.release', { requestId: it.requestId(), bookingId: 1 }, ANA);
    const all = await Promise.all([it.hold(flight.id, ['15A']), it.hold(flight.id, ['15B']), release(), release()]);
    expect(all.map(codeOf)).toEqual(['ok', 'ok', 'ok', 'HOLD_ENDED']);
    expect(await it.claims(flight.id)).toEqual(['15B']);
  });

  test('a refusal after a write undoes that command alone, also where no command of the batch had set a mark', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    value(await it.hold(flight.id, ['15B'], {}, JONAS));
    const party = { passengers: [adult, adult] };
    const both = () => [it.hold(flight.id, ['15A', '15B'], party), it.hold(flight.id, ['15C']), it.hold(flight.id, ['15A'])];
    expect((await Promise.all(both())).map(codeOf)).toEqual(['SEAT_HELD', 'ok', 'ok']);
    expect(await it.claims(flight.id)).toEqual(['15A', '15B', '15C']);
    // The next batches set marks from the start.
    expect((await Promise.all(both())).map(codeOf)).toEqual(['SEAT_HELD', 'SEAT_HELD', 'SEAT_HELD']);
    expect(codeOf(await it.hold(flight.id, ['15D', '15E'], party))).toBe('ok');
    expect(await it.claims(flight.id)).toEqual(['15A', '15B', '15C', '15D', '15E']);
    expect(it.hub.newestEvent).toBe(4);
    expect(await brokenLink(it.db, 0, 100)).toBeUndefined();
  });

  test('what a table forbids is the fault of that command alone', async () => {
    const twice = async ({ db }: { db: SqliteDatabase }) => {
      db.change("INSERT INTO meta (key, value) VALUES ('mode', 'other')").run();
    };
    const it = await openTestHub({ commands: { ...commands, 'holds.extend': twice } as unknown as CommandTable });
    const flight = await it.addFlight();
    const [faulty, fine] = await Promise.all([
      it.hub.execute('holds.extend', { requestId: it.requestId(), bookingId: 1 }, ANA),
      it.hold(flight.id, ['15B']),
    ]);
    expect([codeOf(faulty), codeOf(fine)]).toEqual(['NOT_DONE', 'ok']);
    expect(it.reports).toEqual(['holds.extend: BrokenInvariant: UNIQUE constraint failed: meta.key']);
  });

  test('a command that came before a deadline is not spoiled by one in the same batch that came after it', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const held = value(await it.hold(flight.id, ['15A']));
    it.clock.advance(5 * MINUTE_MS - 1);
    const inTime = it.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, it.requestId());
    it.clock.advance(1);
    const after = it.hold(flight.id, ['15B'], {}, JONAS);
    expect([codeOf(await inTime), codeOf(await after)]).toEqual(['ok', 'ok']);
    const times = value(await it.hub.ask('events.since', { after: 0 }, ANA)).events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('a hold that is placed and runs out within one batch is ended before a later command of it sets a price by its load', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const first = it.hold(flight.id, ['15A']);
    it.clock.advance(5 * MINUTE_MS);
    const second = it.hold(flight.id, ['15B'], {}, JONAS);
    expect(codeOf(await first)).toBe('ok');
    expect(value(await second).total).toBe(100_00);
    expect(await it.claims(flight.id)).toEqual(['15B']);
  });

  test('a hold that cannot be ended keeps nobody else from selling, and is sold to nobody', async () => {
    const it = await openTestHub();
    const [flight, other] = [await it.addFlight(), await it.addFlight()];
    const held = value(await it.hold(flight.id, ['15A', '15B']));
    await it.db.change("DELETE FROM claims WHERE seat = '15B'").run();
    it.clock.advance(5 * MINUTE_MS);
    expect(codeOf(await it.hold(other.id, ['15A'], {}, JONAS))).toBe('ok');
    expect(codeOf(await it.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, it.requestId()))).toBe('STORE_DAMAGED');
    expect(it.reports[0]).toMatch(/^holds.expireDue: hold .* cannot be ended: LateWriteFailed/);
  });

  test('a console that cannot be told does not turn what was done into a failure', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const heard: number[] = [];
    it.hub.on(() => {
      throw new Error('gone');
    });
    it.hub.on((events) => heard.push(...events.map(({ event }) => event)));
    expect(codeOf(await it.hold(flight.id, ['15A']))).toBe('ok');
    expect(heard).toEqual([1]);
  });

  test('a full disk refuses every command of the batch, tells no event, and loses nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-full-'));
    const it = await openTestHub({ file: join(folder, 'store.sqlite') });
    const flight = await it.addFlight();
    const seats = it.reference.seatPlan('a320')?.seats.filter((seat) => seat.sellable && !seat.exit) ?? [];
    value(await it.hold(flight.id, [seats[0]?.seat ?? '']));
    const db = it.db as SqliteDatabase;
    const [{ page_count: pages = 0 } = {}] = db.pragma('page_count') as { page_count?: number }[];
    db.pragma(`max_page_count = ${pages + 1}`);
    let refused = 0;
    const heard: number[] = [];
    it.hub.on((events) => heard.push(...events.map(({ event }) => event)));
    let held = 0;
    for (const { seat } of seats.slice(1, 60)) {
      const reply = await it.hold(flight.id, [seat]);
      if (reply.ok) held++;
      else {
        expect(reply.refusal.code).toBe('STORE_FULL');
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(heard).toHaveLength(held);
    db.pragma('max_page_count = 1000000');
    value(await it.hold(flight.id, [seats[70]?.seat ?? '']));
    expect(await it.claims(flight.id)).toHaveLength(held + 2);
    expect(await it.counters(flight.id)).toMatchObject([{ held: held + 2 }]);
    expect(it.hub.newestEvent).toBe(held + 2);
    await it.hub.close();
    rmSync(folder, { recursive: true });
  });

  test('a repeat of what was done is told so, also while the disk is full', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const first = await it.hub.execute('holds.place', place(flight.id, '15A', 'done-before'), ANA);
    const db = it.db as SqliteDatabase;
    db.pragma('max_page_count = 1');
    const [again, other, fresh] = await Promise.all([
      it.hub.execute('holds.place', place(flight.id, '15A', 'done-before'), ANA),
      it.hub.execute('holds.place', place(flight.id, '15B', 'done-before'), ANA),
      ...Array.from({ length: 20 }, (_, row) => it.hold(flight.id, [`${row + 16}A`])),
    ]);
    expect(again).toEqual(first);
    expect(codeOf(other as typeof first)).toBe('REQUEST_REUSED');
    expect(codeOf(fresh as typeof first)).toBe('STORE_FULL');
    expect(await it.claims(flight.id)).toEqual(['15A']);
  });

  test('what was acknowledged is there when the store is opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-again-'));
    const file = join(folder, 'store.sqlite');
    const before = await openTestHub({ file });
    const flight = await before.addFlight();
    const hold = value(await before.hold(flight.id, ['15A']));
    await before.hub.close();
    const after = await openTestHub({ file, clock: before.clock });
    expect(value(await after.hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA)).booking).toEqual(hold);
    expect(after.hub.newestEvent).toBe(1);
    await after.hub.close();
    rmSync(folder, { recursive: true });
  });

  test('after closing, nothing new is taken', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    await it.hub.close();
    expect(codeOf(await it.hold(flight.id, ['15A']))).toBe('HUB_CLOSING');
  });
});

describe('the journal', () => {
  test('is numbered without gaps although commands between were refused', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const heard: number[] = [];
    it.hub.on((events) => heard.push(...events.map(({ event }) => event)));
    await Promise.all(['15A', '15A', '15B', '13A', '15C'].map((seat) => it.hold(flight.id, [seat])));
    expect(heard).toEqual([1, 2, 3]);
    expect(value(await it.hub.ask('events.since', { after: 1 }, ANA)).events.map(({ event }) => event)).toEqual([2, 3]);
  });

  test.each([
    ['an edited entry', "UPDATE journal SET data = replace(data, 'T1-04', 'T1-05') WHERE event = 2", 2],
    ['an entry by somebody else', "UPDATE journal SET user_name = 'weber' WHERE event = 3", 3],
    ['a missing entry', 'DELETE FROM journal WHERE event = 2', 3],
  ])('%s shows', async (_what, tamper, event) => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    for (const seat of ['15A', '15B', '15C', '15D']) value(await it.hold(flight.id, [seat]));
    expect(await brokenLink(it.db, 0, 100)).toBeUndefined();
    await it.db.change(tamper).run();
    expect(await brokenLink(it.db, 0, 100)).toBe(event);
  });
});

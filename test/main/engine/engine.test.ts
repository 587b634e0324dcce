import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeHold } from '../../../main/commands/place-hold.ts';
import { commands } from '../../../main/commands/registry.ts';
import type { CommandTable } from '../../../main/engine/engine.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { brokenLink } from '../../../main/store/tables/journal-table.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { NOT_NOW } from '../../../shared/not-now.ts';
import { refuse } from '../../../shared/refusals.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

const place = (flightId: number, seat: string, requestId: string) => ({
  requestId,
  legs: [{ flightId, cabin: 'Y' as const, seats: [seat] }],
  passengers: [adult],
  exitRowConfirmed: false,
});

describe('exactly once', () => {
  test('the same number and body: the same reply, and nothing done twice', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const first = await store.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA);
    store.clock.advance(MINUTE_MS);
    const again = await store.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA);
    expect(again).toEqual(first);
    expect(await store.counters(flight.id)).toMatchObject([{ held: 1 }]);
    expect(store.hub.newestEvent).toBe(1);
  });

  test('a refusal is a reply too: it is not turned into a sale by sending it again', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const other = value(await store.hold(flight.id, ['15A'], {}, JONAS));
    expect(codeOf(await store.hub.execute('holds.place', place(flight.id, '15A', 'refused-one'), ANA))).toBe('SEAT_HELD');
    value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: other.bookingId }, JONAS));
    expect(codeOf(await store.hub.execute('holds.place', place(flight.id, '15A', 'refused-one'), ANA))).toBe('SEAT_HELD');
  });

  test.each(NOT_NOW)(
    'never again: a request that was told %s, which says "not now", was told so for a day under its number',
    async (code) => {
      let now = false;
      const hold: typeof placeHold = async (context, input) => (now ? placeHold(context, input) : refuse(code));
      const store = await openTestHub({ commands: { ...commands, 'holds.place': hold } as unknown as CommandTable });
      const flight = await store.addFlight();
      const ask = () => store.hub.execute('holds.place', place(flight.id, '15A', 'comes-again'), ANA);
      const both = await Promise.all([ask(), ask()]);
      expect([...both, await ask()].map(codeOf)).toEqual([code, code, code]);
      now = true;
      const held = await ask();
      expect(codeOf(held)).toBe('ok');
      expect(await ask(), 'what was done is done once').toEqual(held);
      expect(await store.counters(flight.id)).toMatchObject([{ held: 1 }]);
    },
  );

  test.each([
    ['another body', ANA, '15B'],
    ['another user at another desk', JONAS, '15A'],
    ['the same user at another desk', { ...ANA, desk: JONAS.desk }, '15A'],
    ['another user at the same desk', { ...ANA, user: JONAS.user }, '15A'],
    // Put together without something between them, user and desk would read the same.
    ['a user whose name ends as the desk begins', { ...ANA, user: `${ANA.user}${ANA.desk[0]}`, desk: ANA.desk.slice(1) }, '15A'],
  ])('the same number with %s is refused, nothing is done, and the reply is not given away', async (_what, actor, seat) => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    value(await store.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA));
    const other = await store.hub.execute('holds.place', place(flight.id, seat, 'same-number'), actor);
    expect(other).toMatchObject({ ok: false, refusal: { code: 'REQUEST_REUSED' } });
    expect(JSON.stringify(other)).not.toMatch(/locator|15A/);
    expect(await store.claims(flight.id)).toEqual(['15A']);
  });

  test('the same number and body for another command is refused and nothing is done', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const { bookingId } = value(await store.hold(flight.id, ['15A']));
    value(await store.hub.execute('holds.extend', { requestId: 'same-number', bookingId }, ANA));
    expect(codeOf(await store.hub.execute('holds.release', { requestId: 'same-number', bookingId }, ANA))).toBe('REQUEST_REUSED');
    expect(await store.claims(flight.id)).toEqual(['15A']);
  });

  test('the same number twice in one batch is done once', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const both = await Promise.all([1, 2].map(() => store.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA)));
    expect(both[0]).toEqual(both[1]);
    expect(await store.counters(flight.id)).toMatchObject([{ held: 1 }]);
  });

  test('replies are kept for a day and then forgotten', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    value(await store.hub.execute('holds.place', place(flight.id, '15A', 'same-number'), ANA));
    const kept = async () =>
      (await store.db.query<{ n: number }>("SELECT count(*) AS n FROM replies WHERE request_id = 'same-number'").get())?.n;
    store.clock.advance(24 * 60 * MINUTE_MS);
    await store.prune();
    expect(await kept()).toBe(1);
    store.clock.advance(1);
    await store.prune();
    expect(await kept()).toBe(0);
  });
});

describe('a batch', () => {
  test('a fault in one command undoes that command alone, and says where to look', async () => {
    const broken = { ...commands, 'holds.extend': async () => Promise.reject(new Error('boom')) } as unknown as CommandTable;
    const store = await openTestHub({ commands: broken });
    const flight = await store.addFlight();
    const hold = value(await store.hold(flight.id, ['15A']));
    const [faulty, fine] = await Promise.all([
      store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId: hold.bookingId }, ANA),
      store.hold(flight.id, ['15B']),
    ]);
    expect(codeOf(faulty)).toBe('NOT_DONE');
    expect(codeOf(fine)).toBe('ok');
    expect(store.reports).toEqual(['holds.extend: Error: boom']);
    expect(await store.claims(flight.id)).toEqual(['15A', '15B']);
  });

  test('a command sees what those before it in the batch told the journal', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const release = () => store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: 1 }, ANA);
    const all = await Promise.all([store.hold(flight.id, ['15A']), store.hold(flight.id, ['15B']), release(), release()]);
    expect(all.map(codeOf)).toEqual(['ok', 'ok', 'ok', 'HOLD_ENDED']);
    expect(await store.claims(flight.id)).toEqual(['15B']);
  });

  test('a refusal after a write undoes that command alone, also where no command of the batch had set a mark', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    value(await store.hold(flight.id, ['15B'], {}, JONAS));
    const party = { passengers: [adult, adult] };
    const both = () => [store.hold(flight.id, ['15A', '15B'], party), store.hold(flight.id, ['15C']), store.hold(flight.id, ['15A'])];
    expect((await Promise.all(both())).map(codeOf)).toEqual(['SEAT_HELD', 'ok', 'ok']);
    expect(await store.claims(flight.id)).toEqual(['15A', '15B', '15C']);
    // The next batches set marks from the start.
    expect((await Promise.all(both())).map(codeOf)).toEqual(['SEAT_HELD', 'SEAT_HELD', 'SEAT_HELD']);
    expect(codeOf(await store.hold(flight.id, ['15D', '15E'], party))).toBe('ok');
    expect(await store.claims(flight.id)).toEqual(['15A', '15B', '15C', '15D', '15E']);
    expect(store.hub.newestEvent).toBe(4);
    expect(await brokenLink(store.db, 0, 100)).toBeUndefined();
  });

  test('what a table forbids is the fault of that command alone', async () => {
    const twice = async ({ db }: { db: SqliteDatabase }) => {
      db.change("INSERT INTO meta (key, value) VALUES ('mode', 'other')").run();
    };
    const store = await openTestHub({ commands: { ...commands, 'holds.extend': twice } as unknown as CommandTable });
    const flight = await store.addFlight();
    const [faulty, fine] = await Promise.all([
      store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId: 1 }, ANA),
      store.hold(flight.id, ['15B']),
    ]);
    expect([codeOf(faulty), codeOf(fine)]).toEqual(['NOT_DONE', 'ok']);
    expect(store.reports).toEqual(['holds.extend: BrokenInvariant: UNIQUE constraint failed: meta.key']);
  });

  test('a command that came before a deadline is not spoiled by one in the same batch that came after it', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const held = value(await store.hold(flight.id, ['15A']));
    store.clock.advance(5 * MINUTE_MS - 1);
    const inTime = store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId());
    store.clock.advance(1);
    const after = store.hold(flight.id, ['15B'], {}, JONAS);
    expect([codeOf(await inTime), codeOf(await after)]).toEqual(['ok', 'ok']);
    const times = value(await store.hub.ask('events.since', { after: 0 }, ANA)).events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('a hold that is placed and runs out within one batch is ended before a later command of it sets a price by its load', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const first = store.hold(flight.id, ['15A']);
    store.clock.advance(5 * MINUTE_MS);
    const second = store.hold(flight.id, ['15B'], {}, JONAS);
    expect(codeOf(await first)).toBe('ok');
    expect(value(await second).total).toBe(100_00);
    expect(await store.claims(flight.id)).toEqual(['15B']);
  });

  test('a hold that loses the grace of its payment runs out before a later command of the same batch', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const held = value(await store.hold(flight.id, ['15A']));
    store.clock.advance(4 * MINUTE_MS);
    const charges = [{ reference: 'the-charge', amount: held.total }];
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'tenderMinutes', value: 1 }, MERCY));
    const tenders = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null } as const];
    value(await store.hub.change('payments.begin', { ...sale(held, { tenders }), terminal: true, charges }, ANA, store.requestId()));
    const failed = [{ reference: 'the-charge', approvalCode: null, mayBeCharged: false }];
    const fail = { bookingId: held.bookingId, reason: 'declined', charges: failed, final: false };
    const declined = store.hub.change('payments.fail', fail, ANA, store.requestId());
    // The time for another tender is over, that of the payment is not.
    store.clock.advance(MINUTE_MS);
    const second = store.hold(flight.id, ['15B'], {}, JONAS);
    expect(value(await declined)).toMatchObject({ until: expect.any(Number) });
    expect(value(await second).total).toBe(100_00);
    expect(await store.claims(flight.id)).toEqual(['15B']);
  });

  test('a hold that cannot be ended keeps nobody else from selling, and is sold to nobody', async () => {
    const store = await openTestHub();
    const [flight, other] = [await store.addFlight(), await store.addFlight()];
    const held = value(await store.hold(flight.id, ['15A', '15B']));
    await store.db.change("DELETE FROM claims WHERE seat = '15B'").run();
    store.clock.advance(5 * MINUTE_MS);
    expect(codeOf(await store.hold(other.id, ['15A'], {}, JONAS))).toBe('ok');
    expect(codeOf(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()))).toBe(
      'STORE_DAMAGED',
    );
    expect(store.reports[0]).toMatch(/^holds.expireDue: hold .* cannot be ended: LateWriteFailed/);
  });

  test('a console that cannot be told does not turn what was done into a failure', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const heard: number[] = [];
    store.hub.on(() => {
      throw new Error('gone');
    });
    store.hub.on((events) => heard.push(...events.map(({ event }) => event)));
    expect(codeOf(await store.hold(flight.id, ['15A']))).toBe('ok');
    expect(heard).toEqual([1]);
  });

  test('a full disk refuses every command of the batch, tells no event, and loses nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-full-'));
    const store = await openTestHub({ file: join(folder, 'store.sqlite') });
    const flight = await store.addFlight();
    const seats = store.reference.seatPlan('a320')?.seats.filter((seat) => seat.sellable && !seat.exit) ?? [];
    value(await store.hold(flight.id, [seats[0]?.seat ?? '']));
    const db = store.db as SqliteDatabase;
    const [{ page_count: pages = 0 } = {}] = db.pragma('page_count') as { page_count?: number }[];
    db.pragma(`max_page_count = ${pages + 1}`);
    let refused = 0;
    const heard: number[] = [];
    store.hub.on((events) => heard.push(...events.map(({ event }) => event)));
    let held = 0;
    for (const { seat } of seats.slice(1, 60)) {
      const reply = await store.hold(flight.id, [seat]);
      if (reply.ok) held++;
      else {
        expect(reply.refusal.code).toBe('STORE_FULL');
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(heard).toHaveLength(held);
    db.pragma('max_page_count = 1000000');
    value(await store.hold(flight.id, [seats[70]?.seat ?? '']));
    expect(await store.claims(flight.id)).toHaveLength(held + 2);
    expect(await store.counters(flight.id)).toMatchObject([{ held: held + 2 }]);
    expect(store.hub.newestEvent).toBe(held + 2);
    await store.hub.close();
    rmSync(folder, { recursive: true });
  });

  test('a repeat of what was done is told so, also while the disk is full', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const first = await store.hub.execute('holds.place', place(flight.id, '15A', 'done-before'), ANA);
    const db = store.db as SqliteDatabase;
    db.pragma('max_page_count = 1');
    const [again, other, fresh] = await Promise.all([
      store.hub.execute('holds.place', place(flight.id, '15A', 'done-before'), ANA),
      store.hub.execute('holds.place', place(flight.id, '15B', 'done-before'), ANA),
      ...Array.from({ length: 20 }, (_, row) => store.hold(flight.id, [`${row + 16}A`])),
    ]);
    expect(again).toEqual(first);
    expect(codeOf(other as typeof first)).toBe('REQUEST_REUSED');
    expect(codeOf(fresh as typeof first)).toBe('STORE_FULL');
    expect(await store.claims(flight.id)).toEqual(['15A']);
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
    const store = await openTestHub();
    const flight = await store.addFlight();
    await store.hub.close();
    expect(codeOf(await store.hold(flight.id, ['15A']))).toBe('HUB_CLOSING');
  });
});

describe('the journal', () => {
  test('is numbered without gaps although commands between were refused', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const heard: number[] = [];
    store.hub.on((events) => heard.push(...events.map(({ event }) => event)));
    await Promise.all(['15A', '15A', '15B', '13A', '15C'].map((seat) => store.hold(flight.id, [seat])));
    expect(heard).toEqual([1, 2, 3]);
    expect(value(await store.hub.ask('events.since', { after: 1 }, ANA)).events.map(({ event }) => event)).toEqual([2, 3]);
  });

  test.each([
    ['an edited entry', "UPDATE journal SET data = replace(data, 'T1-04', 'T1-05') WHERE event = 2", 2],
    ['an entry by somebody else', "UPDATE journal SET user_name = 'weber' WHERE event = 3", 3],
    ['a missing entry', 'DELETE FROM journal WHERE event = 2', 3],
  ])('%s shows', async (_what, tamper, event) => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    for (const seat of ['15A', '15B', '15C', '15D']) value(await store.hold(flight.id, [seat]));
    expect(await brokenLink(store.db, 0, 100)).toBeUndefined();
    await store.db.change(tamper).run();
    expect(await brokenLink(store.db, 0, 100)).toBe(event);
  });
});

import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../main/actor.ts';
import { bookingsProblem } from '../../main/store/checks/check-bookings.ts';
import {
  type AmountMeaning,
  bookingEffect,
  type EventAbout,
  effectOnBooking,
  isAbout,
  type SeatEffect,
} from '../../shared/event-effects.ts';
import { type BookingEventType, EVENT_TYPES, type EventType, type JournalEvent } from '../../shared/events.ts';
import { type FollowedBooking, followBooking, stateAfter } from '../../shared/follow-booking.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { BookedLeg, BookingState } from '../../shared/methods/booking-view.ts';
import { seatProblems } from '../main/support/seat-invariants.ts';
import { ANA, adult, type Confirm, MERCY, openTestHub, sale, value } from '../main/support/test-hub.ts';

describe('the state after an event', () => {
  test.each<[BookingState | undefined, BookingEventType, BookingState | undefined]>([
    [undefined, 'hold.placed', 'HOLD'],
    ['HOLD', 'hold.extended', 'HOLD'],
    ['HOLD', 'hold.released', 'RELEASED'],
    ['HOLD', 'hold.expired', 'EXPIRED'],
    ['HOLD', 'payment.begun', 'HOLD'],
    ['HOLD', 'payment.tenderFailed', 'HOLD'],
    ['HOLD', 'payment.failed', 'PAYMENT_FAILED'],
    ['HOLD', 'booking.confirmed', 'CONFIRMED'],
    ['CONFIRMED', 'booking.quoted', 'CONFIRMED'],
    ['CONFIRMED', 'booking.cancelled', 'CANCELLED'],
    ['CANCELLED', 'payment.refunded', 'CANCELLED'],
    // A card that was approved after the hold had expired.
    ['EXPIRED', 'booking.confirmed', 'CONFIRMED'],
    ['EXPIRED', 'payment.failed', 'EXPIRED'],
    // Older than what is known.
    ['CONFIRMED', 'hold.placed', 'CONFIRMED'],
    ['CONFIRMED', 'hold.expired', 'CONFIRMED'],
    ['RELEASED', 'booking.confirmed', 'RELEASED'],
    // A booking that nobody has heard of begins with its hold alone.
    [undefined, 'hold.extended', undefined],
    [undefined, 'booking.confirmed', undefined],
  ])('%s, %s: %s', (before, type, after) => expect(stateAfter(before, type)).toBe(after));
});

describe('a booking that is followed', () => {
  const hold: FollowedBooking = {
    ...{ state: 'HOLD', expiresAt: 500, extended: false, payingSince: null, tenderFailedAt: null, refunded: 0, sale: null },
  };
  const by = { user: 'ruiz', desk: 'T1-04' };
  const sold: FollowedBooking = { ...hold, state: 'CONFIRMED', expiresAt: null, sale: { at: 350, ...by } };
  const paying: FollowedBooking = { ...hold, payingSince: 300 };
  test.each<[BookingEventType, FollowedBooking | undefined, Partial<FollowedBooking>]>([
    ['hold.placed', undefined, { state: 'HOLD', expiresAt: 900, payingSince: null, refunded: 0 }],
    ['hold.extended', hold, { expiresAt: 900, extended: true }],
    ['payment.begun', hold, { expiresAt: 900, payingSince: 400, extended: false }],
    ['payment.tenderFailed', paying, { state: 'HOLD', expiresAt: 900, payingSince: null, tenderFailedAt: 400 }],
    ['payment.failed', paying, { state: 'PAYMENT_FAILED', expiresAt: null, payingSince: null }],
    ['booking.confirmed', paying, { state: 'CONFIRMED', expiresAt: null, payingSince: null, refunded: 0, sale: { at: 400, ...by } }],
    ['booking.quoted', sold, { state: 'CONFIRMED', expiresAt: null, refunded: 0 }],
    ['booking.cancelled', sold, { state: 'CANCELLED', refunded: 70 }],
    // The booking has outrun the event.
    ['hold.extended', sold, sold],
    ['payment.begun', sold, sold],
    ['booking.cancelled', { ...sold, state: 'CANCELLED', refunded: 70 }, { refunded: 70 }],
    ['payment.refunded', { ...sold, state: 'CANCELLED', refunded: 70 }, { refunded: 70 }],
  ])('%s of %j', (type, before, after) => {
    expect(followBooking(before, { type, at: 400, ...by, data: { expiresAt: 900, amount: 70 } })).toMatchObject(after);
  });
});

interface Row extends FollowedBooking {
  readonly legs: readonly Pick<BookedLeg, 'flightId' | 'cabin' | 'seats'>[];
  readonly total: number;
}

/** The hub on two flights, with every event held against the store as soon as it is told. */
async function heldAgainstStore() {
  const store = await openTestHub();
  const departs_at = store.clock.now() + 48 * HOUR_MS;
  const first = await store.addFlight({ destination: 'ORD', departs_at, arrives_at: departs_at + 2 * HOUR_MS });
  const second = await store.addFlight({ origin: 'ORD', departs_at: departs_at + 5 * HOUR_MS, arrives_at: departs_at + 9 * HOUR_MS });
  const told: JournalEvent[] = [];
  store.hub.on((events) => told.push(...events));
  const seen = new Map<EventType, Set<string>>();

  const rowOf = async (bookingId: number): Promise<Row | undefined> => {
    const sql =
      'SELECT state, expires_at, extended, paying_since, tender_failed_at, refunded, legs, total, sold_at, sold_by, sold_desk FROM bookings WHERE id = ?';
    const row = await store.db.query<Record<string, string | number | null>>(sql).get(bookingId);
    if (!row) return undefined;
    const legs = (JSON.parse(String(row.legs)) as BookedLeg[]).map(({ flightId, cabin, seats: of }) => ({ flightId, cabin, seats: of }));
    const state = row.state as BookingState;
    const expiresAt = row.expires_at === null ? null : Number(row.expires_at);
    const sale = row.sold_at === null ? null : { at: Number(row.sold_at), user: String(row.sold_by), desk: String(row.sold_desk) };
    const payingSince = row.paying_since === null ? null : Number(row.paying_since);
    return {
      state,
      expiresAt,
      extended: row.extended === 1,
      payingSince,
      tenderFailedAt: row.tender_failed_at === null ? null : Number(row.tender_failed_at),
      refunded: Number(row.refunded),
      sale,
      legs,
      total: Number(row.total),
    };
  };
  const claimsOf = (bookingId: number) =>
    store.db.query('SELECT flight_id, seat FROM claims WHERE owner = ? ORDER BY flight_id, seat').all(bookingId);
  const one = async (sql: string, ...values: (number | string)[]): Promise<number> =>
    (await store.db.query<{ n: number | null }>(sql).get(...values))?.n ?? 0;
  const due = () => one("SELECT count(*) AS n FROM jobs WHERE state = 'WAITING'");

  /** Minor units that the store has under what the table says the amount of an event is. */
  const AMOUNTS: Record<AmountMeaning, (bookingId: number) => Promise<number>> = {
    none: async () => 0,
    price: (id) => one('SELECT total AS n FROM bookings WHERE id = ?', id),
    asked: (id) => one("SELECT sum(amount) AS n FROM payments WHERE booking_id = ? AND state = 'PENDING'", id),
    paid: (id) => one('SELECT sum(amount) AS n FROM tenders WHERE booking_id = ?', id),
    offered: (id) => one('SELECT total AS n FROM offers WHERE booking_id = ? ORDER BY number DESC LIMIT 1', id),
    refunded: (id) => one('SELECT sum(refunded) AS n FROM tenders WHERE booking_id = ?', id),
    due: (id) =>
      one(
        `SELECT sum(amount) AS n FROM (SELECT amount FROM payments WHERE state = 'REVERSAL_DUE' AND booking_id = ?1
          UNION ALL SELECT amount FROM refunds WHERE state = 'DUE' AND booking_id = ?1)`,
        id,
      ),
    returned: (id) =>
      one(
        `SELECT sum(amount) AS n FROM (SELECT amount FROM payments WHERE state = 'REVERSED' AND booking_id = ?1
          UNION ALL SELECT amount FROM refunds WHERE state = 'DONE' AND booking_id = ?1)`,
        id,
      ),
  };

  /** Whether a booking has claims before and after an event, by what the table says becomes of its seats. */
  const CLAIMS: Record<SeatEffect, [before: boolean | undefined, after: boolean | undefined]> = {
    none: [undefined, undefined],
    hold: [false, true],
    keep: [true, true],
    // A payment that came late takes the seats once more.
    sell: [undefined, true],
    release: [true, false],
    cancel: [true, false],
    give: [true, true],
    change: [true, true],
    pass: [true, false],
  };

  async function compare(event: EventAbout<'booking'>, before: Row | undefined, claims: unknown[], dueBefore: number) {
    const { type, data } = event;
    const effect = bookingEffect(type);
    const after = await rowOf(data.bookingId);
    if (!after) throw new Error(`booking ${data.bookingId} is not stored`);
    const { legs, total: _, ...followed } = after;
    expect(followBooking(before, event), `${type} of a booking that is ${before?.state}`).toEqual(followed);

    const claimsAfter = await claimsOf(data.bookingId);
    const names = effect.seats === 'keep' || (effect.seats !== 'none' && before?.state !== after.state);
    expect(data.legs.map(({ flightId, cabin, seats: of }) => ({ flightId, cabin, seats: of }))).toEqual(names ? legs : []);
    const [had, has] = names ? CLAIMS[effect.seats] : CLAIMS.none;
    if (had !== undefined) expect(claims.length > 0, `${type}: had seats`).toBe(had);
    if (has === undefined) expect(claimsAfter).toEqual(claims);
    else expect(claimsAfter).toHaveLength(has ? legs.flatMap((leg) => leg.seats).length : 0);
    for (const { flightId, cabin, authorised, held, sold } of data.legs)
      expect(await store.counters(flightId)).toContainEqual({ cabin, authorised, held, sold });
    expect(await seatProblems(store.db)).toEqual([]);

    expect(await AMOUNTS[effect.amount](data.bookingId), `${type}: the amount is what was ${effect.amount}`).toBe(data.amount);
    if ((await due()) > dueBefore) expect(effect.moneyMayBeDue, type).toBe(true);
    expect(await bookingsProblem(store.db, 0, data.bookingId)).toBeUndefined();
  }

  /** Runs one command that tells one event, and holds what the table says of the event against the store. */
  async function run(bookingId: number, command: () => Promise<unknown>): Promise<void> {
    const before = await rowOf(bookingId);
    const claims = await claimsOf(bookingId);
    const dueBefore = await due();
    told.length = 0;
    await command();
    const [event, ...more] = told;
    if (!event || !isAbout(event, 'booking')) throw new Error(`no event of a booking: ${event?.type}`);
    expect([event.data.bookingId, more]).toEqual([bookingId, []]);
    await compare(event, before, claims, dueBefore);
    seen.set(event.type, (seen.get(event.type) ?? new Set()).add(`${before?.state}`));
  }

  let bookings = 0;
  /** A hold for two on both flights; everything that may happen to it next. */
  async function placed() {
    const bookingId = ++bookings;
    const row = 19 + bookingId;
    const legs = [
      { flightId: first.id, cabin: 'Y' as const, seats: [`${row}A`, `${row}B`] },
      { flightId: second.id, cabin: 'Y' as const, seats: [`${row}E`, `${row}F`] },
    ];
    let reply: Awaited<ReturnType<typeof store.hold>> | undefined;
    await run(bookingId, async () => {
      reply = await store.hold(first.id, [], { legs, passengers: [adult, adult] });
    });
    if (!reply) throw new Error('no hold');
    const held = value(reply);
    const on = () => ({ requestId: store.requestId(), bookingId });
    const card: Confirm['tenders'] = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: 'approve' }];
    const reference = `card-${bookingId}`;
    let offerId = 0;
    /** The job of the booking is tried: done, or a dead letter. */
    const tried = async (done: boolean) => {
      const jobId = await one('SELECT id AS n FROM jobs WHERE booking_id = ?', bookingId);
      const triesBefore = await one('SELECT tries AS n FROM jobs WHERE id = ?', jobId);
      value(await store.hub.change('jobs.record', { jobId, triesBefore, done, answer: '', lasting: true, retryAfterMs: 0 }, SYSTEM, null));
    };
    return {
      extend: () => run(bookingId, async () => value(await store.hub.execute('holds.extend', on(), ANA))),
      release: () => run(bookingId, async () => value(await store.hub.execute('holds.release', on(), ANA))),
      expire: () =>
        run(bookingId, async () => {
          store.clock.advance(Number((await rowOf(bookingId))?.expiresAt) - store.clock.now());
          value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
        }),
      begin: () =>
        run(bookingId, async () => {
          const charges = [{ reference, amount: held.total }];
          const input = { ...sale(held, { tenders: card }), charges, terminal: true };
          value(await store.hub.change('payments.begin', input, ANA, store.requestId()));
        }),
      fail: (approvalCode: string | null, final = true) =>
        run(bookingId, async () => {
          const input = {
            bookingId,
            reason: 'no answer',
            charges: [{ reference, approvalCode, mayBeCharged: approvalCode !== null }],
            final,
          };
          value(await store.hub.change('payments.fail', input, ANA, store.requestId()));
        }),
      confirm: () =>
        run(bookingId, async () => {
          const approved = [{ tender: 0, reference, approvalCode: '012345' }];
          value(await store.hub.change('payments.confirm', { ...sale(held, { tenders: card }), approved }, ANA, store.requestId()));
        }),
      confirmCash: () =>
        run(bookingId, async () =>
          value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())),
        ),
      quote: () =>
        run(bookingId, async () => {
          ({ offerId } = value(await store.hub.execute('bookings.cancelQuote', on(), ANA)));
        }),
      print: () => run(bookingId, async () => value(await store.hub.execute('bookings.recordPrint', on(), ANA))),
      cancel: () => run(bookingId, async () => value(await store.hub.execute('bookings.cancel', { ...on(), offerId }, ANA))),
      renew: () =>
        run(bookingId, async () => {
          store.clock.advance(4 * MINUTE_MS);
          value(await store.hub.change('payments.renew', { bookingId }, ANA, store.requestId()));
        }),
      returned: () => run(bookingId, () => tried(true)),
      stuck: () => run(bookingId, () => tried(false)),
      tryAgain: () =>
        run(bookingId, async () => {
          const jobId = await one('SELECT id AS n FROM jobs WHERE booking_id = ?', bookingId);
          value(await store.hub.execute('jobs.tryAgain', { requestId: store.requestId(), jobId }, MERCY));
        }),
    };
  }
  return { ...store, flight: first, told, placed, seen, due };
}

describe('what the table says of an event', () => {
  test('is what the store says after the command that told it, whatever the command', async () => {
    const store = await heldAgainstStore();
    for (const way of [
      ['extend', 'release'],
      ['extend', 'expire'],
      ['begin', 'fail'],
      ['begin', 'failTender', 'extend', 'confirmCash'],
      ['begin', 'failTender', 'expire'],
      ['confirmCash', 'print', 'quote', 'quote', 'cancel', 'print'],
      ['begin', 'confirm', 'quote', 'cancel', 'stuck', 'tryAgain', 'returned'],
      ['begin', 'renew', 'confirm'],
      ['begin', 'expire', 'confirm'],
    ] as const) {
      const hold = await store.placed();
      for (const step of way) await (step === 'fail' ? hold.fail(null) : step === 'failTender' ? hold.fail(null, false) : hold[step]());
    }
    expect(await store.due()).toBe(0);
    const late = await store.placed();
    await late.begin();
    await late.expire();
    await late.fail('012345');
    expect(await store.due()).toBe(1);
    await late.returned();
    expect(await store.due()).toBe(0);

    // An event of a booking that was added must be run here too.
    const ofBookings = EVENT_TYPES.filter((type) => effectOnBooking(type));
    expect([...store.seen.keys()].sort()).toEqual([...ofBookings].sort());
    expect([...(store.seen.get('booking.confirmed') ?? [])].sort()).toEqual(['EXPIRED', 'HOLD']);
    expect([...(store.seen.get('payment.failed') ?? [])]).toEqual(['HOLD']);
    expect([...(store.seen.get('payment.reversalDue') ?? [])]).toEqual(['EXPIRED']);
    expect(store.reports).toEqual([]);
  });

  test('is nothing to bookings and seats, where the event is about something else', async () => {
    const store = await heldAgainstStore();
    await store.placed();
    const stored = async () => [await store.db.query('SELECT * FROM bookings').all(), await store.db.query('SELECT * FROM claims').all()];
    const before = await stored();
    store.told.length = 0;
    const { hub, flight, requestId } = store;
    value(await hub.change('users.add', { user: 'weber', display: 'Weber', role: 'agent', pinHash: 'x' }, MERCY, requestId()));
    value(await hub.execute('users.setActive', { requestId: requestId(), user: 'weber', active: false }, MERCY));
    for (const user of ['weber', 'nobody'])
      value(await hub.change('users.recordSignIn', { user, right: false, against: 'x' }, MERCY, null));
    value(await hub.execute('settings.set', { requestId: requestId(), name: 'holdMinutes', value: 9 }, MERCY));
    await store.price(flight.id, 'fixed');
    expect(store.told.length).toBeGreaterThan(4);
    expect(store.told.filter((event) => isAbout(event, 'booking'))).toEqual([]);
    expect(await stored()).toEqual(before);
  });
});

describe('a check of a booking', () => {
  const KEEP_SEATS = "('hold.extended', 'payment.begun')";
  test.each([
    ['takes events of earlier versions, which named no seats that a hold kept', `'[]'`, undefined],
    ['finds events that name other seats', `replace(data ->> 'legs', '20A', '21A')`, 'booking 1 has other seats than the journal says'],
  ])('%s', async (_name, legs, problem) => {
    const store = await heldAgainstStore();
    const hold = await store.placed();
    await hold.extend();
    await hold.begin();
    const changed = await store.db
      .change(`UPDATE journal SET data = json_set(data, '$.legs', json(${legs})) WHERE type IN ${KEEP_SEATS}`)
      .run();
    expect(changed).toBe(2);
    expect(await bookingsProblem(store.db, 0, 1)).toBe(problem);
  });
});

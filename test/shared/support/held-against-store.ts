import { expect } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { bookingsProblem } from '../../../main/store/checks/check-bookings.ts';
import type { Value } from '../../../main/store/database.ts';
import type { FlightRow } from '../../../main/store/tables/flights-table.ts';
import { pushFlight, type ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';
import type { AmountMeaning, SeatEffect } from '../../../shared/event-effect.ts';
import { bookingEffect, type EventAbout, isAbout } from '../../../shared/event-effects.ts';
import type { EventType, JournalEvent } from '../../../shared/events.ts';
import { type FollowedBooking, followBooking } from '../../../shared/follow-booking.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookedLeg, BookingState } from '../../../shared/methods/booking-view.ts';
import type { LimitEnd } from '../../../shared/pay-by.ts';
import { seatProblems } from '../../main/support/seat-invariants.ts';
import { ANA, adult, type Confirm, JONAS, MERCY, openTestHub, sale, value } from '../../main/support/test-hub.ts';

interface Row extends FollowedBooking {
  readonly legs: readonly Pick<BookedLeg, 'flightId' | 'cabin' | 'seats'>[];
  readonly total: number;
}

/** The hub on two flights, with every event held against the store as soon as it is told. */
export async function heldAgainstStore() {
  const store = await openTestHub();
  const departs_at = store.clock.now() + 48 * HOUR_MS;
  const first = await store.addFlight({ destination: 'ORD', departs_at, arrives_at: departs_at + 2 * HOUR_MS });
  const second = await store.addFlight({ origin: 'ORD', departs_at: departs_at + 5 * HOUR_MS, arrives_at: departs_at + 9 * HOUR_MS });
  const third = await store.addFlight({
    origin: 'LAX',
    destination: 'SFO',
    departs_at: departs_at + 12 * HOUR_MS,
    arrives_at: departs_at + 13 * HOUR_MS,
  });
  const told: JournalEvent[] = [];
  store.hub.on((events) => told.push(...events));
  const seen = new Map<EventType, Set<string>>();

  const rowOf = async (bookingId: number): Promise<Row | undefined> => {
    const sql =
      'SELECT state, expires_at, extended, paying_since, tender_failed_at, refunded, legs, total, sold_at, sold_by, sold_desk, pay_by, at_limit FROM bookings WHERE id = ?';
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
      ...(row.pay_by === null ? {} : { payBy: { at: Number(row.pay_by), atLimit: row.at_limit as LimitEnd } }),
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
        `SELECT sum(amount) AS n FROM (SELECT amount FROM payments WHERE state = 'REVERSAL_DUE' AND booking_id = ?
          UNION ALL SELECT amount FROM refunds WHERE state = 'DUE' AND booking_id = ?)`,
        id,
        id,
      ),
    returned: (id) =>
      one(
        `SELECT sum(amount) AS n FROM (SELECT amount FROM payments WHERE state = 'REVERSED' AND booking_id = ?
          UNION ALL SELECT amount FROM refunds WHERE state = 'DONE' AND booking_id = ?)`,
        id,
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

  /** Runs a command that tells several events of these bookings. Followed one after the other, they must lead to what the store says. */
  async function runMany(bookingIds: readonly number[], command: () => Promise<unknown>): Promise<void> {
    const before = new Map<number, FollowedBooking | undefined>();
    for (const id of bookingIds) before.set(id, await rowOf(id));
    told.length = 0;
    await command();
    for (const event of told) {
      if (!isAbout(event, 'booking')) continue;
      const { bookingId } = event.data;
      seen.set(event.type, (seen.get(event.type) ?? new Set()).add(`${before.get(bookingId)?.state}`));
      before.set(bookingId, followBooking(before.get(bookingId), event));
    }
    for (const [id, followed] of before) {
      const row = await rowOf(id);
      if (!row) throw new Error(`booking ${id} is not stored`);
      const { legs: _, total: __, ...after } = row;
      // A hold that was passed on tells its seats no more.
      expect(followed, `booking ${id} after ${told.map(({ type }) => type)}`).toMatchObject(after);
      expect(await bookingsProblem(store.db, 0, id)).toBeUndefined();
    }
    expect(await seatProblems(store.db)).toEqual([]);
  }

  let bookings = 0;
  /** A hold for two on both flights; everything that may happen to it next. */
  async function placed() {
    const bookingId = ++bookings;
    const row = bookingId < 12 ? 19 + bookingId : bookingId + 2;
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
      payLater: () =>
        run(bookingId, async () => {
          const { passengers, contact } = sale(held);
          const payBy = store.clock.now() + HOUR_MS;
          value(await store.hub.execute('holds.payLater', { ...on(), payBy, atLimit: 'cancel', passengers, contact }, ANA));
        }),
      takeOver: () => run(bookingId, async () => value(await store.hub.execute('holds.takeOver', on(), JONAS))),
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
      /** The first passenger does not travel. */
      leave: () =>
        runMany([bookingId], async () => {
          const change = { kind: 'leave' as const, passengers: [1] };
          const quoted = value(await store.hub.execute('bookings.changeQuote', { ...on(), change }, ANA));
          const input = { bookingId, offerId: quoted.offerId, tenders: [], approved: [] };
          value(await store.hub.change('changes.take', input, ANA, store.requestId()));
        }),
      /** The flights of the newest hold are added, paid by card. */
      merge: (third: number) =>
        runMany([bookingId, bookings + 1], async () => {
          const hold = value(await store.hold(third, ['9A', '9B']));
          store.clock.advance(4 * MINUTE_MS);
          const change = { kind: 'flights' as const, hold: ++bookings, replaces: [] };
          const quoted = value(await store.hub.execute('bookings.changeQuote', { ...on(), change }, ANA));
          const input = { bookingId, offerId: quoted.offerId, tenders: [{ ...card[0], amount: hold.total }] as Confirm['tenders'] };
          const more = `more-${bookingId}`;
          const charges = [{ reference: more, amount: hold.total }];
          value(await store.hub.change('changes.begin', { ...input, charges, terminal: true }, ANA, store.requestId()));
          const approved = [{ tender: 0, reference: more, approvalCode: '012346' }];
          value(await store.hub.change('changes.take', { ...input, approved }, ANA, store.requestId()));
        }),
      split: () =>
        runMany([bookingId, bookings + 1], async () => {
          const version = await one('SELECT version AS n FROM bookings WHERE id = ?', bookingId);
          const contact = { phone: '+1 212 555 0100', email: '', askedBy: 'Jonas Petrov' };
          value(await store.hub.execute('bookings.split', { ...on(), version, passengers: [2], contact }, ANA));
          bookings++;
        }),
      /** Seats of a flight are kept for it instead of its first one, and taken, or their time runs out. */
      wayOn: (flightId: number, taken: boolean) =>
        runMany([bookingId, bookings + 1], async () => {
          const [version, segment] = [
            await one('SELECT version AS n FROM bookings WHERE id = ?', bookingId),
            await one("SELECT legs -> 0 ->> 'segment' AS n FROM bookings WHERE id = ?", bookingId),
          ];
          const way = { replaces: [segment], flights: [flightId], cabin: 'Y', change: 'movedFar' } as const;
          const held = value(await store.hub.change('reaccommodation.hold', { found: [{ bookingId, ways: [way] }], most: 1 }, ANA, null));
          const hold = held.proposals[0]?.ways[0]?.hold ?? 0;
          expect(hold).toBe(++bookings);
          if (taken)
            return void value(await store.hub.change('reaccommodation.take', { bookingId, version, hold }, ANA, store.requestId()));
          store.clock.advance(3 * MINUTE_MS);
          value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
        }),
      /** Its first flight leaves without it. Holds whose time is up by then have ended before. */
      missed: async () => {
        const departs = 'SELECT f.departs_at AS n FROM claims c JOIN flights f ON f.id = c.flight_id WHERE c.owner = ? ORDER BY n';
        store.clock.advance((await one(departs, bookingId)) - store.clock.now());
        value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
        const segment = await one("SELECT legs -> 0 ->> 'segment' AS n FROM bookings WHERE id = ?", bookingId);
        const said = { segment, by: 'carrier', reason: 'a late bus' } as const;
        await runMany([bookingId], async () => void value(await store.hub.execute('bookings.missed', { ...on(), ...said }, ANA)));
      },
      /** What was done last is taken back. */
      undo: () =>
        runMany([bookingId], async () => {
          const version = await one('SELECT version AS n FROM bookings WHERE id = ?', bookingId);
          value(await store.hub.execute('bookings.undo', { ...on(), version }, ANA));
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
      wish: () =>
        run(bookingId, async () => value(await store.hub.execute('messages.wish', { ...on(), language: 'es', optedOut: false }, ANA))),
      /** The oldest message of the booking that is not sent is tried: sent, or a dead letter. */
      message: (done: boolean) =>
        run(bookingId, async () => {
          const messageId = await one("SELECT min(id) AS n FROM messages WHERE booking_id = ? AND state = 'WAITING'", bookingId);
          const triesBefore = await one('SELECT tries AS n FROM messages WHERE id = ?', messageId);
          const result = { messageId, triesBefore, done, answer: '', lasting: true, retryAfterMs: 0 };
          value(await store.hub.change('messages.record', result, SYSTEM, null));
        }),
      sendAgain: () =>
        run(bookingId, async () => {
          const messageId = await one("SELECT min(id) AS n FROM messages WHERE booking_id = ? AND state = 'DEAD'", bookingId);
          value(await store.hub.execute('messages.sendAgain', { requestId: store.requestId(), messageId }, MERCY));
        }),
    };
  }
  /** A party that waited gets its offer, and is told of it again: by message, and by a call. */
  const offeredAgain = async () => {
    const party = { flights: [third.id], cabin: 'Y' as const, passengers: [adult], name: 'CHEN/MEI LIN MS', phone: '+1 646 555 0117' };
    const bookingId = ++bookings;
    let entryId = 0;
    await runMany([bookingId], async () => {
      const join = { requestId: store.requestId(), ...party, fareLimit: null, priority: 'normal' as const, reason: '' };
      ({ entryId } = value(await store.hub.execute('waitlist.join', join, ANA)));
    });
    for (const by of ['message', 'no answer'] as const)
      await run(bookingId, async () => value(await store.hub.execute('waitlist.tell', { requestId: store.requestId(), entryId, by }, ANA)));
  };
  /** Push is on from now on: every passenger is told. */
  const pushOn = async () => {
    const webhook = { address: 'http://127.0.0.1/', sms: false, push: true };
    value(await store.hub.change('messages.configure', { mail: null, webhook }, MERCY, store.requestId()));
  };
  /** A passenger who was held or sold above the eight seats of a cabin gets one that comes free. */
  async function seated(sold: boolean): Promise<void> {
    const { id: flightId } = await store.addFlight({ seat_map: '777-300er', equipment: '77W' });
    const seats = store.reference.seatPlan('777-300er')?.seats.filter(({ cabin }) => cabin === 'F') ?? [];
    const [full, over] = [++bookings, ++bookings];
    await runMany([full, over], async () => {
      const legs = [{ flightId, cabin: 'F' as const, seats: seats.map(({ seat }) => seat) }];
      value(await store.hold(flightId, [], { legs, passengers: seats.map(() => adult) }));
      const more = { flightId, cabin: 'F' as const, authorised: seats.length + 1, seen: seats.length, reason: 'one will not show' };
      value(await store.hub.execute('pricing.authorise', { requestId: store.requestId(), ...more }, MERCY));
      const above = [{ flightId, cabin: 'F' as const, seats: 'over' as const }];
      const held = value(await store.hold(flightId, [], { legs: above, passengers: [adult] }));
      if (sold) value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
      value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: full }, ANA));
    });
  }
  /** A file changes a flight, and takes seats from who has one that the other aircraft has not. */
  async function refile(flight: FlightRow, more: Partial<ScheduledFlight>): Promise<void> {
    const values: Value[] = [];
    const { carrier, number, suffix, origin, destination, equipment, currency } = flight;
    pushFlight(values, {
      ...{ carrier, number, suffix, origin, destination, equipment, currency, serviceDay: flight.service_day, seatMap: flight.seat_map },
      ...{ baseFare: flight.base_fare, departsAt: flight.departs_at, arrivesAt: flight.arrives_at, ...more },
    });
    const staged = { importId: `import-${flight.id}`, legs: 1, flights: 1, refused: 0, scopes: [] };
    await store.hub.change('schedule.stage', { importId: staged.importId, values, keptNumbers: [] }, SYSTEM, null);
    const { generation } = value(await store.hub.look('schedule.compare', staged));
    const input = { ...staged, name: 'moved.ssim', generation, unseat: true };
    value(await store.hub.change('schedule.applyStaged', input, MERCY, null));
  }
  /** A file has the third flight leave an hour later. */
  const reschedule = () =>
    runMany(
      [...Array(bookings).keys()].map((at) => at + 1),
      () => refile(third, { departsAt: third.departs_at + HOUR_MS, arrivesAt: third.arrives_at + HOUR_MS }),
    );
  /** A hold whose flight is moved, so that its sales close in a minute. */
  async function shortened(): Promise<void> {
    const flight = await store.addFlight();
    await runMany([++bookings], async () => {
      value(await store.hold(flight.id, ['20A']));
      const departsAt = store.clock.now() + 31 * MINUTE_MS;
      await refile(flight, { departsAt, arrivesAt: departsAt + 6 * HOUR_MS });
    });
  }
  /** A passenger is held or sold a seat of a cabin that the next aircraft has not, and gets one when the first flies again. */
  async function unseated(sold: boolean): Promise<void> {
    const flight = await store.addFlight({ seat_map: '737-800', equipment: '738' });
    await runMany([++bookings], async () => {
      const held = value(await store.hold(flight.id, ['3A'], { legs: [{ flightId: flight.id, cabin: 'J', seats: ['3A'] }] }));
      if (sold) value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
      await refile(flight, { equipment: 'D38', seatMap: 'plain-30' });
      await refile(flight, {});
    });
  }
  return { ...store, flight: first, third, told, placed, offeredAgain, seated, shortened, unseated, seen, due, pushOn, reschedule };
}

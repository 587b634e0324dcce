import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../../shared/events.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { PolicyRule } from '../../../../shared/pricing/policy.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, codeOf, JONAS, MERCY, sale, value } from '../../support/test-hub.ts';
import { openFullCabin, party } from '../../support/waitlist-hub.ts';

describe('seats that come free', () => {
  test('by a cancel are held for the first of the list in the same step, for 15 minutes, at the desk that took it', async () => {
    const store = await openFullCabin();
    const told: JournalEvent[] = [];
    store.hub.on((events) => told.push(...events));
    const first = value(await store.join({ name: 'ABARA/JOY MRS' }));
    const second = value(await store.join());
    expect([first, second]).toMatchObject([
      { state: 'WAITING', hold: null, ahead: 0 },
      { state: 'WAITING', hold: null, ahead: 1 },
    ]);
    told.length = 0;
    await store.cancel(store.single);
    expect(told.map(({ type }) => type)).toEqual(['booking.quoted', 'booking.cancelled', 'hold.placed', 'waitlist.offered']);
    const [, , placed, offered] = told;
    expect(placed).toMatchObject({
      desk: ANA.desk,
      user: ANA.user,
      data: { desk: ANA.desk, expiresAt: store.clock.now() + 15 * MINUTE_MS },
    });
    expect(offered).toMatchObject({ data: { entryId: first.entryId, flightId: store.flight.id, passengers: 1 } });
    expect(JSON.stringify(told)).not.toMatch(/ABARA|646 555/);
    const { holds } = value(await store.hub.ask('holds.ofDesk', {}, ANA));
    expect(holds).toMatchObject([{ draft: { askedBy: 'ABARA/JOY MRS', contact: '+1 646 555 0117' } }]);
    expect(await store.counters(store.flight.id)).toMatchObject([{ authorised: 4, held: 1, sold: 3 }]);
    expect((await store.list()).entries).toMatchObject([
      {
        name: 'ABARA/JOY MRS',
        status: 'HL',
        why: { kind: 'offered' },
        offer: { total: 100_00, until: store.clock.now() + 15 * MINUTE_MS },
      },
      { name: 'CHEN/MEI LIN MS', status: 'HL', why: { kind: 'no-seat' }, offer: null },
    ]);
    expect(await store.sound()).toBeUndefined();
  });

  test('by a release, an expired hold, a failed payment, a change and more authorised seats are offered, too', async () => {
    const store = await openFullCabin();
    const { hub, requestId, flight } = store;
    for (let wait = 0; wait < 5; wait++) value(await store.join());

    await store.authorise(5, 4);
    expect(Object.keys(await store.offers())).toEqual(['1']);
    const [held] = value(await hub.ask('holds.ofDesk', {}, ANA)).holds;
    value(await hub.execute('holds.release', { requestId: requestId(), bookingId: held?.bookingId ?? 0 }, ANA));
    expect(Object.keys(await store.offers())).toEqual(['2']);
    expect(await store.state(1)).toEqual({ state: 'UNABLE', ended_why: 'no' });

    await store.pass(15);
    expect(Object.keys(await store.offers())).toEqual(['3']);
    expect(await store.state(2)).toEqual({ state: 'UNABLE', ended_why: 'lapsed' });

    const [third] = value(await hub.ask('holds.ofDesk', {}, ANA)).holds;
    if (!third) throw new Error('the third party has a hold');
    const charges = [{ reference: 'card-1', amount: third.total }];
    const card = { ...sale(third), tenders: [{ kind: 'card' as const, amount: third.total, approvalCode: null, testCard: null }] };
    value(await hub.change('payments.begin', { ...card, charges, terminal: true }, ANA, requestId()));
    const failed = {
      bookingId: third.bookingId,
      reason: 'declined',
      charges: [{ reference: 'card-1', approvalCode: null, mayBeCharged: false }],
    };
    value(await hub.change('payments.fail', { ...failed, final: true }, ANA, null));
    expect(Object.keys(await store.offers())).toEqual(['4']);
    expect(await store.state(3)).toEqual({ state: 'UNABLE', ended_why: 'unpaid' });

    const { bookingId } = store.pair;
    const leave = { requestId: requestId(), bookingId, change: { kind: 'leave' as const, passengers: [2] } };
    const { offerId } = value(await hub.execute('bookings.changeQuote', leave, JONAS));
    value(await hub.change('changes.take', { bookingId, offerId, tenders: [], approved: [] }, JONAS, requestId()));
    expect(Object.keys(await store.offers())).toEqual(['4', '5']);
    expect(await store.counters(flight.id)).toMatchObject([{ authorised: 5, held: 2, sold: 3 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('go to a party that is kept together only when all of it fits; who fits behind it is served, and the next seats find it first again', async () => {
    const store = await openFullCabin();
    value(await store.join({ passengers: party(3), name: 'HAGEN/NILS MR' }));
    value(await store.join({ passengers: party(2) }));
    value(await store.join());
    await store.cancel(store.single);
    expect(await store.whys()).toEqual([{ kind: 'no-seat' }, { kind: 'no-seat' }, { kind: 'offered' }]);
    await store.cancel(store.pair);
    expect(Object.keys(await store.offers())).toEqual(['2', '3']);
    value(await store.answer(2, 'no'));
    // Two are free now, and nobody who waits is so small.
    expect(await store.whys()).toEqual([{ kind: 'too-few', party: 3, free: 2 }, { kind: 'offered' }]);
    await store.cancel(store.other);
    expect(Object.keys(await store.offers())).toEqual(['1', '3']);
    expect(await store.sound()).toBeUndefined();
  });

  test('of several holds that end at once go to a party that needs them all', async () => {
    const store = await openFullCabin();
    await store.authorise(6, 4);
    const holds = [value(await store.hold(store.flight.id, ['22A'])), value(await store.hold(store.flight.id, ['22B']))];
    value(await store.join({ passengers: party(2) }));
    value(await store.join());
    expect(holds).toHaveLength(2);
    await store.pass(5);
    expect(Object.keys(await store.offers())).toEqual(['1']);
    expect(await store.sound()).toBeUndefined();
  });

  test('cannot be bought in between: a hold that is placed for a seat of a due hold is refused, because the list had it first', async () => {
    const store = await openFullCabin();
    await store.cancel(store.single);
    value(await store.hold(store.flight.id, ['21A'], {}, JONAS));
    value(await store.join());
    store.clock.advance(5 * MINUTE_MS);
    expect(codeOf(await store.hold(store.flight.id, ['30A'], {}, JONAS))).toBe('CABIN_FULL');
    expect(Object.keys(await store.offers())).toEqual(['1']);
    expect(await store.sound()).toBeUndefined();
  });
});

test('an offer costs what the load of the flight asks for: it was cheaper, because its own passengers were taken off a load that did not count them yet', async () => {
  const store = await openFullCabin();
  const { hub, flight, requestId } = store;
  const rules: PolicyRule[] = [
    { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
    {
      rule: 'loadCurve',
      over: 'flight',
      knots: [
        { taken: 0, change: 0 },
        { taken: 100, change: 50 },
      ],
    },
    { rule: 'rounding', to: 1, less: 0 },
  ];
  await publishPolicy(hub, requestId(), { kind: 'flight', flightId: flight.id }, rules, MERCY);
  await store.cancel(store.pair);
  const { fare } = value(await hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA));
  value(await store.join({ passengers: party(2) }));
  expect((await store.list()).entries).toMatchObject([{ offer: { total: 2 * fare } }]);
});

describe('an answer', () => {
  test('no: the next of the list gets the seats in the same step', async () => {
    const store = await openFullCabin();
    const first = value(await store.join());
    const second = value(await store.join());
    await store.cancel(store.single);
    const events = store.hub.newestEvent;
    expect(value(await store.answer(first.entryId, 'no'))).toMatchObject({ state: 'UNABLE' });
    const { events: told } = value(await store.hub.ask('events.since', { after: events }, ANA));
    expect(told.map(({ type }) => type)).toEqual(['hold.released', 'waitlist.ended', 'hold.placed', 'waitlist.offered']);
    expect(Object.keys(await store.offers())).toEqual([String(second.entryId)]);
    expect(codeOf(await store.answer(first.entryId, 'no'))).toBe('WAITLIST_OVER');
    expect(await store.sound()).toBeUndefined();
  });

  test('yes, then the payment: the party is cleared (KL), and its seats are sold to it', async () => {
    const store = await openFullCabin();
    const { entryId } = value(await store.join());
    await store.cancel(store.single);
    const { hold } = value(await store.answer(entryId, 'yes'));
    value(await store.answer(entryId, 'yes'));
    expect((await store.list()).entries[0]?.offer?.answeredAt).toBe(store.clock.now());
    const held = value(await store.hub.ask('bookings.get', { bookingId: hold ?? 0 }, ANA)).booking as BookingView;
    value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
    expect(await store.state(entryId)).toEqual({ state: 'CLEARED', ended_why: 'paid' });
    const { ended } = value(await store.hub.ask('waitlist.flights', {}, ANA));
    expect(ended).toMatchObject([{ entryId, status: 'KL', why: 'paid', seats: held.legs[0]?.seats }]);
    expect((await store.list()).history.map(({ kind }) => kind)).toEqual(['ended', 'answered', 'offered', 'joined']);
    expect(await store.sound()).toBeUndefined();
  });

  test('is refused at another desk, and where nothing is offered', async () => {
    const store = await openFullCabin();
    const { entryId } = value(await store.join());
    expect(codeOf(await store.answer(entryId, 'yes'))).toBe('WAITLIST_NO_OFFER');
    await store.cancel(store.single);
    expect(codeOf(await store.answer(entryId, 'no', JONAS))).toBe('HOLD_OF_OTHER_DESK');
    expect(codeOf(await store.answer(99, 'no'))).toBe('WAITLIST_UNKNOWN');
  });

  test('a hold that was sold late, after it had lapsed, clears the party all the same', async () => {
    const store = await openFullCabin();
    const { entryId } = value(await store.join());
    await store.cancel(store.single);
    const [held] = value(await store.hub.ask('holds.ofDesk', {}, ANA)).holds;
    if (!held) throw new Error('the party has a hold');
    const tenders = [{ kind: 'card' as const, amount: held.total, approvalCode: null, testCard: null }];
    const sold = sale(held, { tenders });
    const begin = { ...sold, charges: [{ reference: 'card-1', amount: held.total }], terminal: true };
    value(await store.hub.change('payments.begin', begin, ANA, store.requestId()));
    await store.pass(20);
    expect(await store.state(entryId)).toEqual({ state: 'UNABLE', ended_why: 'lapsed' });
    const approved = [{ tender: 0, reference: 'card-1', approvalCode: '012345' }];
    value(await store.hub.change('payments.confirm', { ...sold, approved }, ANA, store.requestId()));
    expect(await store.state(entryId)).toEqual({ state: 'CLEARED', ended_why: 'paid' });
    expect(await store.sound()).toBeUndefined();
  });
});

describe('the order of a list', () => {
  test('is by priority, then by who came first; a supervisor moves a party with a reason', async () => {
    const store = await openFullCabin();
    value(await store.join({ name: 'NORMAL/A' }));
    value(await store.join({ name: 'NORMAL/B' }));
    expect(value(await store.join({ name: 'HIGH/C', priority: 'high', reason: 'full fare' })).ahead).toBe(0);
    const names = async () => (await store.list()).entries.map(({ name }) => name);
    expect(await names()).toEqual(['HIGH/C', 'NORMAL/A', 'NORMAL/B']);
    await store.pass(1);
    const move = { requestId: store.requestId(), entryId: 2, priority: 'supervisor' as const, reason: 'missed connection' };
    value(await store.hub.execute('waitlist.move', move, MERCY));
    expect(await names()).toEqual(['NORMAL/B', 'HIGH/C', 'NORMAL/A']);
    expect((await store.list()).history[0]).toMatchObject({ kind: 'moved', text: 'supervisor: missed connection', user: MERCY.user });
    await store.cancel(store.single);
    expect(Object.keys(await store.offers())).toEqual(['2']);
    expect(await store.sound()).toBeUndefined();
  });

  test('keeps the reason of each move in its history (a second move took the first away)', async () => {
    const store = await openFullCabin();
    value(await store.join({ priority: 'high', reason: 'full fare' }));
    for (const [priority, reason] of [
      ['supervisor', 'missed connection'],
      ['normal', 'took a later flight'],
    ] as const) {
      await store.pass(1);
      value(await store.hub.execute('waitlist.move', { requestId: store.requestId(), entryId: 1, priority, reason }, MERCY));
    }
    const { history, entries } = await store.list();
    expect(history.map(({ kind, text, user }) => [kind, text, user])).toEqual([
      ['moved', 'normal: took a later flight', MERCY.user],
      ['moved', 'supervisor: missed connection', MERCY.user],
      ['joined', 'high: full fare', ANA.user],
    ]);
    expect(entries).toMatchObject([{ priority: 'normal', reason: 'took a later flight' }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('leaves out who was dropped', async () => {
    const store = await openFullCabin();
    value(await store.join());
    value(await store.join());
    value(await store.hub.execute('waitlist.drop', { requestId: store.requestId(), entryId: 1 }, JONAS));
    await store.cancel(store.single);
    expect(Object.keys(await store.offers())).toEqual(['2']);
    expect(codeOf(await store.hub.execute('waitlist.drop', { requestId: store.requestId(), entryId: 1 }, ANA))).toBe('WAITLIST_OVER');
    expect(codeOf(await store.hub.execute('waitlist.drop', { requestId: store.requestId(), entryId: 2 }, ANA))).toBe('WAITLIST_OFFERED');
    expect(await store.sound()).toBeUndefined();
  });
});

describe('a party is not served, and is told why', () => {
  test('when the fare is above its limit; it is served once the fare is not, and who stands behind it meanwhile', async () => {
    const store = await openFullCabin();
    value(await store.join({ fareLimit: 99_99 }));
    await store.cancel(store.single);
    expect(await store.whys()).toEqual([{ kind: 'fare', fare: 100_00, limit: 99_99 }]);
    value(await store.join({ fareLimit: 100_00 }));
    expect(Object.keys(await store.offers())).toEqual(['2']);
    expect(await store.sound()).toBeUndefined();
  });

  test('when only exit rows are free, which nobody is given unasked (it said that no seat is free, beside a seat grid with twelve)', async () => {
    const store = await openFullCabin();
    await store.authorise(178, 4);
    const legs = [{ flightId: store.flight.id, cabin: 'Y' as const, seats: 'best' as const }];
    // The best seats are never in an exit row.
    for (const size of Array<number>(18).fill(9)) {
      const held = { requestId: store.requestId(), legs, passengers: party(size), exitRowConfirmed: false };
      value(await store.hub.execute('holds.place', held, JONAS));
    }
    value(await store.join({ passengers: party(2) }));
    expect(await store.whys()).toEqual([{ kind: 'no-fit' }]);
    expect((await store.list()).free).toBe(0);
    expect(await store.sound()).toBeUndefined();
  });

  test('when the cut-off before departure is past: nothing is offered, and nobody may join', async () => {
    const store = await openFullCabin({ hours: 2 });
    value(await store.join());
    store.clock.advance(61 * MINUTE_MS);
    await store.cancel(store.single);
    expect(await store.whys()).toMatchObject([{ kind: 'ended', at: store.flight.departs_at - HOUR_MS }]);
    expect(codeOf(await store.join())).toBe('WAITLIST_CLOSED');
    store.clock.advance(19 * MINUTE_MS);
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'offerCutOffMinutes', value: 35 }, MERCY));
    expect(await store.whys()).toEqual([{ kind: 'fits' }]);
    const offer = { requestId: store.requestId(), flightId: store.flight.id, cabin: 'Y' as const };
    expect(value(await store.hub.execute('waitlist.offer', offer, ANA))).toEqual({ offered: [1] });
    // No offer lasts beyond the close of sales, 30 minutes before departure.
    expect((await store.list()).entries[0]?.offer?.until).toBe(store.flight.departs_at - 30 * MINUTE_MS);
    expect(await store.sound()).toBeUndefined();
  });
});

describe('a party that waits for any of several flights', () => {
  test('gets seats on the first that has them, and waits on none then', async () => {
    const store = await openFullCabin();
    const later = await store.addFlight({ departs_at: store.clock.now() + 50 * HOUR_MS, fixed: true });
    const sold = { requestId: store.requestId(), flightId: later.id, cabin: 'Y' as const, authorised: 0, seen: 178, reason: 'a test' };
    value(await store.hub.execute('pricing.authorise', sold, MERCY));
    value(await store.join({ flights: [store.flight.id, later.id] }));
    // Its one passenger counts once, although it stands on two lists.
    expect(value(await store.hub.ask('waitlist.flights', {}, ANA))).toMatchObject({
      ...{ parties: 1, passengers: 1 },
      lists: [
        { flightId: store.flight.id, parties: 1, passengers: 1, free: 0, next: { count: 1, why: { kind: 'no-seat' } }, offer: null },
        { flightId: later.id, parties: 1 },
      ],
    });
    value(await store.hub.execute('pricing.authorise', { ...sold, requestId: store.requestId(), authorised: 1, seen: 0 }, MERCY));
    await store.cancel(store.single);
    const { entries, history } = await store.list();
    expect(entries).toMatchObject([{ offer: { flightId: later.id }, why: { kind: 'offered' } }]);
    const [offered] = entries[0]?.offer?.seats ?? [];
    expect(history[0]).toMatchObject({ kind: 'offered', text: `${offered} on ${entries[0]?.flights[1]?.flight}` });
    // The seat that came free on the first flight goes to nobody.
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 3 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('waits no more when all of them have left', async () => {
    const store = await openFullCabin({ hours: 2 });
    value(await store.join());
    store.clock.advance(3 * HOUR_MS);
    const other = await store.addFlight({ departs_at: store.clock.now() + 48 * HOUR_MS });
    value(await store.join({ flights: [other.id] }));
    expect(await store.state(1)).toEqual({ state: 'UNABLE', ended_why: 'left' });
    expect(await store.sound()).toBeUndefined();
  });
});

describe('joining', () => {
  test('is an offer at once where seats are free that fit', async () => {
    const store = await openFullCabin();
    await store.cancel(store.single);
    const joined = value(await store.join());
    expect(joined).toMatchObject({ state: 'OFFERED' });
    expect(joined.hold).not.toBeNull();
    expect(await store.sound()).toBeUndefined();
  });

  test.each([
    ['ROLE_REQUIRED', { priority: 'supervisor', reason: 'a friend' }],
    ['INFANT_ALONE', { passengers: [{ type: 'INS', infant: false, assistance: false }] }],
    ['FLIGHT_UNKNOWN', { flights: [77] }],
    ['CABIN_UNKNOWN', { cabin: 'F' }],
    ['CONTACT_INVALID', { phone: 'none' }],
  ] as const)('is refused with %s', async (code, more) => {
    const store = await openFullCabin();
    expect(codeOf(await store.join(more as never))).toBe(code);
  });

  test('the same request twice is one party', async () => {
    const store = await openFullCabin();
    const input = {
      ...{
        requestId: store.requestId(),
        flights: [store.flight.id],
        cabin: 'Y' as const,
        passengers: party(1),
        name: 'CHEN',
        phone: '12345',
      },
      ...{ fareLimit: null, priority: 'normal' as const, reason: '' },
    };
    const [one, two] = [await store.hub.execute('waitlist.join', input, ANA), await store.hub.execute('waitlist.join', input, ANA)];
    expect(value(two)).toEqual(value(one));
    expect((await store.list()).entries).toHaveLength(1);
  });
});

test('a chance is told only from what is known of the route: after five parties that waited at such a place', async () => {
  const store = await openFullCabin({ hours: 3 });
  for (let wait = 0; wait < 5; wait++) value(await store.join());
  expect((await store.list()).entries.map(({ chance, waitMs }) => [chance, waitMs])).toEqual(Array(5).fill([null, null]));
  for (const one of [store.single, store.other]) await store.cancel(one);
  for (const entryId of [1, 2]) {
    const { hold } = value(await store.answer(entryId, 'yes'));
    const held = value(await store.hub.ask('bookings.get', { bookingId: hold ?? 0 }, ANA)).booking as BookingView;
    value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  }
  store.clock.advance(4 * HOUR_MS);
  const next = await store.addFlight({ departs_at: store.clock.now() + 48 * HOUR_MS, fixed: true });
  const none = { requestId: store.requestId(), flightId: next.id, cabin: 'Y' as const, authorised: 0, seen: 178, reason: 'a test' };
  value(await store.hub.execute('pricing.authorise', none, MERCY));
  for (let wait = 0; wait < 4; wait++) value(await store.join({ flights: [next.id] }));
  const { entries } = value(await store.hub.ask('waitlist.of', { flightId: next.id, cabin: 'Y' }, ANA));
  // Three parties had joined among the first three before, which is too few.
  expect(entries.map(({ chance }) => chance)).toEqual([null, null, null, null]);
});

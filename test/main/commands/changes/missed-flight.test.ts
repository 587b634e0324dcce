import { describe, expect, it } from 'vitest';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub } from '../../support/changed-hub.ts';
import { ANA, codeOf, value } from '../../support/test-hub.ts';

/** A booking on QX 1 to Chicago at 14:00 and on to Los Angeles at 18:00, whose passengers stand at the counter at an hour of that day. */
async function atTheCounter(hour: number, minute = 0) {
  const hub = await openChangedHub();
  const { bookingId, total } = await hub.sell([
    [1, '15A 15B'],
    [5, '16A 16B'],
  ]);
  hub.clock.advance(at(hour, minute) - hub.clock.now());
  const missed = (segment: number, by: 'carrier' | 'passenger' | null, reason = 'the line at security') =>
    hub.hub.execute('bookings.missed', { requestId: hub.requestId(), bookingId, segment, by, reason }, ANA);
  const quote = (hold: number, replaces: number[]) =>
    hub.hub.execute('bookings.changeQuote', { requestId: hub.requestId(), bookingId, change: { kind: 'flights', hold, replaces } }, ANA);
  return { ...hub, bookingId, total, missed, quote };
}

describe('a flight that was missed by the fault of the carrier', () => {
  it('is on the desk, has three ways on for nothing, and is done when one is accepted', async () => {
    const { missed, list, propose, accept, bookingOf, bookingId, total, counters, idOf, sound } = await atTheCounter(13, 35);
    expect((await list()).groups[1]).toEqual({ group: 'missed', todo: 0, done: 0 });
    const said = value(await missed(1, 'carrier'));
    expect((await list()).groups[1]).toEqual({ group: 'missed', todo: 1, done: 0 });
    const [proposal] = await propose([bookingId]);
    expect(proposal?.ways.map(({ legs }) => legs.map(({ flight }) => flight).join(', '))).toEqual(['QX 2, QX 5', 'QX 3, QX 5', 'QX 6']);
    expect(await accept([{ bookingId, version: said.version, hold: proposal?.ways[0]?.hold ?? 0 }])).toMatchObject([{ outcome: 'done' }]);
    const after = await bookingOf(bookingId);
    expect(after).toMatchObject({ total, refunded: 0, fees: 0 });
    expect(after.legs[0]).toMatchObject({ given: 'missed' });
    expect(after.legs.every((leg) => leg.missed === undefined)).toBe(true);
    expect(await counters(await idOf(1))).toMatchObject([{ sold: 0, held: 0 }]);
    expect((await list()).groups[1]).toEqual({ group: 'missed', todo: 0, done: 1 });
    expect(await sound()).toBeUndefined();
  });

  it('may be given back whole, without a fee, also after it has left', async () => {
    const { missed, hub, requestId, bookingId, total, bookingOf, sound } = await atTheCounter(14, 5);
    const cancelQuote = () => hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA);
    expect(codeOf(await cancelQuote())).toBe('BOOKING_FLOWN');
    value(await missed(1, 'carrier'));
    const quote = value(await cancelQuote());
    expect(quote).toMatchObject({ total, percent: 100, rule: 'missed because of QX' });
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId: quote.offerId }, ANA));
    expect(await bookingOf(bookingId)).toMatchObject({ state: 'CANCELLED', refunded: total, fees: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('waits again when the accepted way is undone, with its seat on the flight that has left, and may be given another one', async () => {
    const { missed, list, propose, accept, undo, bookingOf, legsOf, bookingId, total, counters, idOf, clock, sound } = await atTheCounter(
      13,
      58,
    );
    const said = value(await missed(1, 'carrier'));
    const [proposal] = await propose([bookingId]);
    clock.advance(at(13, 59) + 1 - clock.now());
    const [taken] = await accept([{ bookingId, version: said.version, hold: proposal?.ways[0]?.hold ?? 0 }]);
    expect(taken).toMatchObject({ outcome: 'done' });
    clock.advance(59_999);
    const version = (await bookingOf(bookingId)).version;
    expect(await undo([{ bookingId, version }]), 'QX 1 has left').toEqual([{ outcome: 'done', bookingId, version: version + 1 }]);
    expect(await legsOf(bookingId)).toEqual(['QX 1 15A 15B', 'QX 5 16A 16B']);
    const after = await bookingOf(bookingId);
    expect(after).toMatchObject({ total, refunded: 0, fees: 0 });
    expect(after.legs.map((leg) => [leg.missed, leg.given])).toEqual([
      ['carrier', undefined],
      [undefined, undefined],
    ]);
    expect((await list()).groups[1]).toEqual({ group: 'missed', todo: 1, done: 0 });
    expect(await counters(await idOf(1))).toMatchObject([{ sold: 2, held: 0 }]);
    expect(await counters(await idOf(2))).toMatchObject([{ sold: 0, held: 0 }]);
    expect(await sound()).toBeUndefined();
    const [again] = await propose([bookingId]);
    expect(await accept([{ bookingId, version: after.version, hold: again?.ways[0]?.hold ?? 0 }])).toMatchObject([{ outcome: 'done' }]);
    expect(await counters(await idOf(1))).toMatchObject([{ sold: 0, held: 0 }]);
    expect(await sound()).toBeUndefined();
  });

  it('keeps the way when it is undone later than a minute after it', async () => {
    const { missed, propose, accept, undo, bookingOf, legsOf, bookingId, clock, sound } = await atTheCounter(14, 5);
    const said = value(await missed(1, 'carrier'));
    const [proposal] = await propose([bookingId]);
    await accept([{ bookingId, version: said.version, hold: proposal?.ways[0]?.hold ?? 0 }]);
    const flights = await legsOf(bookingId);
    clock.advance(60_000);
    const { version } = await bookingOf(bookingId);
    expect(await undo([{ bookingId, version }])).toMatchObject([{ outcome: 'refused', code: 'UNDO_REFUSED' }]);
    expect(await legsOf(bookingId)).toEqual(flights);
    expect(await sound()).toBeUndefined();
  });

  it('is not on the desk any more when it was not missed after all', async () => {
    const { missed, list, sound } = await atTheCounter(14, 5);
    value(await missed(1, 'carrier'));
    value(await missed(1, null, 'they were on board'));
    expect((await list()).groups[1]).toEqual({ group: 'missed', todo: 0, done: 0 });
    expect(await sound()).toBeUndefined();
  });
});

describe('a flight that was missed by their own fault', () => {
  it('keeps the value of the ticket: it may be changed after it has left, at the fee of its fare, and is never given for nothing', async () => {
    const { missed, quote, hub, requestId, idOf, list, propose, bookingId, total, bookingOf, counters, hold, sound } = await atTheCounter(
      14,
      5,
    );
    const legs = [{ flightId: await idOf(4), cabin: 'Y' as const, seats: ['15A', '15B'] }];
    const passengers = [
      { type: 'ADT' as const, infant: false, assistance: false },
      { type: 'ADT' as const, infant: false, assistance: false },
    ];
    const held = value(await hold(0, [], { legs, passengers }));
    expect(codeOf(await quote(held.bookingId, [1, 2])), 'who is on board cannot give the seat up').toBe('FLIGHT_DEPARTED');
    value(await missed(1, 'passenger'));
    expect((await list()).groups.every(({ todo }) => todo === 0)).toBe(true);
    expect(await propose([bookingId])).toMatchObject([{ outcome: 'none', ways: [] }]);
    const offer = value(await quote(held.bookingId, [1, 2]));
    expect(offer.total - (held.total - total), 'the change fee, and what the rule keeps of a lower price').toBeGreaterThanOrEqual(0);
    const tenders = offer.total > 0 ? [{ kind: 'cash' as const, amount: offer.total, given: offer.total }] : [];
    value(await hub.change('changes.take', { bookingId, offerId: offer.offerId, tenders, approved: [] }, ANA, requestId()));
    expect((await bookingOf(bookingId)).legs.map(({ flight }) => flight)).toEqual(['QX 4']);
    expect(await counters(await idOf(1))).toMatchObject([{ sold: 0, held: 0 }]);
    expect(await sound()).toBeUndefined();
  });
});

it.each<[what: string, hour: number, minute: number, segment: number, code: string]>([
  ['a flight that still takes passengers', 13, 29, 1, 'CHANGE_REFUSED'],
  ['a flight that it has not', 14, 5, 3, 'CHANGE_REFUSED'],
  ['a flight ahead, whose sales are open', 14, 5, 2, 'CHANGE_REFUSED'],
  ['a flight that left two days ago', 62, 1, 1, 'CHANGE_REFUSED'],
])('%s is not missed', async (_what, hour, minute, segment, code) => {
  const { missed, sound } = await atTheCounter(hour, minute);
  expect(codeOf(await missed(segment, 'carrier'))).toBe(code);
  expect(await sound()).toBeUndefined();
});

it('a flight is missed from the close of its sales on, once, and not where the carrier cancelled it', async () => {
  const { missed, change, sound } = await atTheCounter(13, 30);
  value(await missed(1, 'passenger'));
  expect(codeOf(await missed(1, 'passenger'))).toBe('CHANGE_REFUSED');
  value(await missed(1, 'carrier', 'the feeder was late'));
  value(await missed(1, null, 'they were found'));
  expect(codeOf(await missed(1, null, 'they were found'))).toBe('CHANGE_REFUSED');
  await change(DAY_OF_FLIGHTS.filter(({ number }) => number !== 1).concat(flies(7, 'JFK-ORD', at(20), at(22))));
  expect(codeOf(await missed(1, 'carrier'))).toBe('FLIGHT_CANCELLED');
  expect(await sound()).toBeUndefined();
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../../main/actor.ts';
import { composeMessage } from '../../../../main/messages/compose-message.ts';
import type { BookingChange } from '../../../../shared/methods/changes.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub, reopened } from '../../support/changed-hub.ts';
import { ANA, codeOf, JONAS, value } from '../../support/test-hub.ts';

const without = (...numbers: number[]) => DAY_OF_FLIGHTS.filter(({ number }) => !numbers.includes(number));

/** A booking of two on QX 1 and on to Los Angeles, whose QX 1 the carrier has cancelled, and the ways on that are kept for it. */
async function proposed() {
  const hub = await openChangedHub();
  const { bookingId, total } = await hub.sell([
    [1, '15A 15B'],
    [5, '16A 16B'],
  ]);
  await hub.change(without(1));
  const [proposal] = await hub.propose([bookingId]);
  const holds = proposal?.ways.map(({ hold }) => hold) ?? [];
  const held = async (number: number) => (await hub.counters(await hub.idOf(number))).find(({ cabin }) => cabin === 'Y');
  const item = { bookingId, version: 2, hold: holds[0] ?? 0 };
  return { ...hub, bookingId, total, holds, held, item };
}

describe('a way on that is taken', () => {
  it('costs nothing, gives the other ways back, and may be given back whole without a fee', async () => {
    const { accept, item, bookingId, bookingOf, held, list, total, hub, requestId, sound } = await proposed();
    expect(await accept([item])).toEqual([{ outcome: 'done', bookingId, version: 3 }]);
    const booking = await bookingOf(bookingId);
    expect(booking.legs.map(({ flight, seats, given }) => [flight, seats.length, given])).toEqual([
      ['QX 2', 2, 'cancelled'],
      ['QX 5', 2, undefined],
    ]);
    expect(booking).toMatchObject({ total, refunded: 0, fees: 0 });
    expect([await held(2), await held(3), await held(6)].map((cabin) => [cabin?.held, cabin?.sold])).toEqual([
      [0, 2],
      [0, 0],
      [0, 0],
    ]);
    expect((await list('cancelled')).bookings).toMatchObject([{ bookingId, done: true }]);
    const quoted = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    expect(quoted).toMatchObject({ total, rule: 'changed by QX' });
    expect(await sound()).toBeUndefined();
  });

  it('shares its price among two flights instead of one, to the unit', async () => {
    const hub = await openChangedHub();
    const { bookingId, total } = await hub.sell([[6, '15A 15B']]);
    await hub.change(without(6));
    const [proposal] = await hub.propose([bookingId], 1);
    await hub.accept([{ bookingId, version: 2, hold: proposal?.ways[0]?.hold ?? 0 }]);
    const booking = await hub.bookingOf(bookingId);
    expect(booking.legs.map(({ flight }) => flight)).toEqual(['QX 1', 'QX 5']);
    expect([booking.total, 2 * booking.legs.reduce((sum, { fare }) => sum + fare, 0)]).toEqual([total, total]);
    expect(await hub.sound()).toBeUndefined();
  });

  it('gives back what a chosen seat cost that is lost', async () => {
    const hub = await openChangedHub();
    await hub.price(await hub.idOf(4), 'seatTypes');
    const { bookingId, total, legs } = await hub.sell([[4, '10A']], { exitRowConfirmed: true });
    await hub.change([...without(4), flies(8, 'JFK-ORD', at(19, 10), at(21, 40))]);
    await hub.sell([[8, '4A 4B 4C 4D 4E 4F']]);
    const [proposal] = await hub.propose([bookingId], 1);
    const back = proposal?.ways[0]?.back ?? 0;
    // A seat in an exit row costs half as much again. The one that comes instead is near the front, which costs less more.
    expect([total, legs[0]?.others?.[0]?.fare, proposal?.ways[0]?.legs[0]?.seats, back]).toEqual([467_00, 467_00, ['5C'], 63_00]);
    expect(await hub.accept([{ bookingId, version: 2, hold: proposal?.ways[0]?.hold ?? 0 }])).toMatchObject([{ outcome: 'done' }]);
    expect(await hub.bookingOf(bookingId)).toMatchObject({ total: total - back, refunded: back, fees: 0 });
    expect(await hub.sound()).toBeUndefined();
  });

  it('is done once, however often it is asked, and a second desk is told who was first', async () => {
    const { accept, item, bookingId, propose, sound } = await proposed();
    expect(await propose([bookingId], 3, JONAS), 'the first desk keeps them').toMatchObject([
      { outcome: 'elsewhere', desk: ANA.desk, ways: [] },
    ]);
    expect(await accept([item], JONAS)).toMatchObject([{ outcome: 'refused', code: 'HOLD_OF_OTHER_DESK' }]);
    const [first, again] = await Promise.all([accept([item], ANA, 'accept-0001'), accept([item], ANA, 'accept-0001')]);
    expect([first, again]).toEqual([[{ outcome: 'done', bookingId, version: 3 }], [{ outcome: 'done', bookingId, version: 3 }]]);
    expect(await accept([item], JONAS)).toMatchObject([
      { outcome: 'conflict', user: ANA.user, desk: ANA.desk, text: expect.stringContaining('QX 2 instead of QX 1') },
    ]);
    expect(await sound()).toBeUndefined();
  });

  it('leaves a booking that somebody changed meanwhile as it is, and does the others', async () => {
    const { accept, item, bookingId, sell, change, propose, legsOf, hub, requestId, sound } = await proposed();
    const other = await sell([[4, '15A']]);
    await change(without(1, 4).concat(flies(8, 'JFK-ORD', at(19, 5), at(21, 35))));
    const [way] = await propose([other.bookingId]);
    const seats = { kind: 'seats' as const, segment: 2, seats: [{ passenger: 1, seat: '18A' }], exitRowConfirmed: false };
    const { offerId } = value(await hub.execute('bookings.changeQuote', { requestId: requestId(), bookingId, change: seats }, JONAS));
    value(await hub.change('changes.take', { bookingId, offerId, tenders: [], approved: [] }, JONAS, requestId()));
    expect(await accept([item, { bookingId: other.bookingId, version: 2, hold: way?.ways[0]?.hold ?? 0 }])).toMatchObject([
      { outcome: 'conflict', bookingId, user: JONAS.user, desk: JONAS.desk, text: expect.stringContaining('Seats changed on QX 5') },
      { outcome: 'done', bookingId: other.bookingId },
    ]);
    expect(await legsOf(bookingId)).toEqual(['QX 1 15A 15B', 'QX 5 18A 16B']);
    expect(await sound()).toBeUndefined();
  });

  it('was given on top, for nothing, to a booking that had lost the flights that it replaces: that is refused, as with other passengers', async () => {
    const { accept, propose, item, bookingId, legsOf, hub, requestId, sound } = await proposed();
    const changed = async (change: BookingChange) => {
      const { offerId } = value(await hub.execute('bookings.changeQuote', { requestId: requestId(), bookingId, change }, ANA));
      value(await hub.change('changes.take', { bookingId, offerId, tenders: [], approved: [] }, ANA, requestId()));
    };
    await changed({ kind: 'leave', passengers: [2] });
    const others = { outcome: 'refused', code: 'CHANGE_REFUSED', message: expect.stringContaining('kept for other passengers') };
    expect(await accept([{ ...item, version: 3 }])).toMatchObject([others]);
    const [proposal] = await propose([bookingId]);
    await changed({ kind: 'drop', segments: [1] });
    const gone = { outcome: 'refused', code: 'CHANGE_REFUSED', message: expect.stringContaining('no longer the flights') };
    expect(await accept([{ bookingId, version: 4, hold: proposal?.ways[0]?.hold ?? 0 }])).toMatchObject([gone]);
    expect(await legsOf(bookingId)).toEqual(['QX 5 16A']);
    expect(await sound()).toBeUndefined();
  });

  it('is not kept for a booking that was changed while ways were looked for', async () => {
    const { hub, bookingId, requestId, release, held, sound } = await proposed();
    await release([bookingId]);
    const { found } = value(await hub.look('reaccommodation.findWays', { bookingIds: [bookingId] }));
    const change = { kind: 'drop' as const, segments: [1] };
    const { offerId } = value(await hub.execute('bookings.changeQuote', { requestId: requestId(), bookingId, change }, ANA));
    value(await hub.change('changes.take', { bookingId, offerId, tenders: [], approved: [] }, ANA, requestId()));
    const { proposals } = value(await hub.change('reaccommodation.hold', { found, most: 3 }, ANA, requestId()));
    expect(proposals).toMatchObject([{ bookingId, outcome: 'none', ways: [] }]);
    expect(await held(2)).toMatchObject({ held: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('is undone whole within a minute: the booking waits again', async () => {
    const { accept, undo, item, bookingId, legsOf, list, held, sound } = await proposed();
    await accept([item]);
    expect(await undo([{ bookingId, version: 3 }], JONAS)).toMatchObject([{ outcome: 'refused', code: 'UNDO_REFUSED' }]);
    expect(await undo([{ bookingId, version: 3 }])).toEqual([{ outcome: 'done', bookingId, version: 4 }]);
    expect(await legsOf(bookingId)).toEqual(['QX 1 15A 15B', 'QX 5 16A 16B']);
    expect((await list()).groups[0]).toEqual({ group: 'cancelled', todo: 1, done: 0 });
    expect(await held(2)).toMatchObject({ held: 0, sold: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('is told to the passengers: what they fly, what they keep, and that they may change it without charge', async () => {
    const { accept, item, channelsOn, hub, db } = await proposed();
    await channelsOn();
    await accept([item]);
    const messages = await db.query<{ id: number; kind: string; channel: string }>('SELECT id, kind, channel FROM messages').all();
    expect(messages.map(({ kind, channel }) => [kind, channel])).toEqual([['reaccommodated', 'sms']]);
    const content = value(await hub.look('messages.content', { messageId: messages[0]?.id ?? 0 }));
    expect(content.legs.map(({ flight, given }) => [flight, given])).toEqual([
      ['QX 2', true],
      ['QX 5', false],
    ]);
  });
});

describe('flights that are accepted as they are now', () => {
  it('have the times and the airport of now, so that nothing is left to do', async () => {
    const { sell, change, list, accept, bookingOf, sound } = await openChangedHub();
    const { bookingId, total } = await sell([[4, '15A']]);
    await change([...without(4), flies(4, 'JFK-ORD', at(21), at(23, 30))]);
    expect((await list()).groups[3]).toEqual({ group: 'movedFar', todo: 1, done: 0 });
    expect(await accept([{ bookingId, version: 2, hold: null }])).toEqual([{ outcome: 'done', bookingId, version: 3 }]);
    expect(await bookingOf(bookingId)).toMatchObject({
      total,
      legs: [{ departsAt: at(21), arrivesAt: at(23, 30), given: 'movedFar', seats: ['15A'] }],
    });
    expect((await list()).groups[3]).toEqual({ group: 'movedFar', todo: 0, done: 1 });
    expect(await sound()).toBeUndefined();
  });

  it('are not what cannot be flown: a flight that is cancelled', async () => {
    const { accept, bookingId } = await proposed();
    expect(await accept([{ bookingId, version: 2, hold: null }])).toMatchObject([{ outcome: 'refused', code: 'CHANGE_REFUSED' }]);
  });
});

describe('seats of ways on', () => {
  it('are kept three minutes, once three more, and then go back to sale; no hold of the tray is one', async () => {
    const { keep, clock, held, hub, bookingId, accept, item, sound } = await proposed();
    expect(value(await hub.ask('holds.ofDesk', {}, ANA)).holds).toEqual([]);
    const until = clock.now() + 180_000;
    expect((await keep([bookingId])).map(({ expiresAt }) => expiresAt)).toEqual([until + 180_000, until + 180_000, until + 180_000]);
    expect(await keep([bookingId])).toEqual([]);
    clock.advance(359_999);
    value(await hub.change('holds.expireDue', {}, SYSTEM, null));
    expect(await held(2)).toMatchObject({ held: 2 });
    clock.advance(1);
    expect(await accept([item])).toMatchObject([{ outcome: 'refused', code: 'HOLD_EXPIRED' }]);
    expect(await held(2)).toMatchObject({ held: 0, sold: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('are nobody else’s: they are not paid, extended or released as a hold, and not sold to others', async () => {
    const { holds, hub, hold, idOf, requestId, release, held, bookingId } = await proposed();
    const [bookedWay = 0] = holds;
    for (const method of ['holds.extend', 'holds.release'] as const)
      expect(await hub.execute(method, { requestId: requestId(), bookingId: bookedWay }, ANA)).toMatchObject({
        refusal: { code: 'BOOKING_UNKNOWN' },
      });
    const { legs } = value(await hub.ask('bookings.get', { bookingId: bookedWay }, ANA)).booking;
    expect(await hold(await idOf(2), legs[0]?.seats ?? [], {}, JONAS)).toMatchObject({ refusal: { code: 'SEAT_HELD' } });
    expect(await release([bookingId], JONAS)).toEqual([]);
    expect(await release([bookingId])).toEqual([bookingId]);
    expect(await held(2)).toMatchObject({ held: 0 });
  });
});

describe('over a restart', () => {
  let files: ReturnType<typeof backupStore>;
  beforeEach(() => {
    files = backupStore();
  });
  afterEach(() => files.remove());

  it('the seats stay kept, and what was proposed can be accepted', async () => {
    const before = await openChangedHub({ file: files.store });
    const { bookingId } = await before.sell([[4, '15A']]);
    await before.change(without(4).concat(flies(8, 'JFK-ORD', at(19, 5), at(21, 35))));
    const [proposal] = await before.propose([bookingId]);
    await before.hub.close();
    const after = await reopened(files.store, before.clock);
    expect(await after.accept([{ bookingId, version: 2, hold: proposal?.ways[0]?.hold ?? 0 }])).toEqual([
      { outcome: 'done', bookingId, version: 3 },
    ]);
    expect(await after.sound()).toBeUndefined();
    await after.hub.close();
  });
});

describe('a booking that was cancelled because of the change', () => {
  it('counts as done in its group, also when its flight is put back later', async () => {
    const { bookingId, hub, requestId, list, change, queue } = await proposed();
    const { offerId } = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId }, ANA));
    expect((await list('cancelled')).groups[0]).toEqual({ group: 'cancelled', todo: 0, done: 1 });
    expect((await list('cancelled')).bookings).toMatchObject([{ bookingId, done: true, ended: true }]);
    expect(await queue()).toEqual([]);
    await change(DAY_OF_FLIGHTS);
    expect((await list('cancelled')).groups[0]).toEqual({ group: 'cancelled', todo: 0, done: 1 });
  });

  it('is in no group when it was cancelled before the change, or for a move within the limit', async () => {
    const hub = await openChangedHub();
    const [before, moved] = [await hub.sell([[1, '15A']]), await hub.sell([[4, '15A']])];
    const cancel = async (bookingId: number) => {
      const { offerId } = value(await hub.hub.execute('bookings.cancelQuote', { requestId: hub.requestId(), bookingId }, ANA));
      value(await hub.hub.execute('bookings.cancel', { requestId: hub.requestId(), bookingId, offerId }, ANA));
    };
    await cancel(before.bookingId);
    await hub.change([...without(1, 4), flies(4, 'JFK-ORD', at(19, 20), at(21, 50))]);
    await cancel(moved.bookingId);
    expect((await hub.list()).groups.every(({ todo, done }) => todo + done === 0)).toBe(true);
  });
});

describe('the message before it is sent', () => {
  it('is, word for word, what goes out when the way is accepted', async () => {
    const { accept, item, bookingId, channelsOn, hub, db, requestId } = await proposed();
    await channelsOn();
    const wish = { requestId: requestId(), bookingId, language: 'es' as const, optedOut: false };
    value(await hub.execute('messages.wish', wish, ANA));
    const before = composeMessage(value(await hub.look('messages.previewContent', { bookingId, take: item.hold })));
    await accept([item]);
    const { id = 0 } = (await db.query<{ id: number }>('SELECT id FROM messages ORDER BY id DESC').get()) ?? {};
    const sent = composeMessage(value(await hub.look('messages.content', { messageId: id })));
    expect([before.subject, before.text, before.short]).toEqual([sent.subject, sent.text, sent.short]);
    expect(before.text).toContain('QX 2');
  });

  it('tells the times of now, or the money that goes back by the newest quote', async () => {
    const { sell, change, accept, hub, db, requestId, channelsOn } = await openChangedHub();
    await channelsOn();
    const { bookingId } = await sell([[4, '15A']]);
    await change([...without(4), flies(4, 'JFK-ORD', at(21), at(23, 30))]);
    expect(codeOf(await hub.look('messages.previewContent', { bookingId, take: 'money' }))).toBe('BOOKING_UNKNOWN');
    const quote = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    const money = value(await hub.look('messages.previewContent', { bookingId, take: 'money' }));
    expect([money.kind, money.back]).toEqual(['cancelled', quote.total]);
    const before = composeMessage(value(await hub.look('messages.previewContent', { bookingId, take: 'now' })));
    await accept([{ bookingId, version: 2, hold: null }]);
    const { id = 0 } = (await db.query<{ id: number }>('SELECT id FROM messages ORDER BY id DESC').get()) ?? {};
    expect(before).toMatchObject({ text: composeMessage(value(await hub.look('messages.content', { messageId: id }))).text });
  });

  it.each<[what: string, now: ReturnType<typeof without>]>([
    ['its only flight is cancelled', without(1)],
    ['nothing was changed', [...DAY_OF_FLIGHTS]],
    ['a flight is only moved', [...without(1), flies(1, 'JFK-ORD', at(14, 10), at(16, 40))]],
  ])('of flights as they are now told a journey that is refused when it is accepted: %s', async (_what, now) => {
    const { sell, change, accept, hub } = await openChangedHub();
    const { bookingId } = await sell([[1, '15A']]);
    await change(now);
    const preview = await hub.look('messages.previewContent', { bookingId, take: 'now' });
    const [outcome] = await accept([{ bookingId, version: 2, hold: null }]);
    expect(outcome).toMatchObject(
      preview.ok ? { outcome: 'done' } : { outcome: 'refused', code: preview.refusal.code, message: preview.refusal.message },
    );
    expect(preview.ok).toBe(now.some(({ departsAt }) => departsAt === at(14, 10)));
  });

  it('is of no way of another booking', async () => {
    const { item, sell, hub } = await proposed();
    const other = await sell([[4, '15A']]);
    expect(codeOf(await hub.look('messages.previewContent', { bookingId: other.bookingId, take: item.hold }))).toBe('BOOKING_UNKNOWN');
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Output } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { applied as appliedAtOnce, appliedInPieces, flight, KEPT, NOW, openAtNow } from '../support/staged-schedule.ts';
import { ANA, type Confirm, codeOf, MERCY, sale, type TestHub, value } from '../support/test-hub.ts';

type Hold = Output<'holds.place'>;

const leavesIn = (minutes: number) => {
  const departsAt = NOW + minutes * MINUTE_MS;
  return [flight(41, { departsAt, arrivesAt: departsAt + 6 * HOUR_MS })];
};
const minutesFromNow = (at: number | null): number | null => (at === null ? null : (at - NOW) / MINUTE_MS);

describe.each([
  ['in one transaction', appliedAtOnce],
  ['in pieces', appliedInPieces],
] as const)('a flight moves earlier, %s', (_way, applied) => {
  let store: TestHub;
  const events: { type: string; data: object }[] = [];
  const moved = (minutes: number) => applied(store, leavesIn(minutes), KEPT, 'import-0002');
  const bookingOf = async ({ bookingId }: Hold) => value(await store.hub.ask('bookings.get', { bookingId }, ANA)).booking;
  const pay = (hold: Hold, more = {}) =>
    store.hub.change('payments.confirm', { ...sale(hold), approved: [], ...more }, ANA, store.requestId());
  const payLater = async (hold: Hold, payBy: number, atLimit: 'cancel' | 'queue') => {
    const { passengers } = sale(hold);
    const contact = { phone: '', email: 'elena@example.com', askedBy: 'Elena Petrov' };
    const { bookingId } = hold;
    return store.hub.execute('holds.payLater', { requestId: store.requestId(), bookingId, payBy, atLimit, passengers, contact }, ANA);
  };

  beforeEach(async () => {
    store = await openAtNow();
    events.length = 0;
    store.hub.on((told) => events.push(...told));
  });

  /** Minutes from now: when the flight left, when it leaves, and when a hold of five minutes ends. The close is half an hour before. */
  test.each([
    [60, 90, 5],
    [60, 36, 5],
    [60, 35, 5],
    [60, 34, 4],
    [60, 31, 1],
    [60, 30, 0],
    [60, 20, 0],
    [60, -10, 0],
  ])('from minute %i to minute %i: a hold of five minutes ends in minute %i (it was paid after the close)', async (before, after, ends) => {
    await applied(store, leavesIn(before));
    const hold = value(await store.hold(1, ['21A']));
    await moved(after);
    const held = await bookingOf(hold);
    const told = events.filter(({ type }) => type === 'hold.shortened');
    expect(told).toMatchObject(
      ends === 5 || ends === 0 ? [] : [{ data: { expiresAt: NOW + ends * MINUTE_MS, note: 'QX 41 leaves earlier' } }],
    );
    expect([held.state, minutesFromNow(held.expiresAt)]).toEqual(ends === 0 ? ['EXPIRED', null] : ['HOLD', ends]);
    if (ends > 0) {
      store.clock.advance(ends * MINUTE_MS - 1);
      expect(codeOf(await pay(hold))).toBe('ok');
    } else {
      expect(codeOf(await pay(hold))).toBe(after > 0 ? 'HOLD_EXPIRED' : 'FLIGHT_DEPARTED');
      expect(await store.claims(1)).toEqual([]);
    }
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('a hold that is paid later is paid until the new close (it kept its date after departure)', async () => {
    await applied(store, leavesIn(5 * 24 * 60));
    const hold = value(await store.hold(1, ['21A']));
    value(await payLater(hold, NOW + 2 * DAY_MS, 'queue'));
    await moved(24 * 60);
    const closes = NOW + DAY_MS - 30 * MINUTE_MS;
    const held = await bookingOf(hold);
    expect(held).toMatchObject({ expiresAt: closes, payBy: { at: closes, atLimit: 'queue' } });
    const { history } = value(await store.hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA));
    expect(history[0]?.text).toBe('To be paid later, until an earlier date, because QX 41 leaves earlier');
    expect(codeOf(await payLater(hold, closes + 1, 'cancel'))).toBe('TIME_LIMIT_LATE');
    expect(codeOf(await payLater(hold, closes, 'cancel'))).toBe('ok');
    store.clock.advance(closes - NOW);
    value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
    expect((await bookingOf(hold)).state).toBe('EXPIRED');
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('the hours after its date, for which it waits in a queue, end with the sales, and the date stays', async () => {
    await applied(store, leavesIn(5 * 24 * 60));
    const hold = value(await store.hold(1, ['21A']));
    value(await payLater(hold, NOW + HOUR_MS, 'queue'));
    await moved(3 * 60);
    expect(await bookingOf(hold)).toMatchObject({
      expiresAt: NOW + 2.5 * HOUR_MS,
      payBy: { at: NOW + HOUR_MS, atLimit: 'queue' },
    });
  });

  test('a hold that a supervisor placed after the close lasts until the new departure', async () => {
    await applied(store, leavesIn(20));
    const hold = value(await store.hold(1, ['21A'], { afterClose: 'gate', minutes: 20 }, MERCY));
    expect(minutesFromNow(hold.expiresAt)).toBe(20);
    await moved(15);
    expect(minutesFromNow((await bookingOf(hold)).expiresAt)).toBe(15);
    await moved(20);
    expect(minutesFromNow((await bookingOf(hold)).expiresAt)).toBe(15);
  });

  test('a hold is extended until the close of the flight as it is scheduled now', async () => {
    await applied(store, leavesIn(60));
    const hold = value(await store.hold(1, ['21A']));
    await moved(38);
    const extended = await store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId: hold.bookingId }, ANA);
    expect(minutesFromNow(value(extended).expiresAt)).toBe(8);
  });

  test('a payment under way keeps its grace, and the hold is kept for another tender until departure at most', async () => {
    await applied(store, leavesIn(60));
    const hold = value(await store.hold(1, ['21A']));
    const tenders: Confirm['tenders'] = [{ kind: 'card', amount: hold.total, approvalCode: null, testCard: null }];
    const charges = [{ reference: 'charge-0001', amount: hold.total }];
    const begun = value(
      await store.hub.change('payments.begin', { ...sale(hold), tenders, charges, terminal: true }, ANA, store.requestId()),
    );
    await moved(31);
    expect((await bookingOf(hold)).expiresAt).toBe(begun.expiresAt);
    store.clock.advance(2 * MINUTE_MS);
    const approved = [{ tender: 0, reference: 'charge-0001', approvalCode: '071642' }];
    expect(codeOf(await pay(hold, { tenders, approved }))).toBe('ok');
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('a hold is sold with the times that its flight has at the sale (the receipt had the times at which it was held)', async () => {
    await applied(store, leavesIn(60));
    const hold = value(await store.hold(1, ['21A']));
    await moved(180);
    value(await pay(hold));
    const sold = await bookingOf(hold);
    const [departsAt, arrivesAt] = [NOW + 180 * MINUTE_MS, NOW + 9 * HOUR_MS];
    expect(sold.legs).toMatchObject([{ departsAt, arrivesAt, seats: ['21A'] }]);
    expect(sold.legs[0]).not.toHaveProperty('scheduled');
    const quoted = { requestId: store.requestId(), bookingId: hold.bookingId, toVoucher: false };
    expect(value(await store.hub.execute('bookings.cancelQuote', quoted, ANA)).percent).toBeLessThan(100);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('a repeated hold is answered as it was held, although it was sold with other times since', async () => {
    await applied(store, leavesIn(60));
    const again = { requestId: 'hold-again-1' };
    const held = await store.hold(1, ['21A'], again);
    await moved(50);
    value(await pay(value(held)));
    expect(await store.hold(1, ['21A'], again)).toEqual(held);
  });
});

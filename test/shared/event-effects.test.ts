import { describe, expect, test } from 'vitest';
import { bookingsProblem } from '../../main/store/checks/check-bookings.ts';
import { effectOnBooking, isAbout } from '../../shared/event-effects.ts';
import { type BookingEventType, EVENT_TYPES } from '../../shared/events.ts';
import { type FollowedBooking, followBooking, stateAfter } from '../../shared/follow-booking.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import { MERCY, value } from '../main/support/test-hub.ts';
import { heldAgainstStore } from './support/held-against-store.ts';

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

describe('what the table says of an event', () => {
  test('is what the store says after the command that told it, whatever the command', async () => {
    const store = await heldAgainstStore();
    for (const way of [
      ['extend', 'payLater', 'release'],
      ['extend', 'expire'],
      ['begin', 'fail'],
      ['begin', 'failTender', 'extend', 'confirmCash'],
      ['begin', 'failTender', 'payLater', 'takeOver', 'expire'],
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

    const changed = await store.placed();
    await changed.begin();
    await changed.confirm();
    await changed.merge(store.third.id);
    await changed.split();
    await store.reschedule();
    const fewer = await store.placed();
    await fewer.confirmCash();
    await fewer.leave();
    await fewer.undo();
    const undone = await store.placed();
    await undone.confirmCash();
    await undone.quote();
    await undone.cancel();
    await undone.undo();
    const unsold = await store.placed();
    await unsold.confirmCash();
    await unsold.undo();

    const moved = await store.placed();
    await moved.confirmCash();
    for (const taken of [false, true]) {
      const departs_at = store.flight.departs_at + (taken ? -1 : 1) * MINUTE_MS;
      const other = await store.addFlight({ destination: 'ORD', departs_at, arrives_at: departs_at + 2 * HOUR_MS });
      await moved.wayOn(other.id, taken);
    }
    await moved.undo();

    await store.pushOn();
    const messaged = await store.placed();
    await messaged.message(false);
    await messaged.sendAgain();
    await messaged.message(true);
    await messaged.wish();
    await store.seated(false);
    await store.seated(true);
    await store.shortened();
    await store.unseated(false);
    await store.unseated(true);
    await store.offeredAgain();
    await moved.missed();

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

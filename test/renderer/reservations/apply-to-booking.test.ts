import { expect, test } from 'vitest';
import { applyToBooking, applyToFound, type FoundBooking } from '../../../renderer/reservations/apply-to-booking.ts';
import { historyKind } from '../../../renderer/reservations/history-kind.ts';
import { bookingEvent, foundHold, hold, NOON } from '../support/samples.ts';

test.each([
  ['hold.released', 'RELEASED'],
  ['hold.expired', 'EXPIRED'],
  ['payment.failed', 'PAYMENT_FAILED'],
  ['booking.confirmed', 'CONFIRMED'],
] as const)('%s makes it %s, with no deadline', (type, state) => {
  expect(applyToBooking(hold(), bookingEvent(1, type))).toMatchObject({ state, expiresAt: null, payingSince: null });
});

test('an extension moves the deadline and is told', () => {
  expect(applyToBooking(hold(), bookingEvent(1, 'hold.extended', { expiresAt: NOON + 9 }))).toMatchObject({
    state: 'HOLD',
    expiresAt: NOON + 9,
    extended: true,
  });
});

test('a payment that begins is told, a quote changes nothing of the state', () => {
  expect(applyToBooking(hold(), bookingEvent(1, 'payment.begun')).payingSince).toBe(NOON);
  const confirmed = hold({ state: 'CONFIRMED', expiresAt: null });
  expect(applyToBooking(confirmed, bookingEvent(1, 'booking.quoted', { expiresAt: null }))).toEqual(confirmed);
});

test('a payment that failed after the hold had expired leaves it expired', () => {
  const expired = hold({ state: 'EXPIRED', expiresAt: null });
  expect(applyToBooking(expired, bookingEvent(1, 'payment.failed', { legs: [] }))).toEqual(expired);
});

test('an event that is older than the answer does not make a hold of it again', () => {
  const sold = hold({ state: 'CONFIRMED', expiresAt: null });
  for (const type of ['hold.placed', 'payment.begun', 'hold.expired'] as const)
    expect(applyToBooking(sold, bookingEvent(1, type))).toEqual(sold);
});

test('a cancellation adds what went back', () => {
  const sold = hold({ state: 'CONFIRMED', expiresAt: null });
  expect(applyToBooking(sold, bookingEvent(1, 'booking.cancelled', { amount: 7_500 }))).toMatchObject({
    state: 'CANCELLED',
    expiresAt: null,
    refunded: 7_500,
  });
});

test('events of other bookings and of users leave it alone', () => {
  const booking = hold();
  expect(applyToBooking(booking, bookingEvent(1, 'hold.released', { bookingId: 2 }))).toBe(booking);
  const changed = {
    event: 1,
    at: NOON,
    type: 'user.changed',
    user: 'osei',
    desk: 'T1-04',
    data: { subject: 'ruiz', before: '', after: '' },
  } as const;
  expect(applyToBooking(booking, changed)).toBe(booking);
});

test('a found booking follows its state, and the list stays the same when nothing in it moved', () => {
  const found: FoundBooking[] = [foundHold];
  expect(applyToFound(found, bookingEvent(1, 'hold.expired'))[0]?.state).toBe('EXPIRED');
  expect(applyToFound(found, bookingEvent(1, 'hold.expired', { bookingId: 2 }))).toBe(found);
  expect(applyToFound(found, bookingEvent(1, 'hold.extended'))).toBe(found);
});

test.each([
  ['hold.placed', 'seat'],
  ['booking.confirmed', 'seat'],
  ['booking.cancelled', 'seat'],
  ['booking.quoted', 'money'],
  ['payment.refunded', 'money'],
  ['payment.failed', 'money'],
  ['hold.extended', 'seat'],
  ['setting.changed', 'note'],
] as const)('%s is drawn as %s', (type, kind) => expect(historyKind(type)).toBe(kind));

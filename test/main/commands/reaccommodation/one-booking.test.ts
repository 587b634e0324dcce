import { expect, test } from 'vitest';
import { DAY_OF_FLIGHTS, openChangedHub } from '../../support/changed-hub.ts';
import { ANA, codeOf, value } from '../../support/test-hub.ts';

const of = async (hub: Awaited<ReturnType<typeof openChangedHub>>, bookingId: number) =>
  hub.hub.ask('reaccommodation.of', { bookingId }, ANA);

test('a booking that the carrier changed is shown as its group lists it', async () => {
  const hub = await openChangedHub();
  const { bookingId } = await hub.sell([[4, '15A 15B']]);
  await hub.change(DAY_OF_FLIGHTS.filter(({ number }) => number !== 4));
  const [listed] = (await hub.list('cancelled')).bookings;
  expect(value(await of(hub, bookingId))).toEqual({ group: 'cancelled', booking: listed });
});

test('one that no group lists was said to be told by e-mail in English, whatever its passengers wish: it tells how they are reached', async () => {
  const hub = await openChangedHub();
  const { bookingId } = await hub.sell([[4, '15A']]);
  const wish = { requestId: hub.requestId(), bookingId, language: 'es' as const, optedOut: false };
  value(await hub.hub.execute('messages.wish', wish, ANA));
  const shown = async () => value(await of(hub, bookingId));
  expect(await shown()).toMatchObject({
    group: null,
    booking: { bookingId, done: false, contact: { by: 'call', language: 'es' }, legs: [{ flight: 'QX 4', change: 'none' }] },
  });
  await hub.channelsOn();
  expect((await shown()).booking.contact.by).toBe('sms');
  value(await hub.hub.execute('messages.wish', { ...wish, requestId: hub.requestId(), optedOut: true }, ANA));
  expect((await shown()).booking.contact.by).toBe('call');
});

test('a booking that there is not, or that is sold no more, is refused', async () => {
  const hub = await openChangedHub();
  const { bookingId } = await hub.sell([[4, '15A']]);
  const { offerId } = value(await hub.hub.execute('bookings.cancelQuote', { requestId: hub.requestId(), bookingId }, ANA));
  value(await hub.hub.execute('bookings.cancel', { requestId: hub.requestId(), bookingId, offerId }, ANA));
  expect(codeOf(await of(hub, bookingId))).toBe('BOOKING_NOT_CONFIRMED');
  expect(codeOf(await of(hub, 99))).toBe('BOOKING_UNKNOWN');
});

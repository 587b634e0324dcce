import { expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { ANA, adult, codeOf, JONAS, sale, value } from '../../support/test-hub.ts';

const LAST = ['1A', '1C'];

/** A flight with two seats left of 30, which may sell two more than it has; and a booking of two passengers on it, who choose later or have these seats. */
async function twoLeft(seats: 'open' | 'named') {
  const store = await openOversoldFlight({ over: 2 });
  const { hub, requestId, flight, sell } = store;
  await store.fill();
  await sell(['1D']);
  const openLegs = [{ flightId: flight.id, cabin: 'Y' as const, seats: 'open' as const }];
  const hold = (actor = ANA) => store.hold(flight.id, [], { legs: openLegs, passengers: [adult, adult] }, actor);
  const pay = (booking: BookingView) => hub.change('payments.confirm', { ...sale(booking), approved: [] }, ANA, requestId());
  const held = value(seats === 'open' ? await hold() : await store.hold(flight.id, LAST, {}, ANA));
  const undo = async ({ bookingId }: BookingView) => {
    const { version } = value(await hub.ask('bookings.get', { bookingId }, ANA)).booking;
    return hub.execute('bookings.undo', { requestId: requestId(), bookingId, version }, ANA);
  };
  const cancel = async ({ bookingId }: BookingView) => {
    const { offerId } = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId }, ANA));
  };
  return { ...store, held, hold, pay, undo, cancel };
}

test('an undone cancellation of who chooses later is refused where no seat is left, because the flight was sold above its seats in silence', async () => {
  const store = await twoLeft('open');
  const sold = value(await store.pay(store.held)) as BookingView;
  await store.cancel(sold);
  await store.sell(LAST);
  expect(codeOf(await store.undo(sold))).toBe('CABIN_FULL');
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('an undone cancellation of seats is refused where others choose later among them', async () => {
  const store = await twoLeft('named');
  const sold = value(await store.pay(store.held)) as BookingView;
  await store.cancel(sold);
  value(await store.hold(JONAS));
  expect(codeOf(await store.undo(sold))).toBe('CABIN_FULL');
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('an undone change is refused where it brings back who chooses later, and no seat is left', async () => {
  const store = await twoLeft('open');
  const { hub, requestId } = store;
  const sold = value(await store.pay(store.held)) as BookingView;
  const { bookingId } = sold;
  const leave = { kind: 'leave' as const, passengers: [2] };
  const { offerId } = value(await hub.execute('bookings.changeQuote', { requestId: requestId(), bookingId, change: leave }, ANA));
  value(await hub.change('changes.take', { bookingId, offerId, tenders: [], approved: [] }, ANA, requestId()));
  await store.sell(['1A']);
  expect(codeOf(await store.undo(sold))).toBe('CABIN_FULL');
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('an undone cancellation of who chooses later brings the booking back while seats are left', async () => {
  const store = await twoLeft('open');
  const sold = value(await store.pay(store.held)) as BookingView;
  await store.cancel(sold);
  expect(value(await store.undo(sold)) as BookingView).toMatchObject({ state: 'CONFIRMED', legs: [{ seats: ['open', 'open'] }] });
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a payment that comes after the end of its hold is refused where who chooses later has no seat left', async () => {
  const store = await twoLeft('open');
  const { hub, requestId, held } = store;
  const tenders = [{ kind: 'card' as const, amount: held.total, approvalCode: null, testCard: 'approve' as const }];
  const paid = sale(held, { tenders });
  const charges = [{ reference: 'card-1', amount: held.total }];
  value(await hub.change('payments.begin', { ...paid, charges, terminal: true }, ANA, requestId()));
  store.clock.advance(10 * MINUTE_MS);
  await store.sell(LAST);
  const approved = [{ tender: 0, reference: 'card-1', approvalCode: '071642' }];
  expect(codeOf(await hub.change('payments.confirm', { ...paid, approved }, ANA, requestId()))).toBe('PAYMENT_TOO_LATE');
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('an undone cancellation of who was sold without a seat takes a seat that came free meanwhile, because it stayed without one', async () => {
  const store = await twoLeft('named');
  const others = value(await store.pay(store.held)) as BookingView;
  const sold = await store.sellOver(1);
  expect(sold).toMatchObject({ legs: [{ seats: ['over'] }] });
  await store.cancel(sold);
  await store.cancel(others);
  const back = value(await store.undo(sold)) as BookingView;
  expect(back).toMatchObject({ state: 'CONFIRMED', legs: [{ seats: [expect.stringMatching(/^\d+[A-F]$/)] }] });
  expect(await crossCheck(store.db)).toBeUndefined();
});

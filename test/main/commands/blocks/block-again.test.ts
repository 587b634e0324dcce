import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import { ANA, adult, openTestHub, sale, value } from '../../support/test-hub.ts';

const helped = { ...adult, assistance: true };

/** A flight whose seat 20B is blocked for a wheelchair passenger, and is sold to one. */
async function overridden(until: number | null = null) {
  const store = await openTestHub();
  const { hub, requestId } = store;
  const flight = await store.addFlight();
  const block = { flightId: flight.id, what: '20B', cabin: null, code: 'WCHC' as const, remark: 'aisle chair', until };
  value(await hub.execute('seats.block', { requestId: requestId(), ...block }, ANA));
  const held = value(await store.hold(flight.id, ['20B'], { passengers: [helped] }));
  const { bookingId } = held;
  const sold = async () => value(await hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, requestId()));
  const blocks = async () => value(await hub.ask('seats.blocks', { flightId: flight.id }, ANA)).blocks;
  const cancel = async () => {
    const { offerId } = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId }, ANA));
  };
  const release = async () => value(await hub.execute('holds.release', { requestId: requestId(), bookingId }, ANA));
  return { ...store, flight, bookingId, sold, blocks, cancel, release, sound: () => crossCheck(store.db) };
}

describe('a block that gave way to a sale', () => {
  test('stands again when the booking is cancelled, with its remark, and its seat is not for sale', async () => {
    const store = await overridden();
    await store.sold();
    expect(await store.blocks()).toEqual([]);
    await store.cancel();
    expect(await store.blocks()).toMatchObject([{ seat: '20B', code: 'WCHC', remark: 'aisle chair', until: null }]);
    expect(await store.hold(store.flight.id, ['20B'])).toMatchObject({ refusal: { code: 'SEAT_BLOCKED', details: { code: 'WCHC' } } });
    expect(await store.counters(store.flight.id)).toMatchObject([{ authorised: 178, held: 0, sold: 0 }]);
    expect(await store.sound()).toBeUndefined();
    // It gives way again, and comes back again.
    const again = value(await store.hold(store.flight.id, ['20B'], { passengers: [helped] }));
    expect(await store.blocks()).toEqual([]);
    value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: again.bookingId }, ANA));
    expect(await store.blocks()).toHaveLength(1);
    expect(await store.sound()).toBeUndefined();
  });

  test('stands again when the hold is released or lapses', async () => {
    const released = await overridden();
    await released.release();
    expect(await released.blocks()).toHaveLength(1);
    const lapsed = await overridden();
    lapsed.clock.advance(HOUR_MS);
    value(await lapsed.hold(lapsed.flight.id, ['21A']));
    expect(await lapsed.blocks()).toHaveLength(1);
    expect(await lapsed.sound()).toBeUndefined();
  });

  test('does not come back after its time', async () => {
    const opened = await openTestHub();
    const store = await overridden(opened.clock.now() + 30 * MINUTE_MS);
    await store.sold();
    store.clock.advance(31 * MINUTE_MS);
    await store.cancel();
    expect(await store.blocks()).toEqual([]);
    value(await store.hold(store.flight.id, ['20B']));
    expect(await store.sound()).toBeUndefined();
  });

  test('gives way to the same booking, when its cancellation is undone', async () => {
    const store = await overridden();
    await store.sold();
    await store.cancel();
    expect(await store.blocks()).toHaveLength(1);
    const { bookingId } = store;
    const { version } = value(await store.hub.ask('bookings.get', { bookingId }, ANA)).booking;
    value(await store.hub.execute('bookings.undo', { requestId: store.requestId(), bookingId, version }, ANA));
    expect(await store.blocks()).toEqual([]);
    expect(value(await store.hub.ask('bookings.get', { bookingId }, ANA)).booking.legs[0]?.seats).toEqual(['20B']);
    expect(await store.sound()).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { trustAhead } from '../../../../main/store/checks/trust-ahead.ts';
import { trustedBooking } from '../../../../main/store/checks/trusted-booking.ts';
import { StoreError } from '../../../../main/store/database.ts';
import { knownBooking, rememberBooking } from '../../../../main/store/known-bookings.ts';
import { knownOffer } from '../../../../main/store/known-offers.ts';
import type { BookingRow } from '../../../../main/store/tables/bookings-table.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

/** Bookings 1 to `count`, sold. `db` is another handle than the one that sold them, and knows none. */
async function sold(count: number) {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const ids = Array.from({ length: count }, (_, place) => place + 1);
  for (const row of ids) {
    const held = value(await store.hold(flight.id, [`${row + 14}A`]));
    value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  }
  const known = (): number[] => ids.filter((id) => knownBooking(store.db, id));
  return { ...store, ids, known };
}

describe('bookings that a batch is about to trust', () => {
  test('are read and compared together, more than fit in one statement too, and are what a command would have read', async () => {
    const store = await sold(18);
    await trustAhead(store.db, [...store.ids, 3, 99]);
    expect(store.known()).toEqual(store.ids);
    const ahead = await trustedBooking(store.db, 18);
    const alone = await store.db.query('SELECT id, state, version, total, refunded FROM bookings WHERE id = 18').get();
    expect(ahead).toMatchObject(alone as object);
    expect(knownBooking(store.db, 99)).toBeUndefined();
  });

  test('are left to their commands when they are few', async () => {
    const store = await sold(3);
    await trustAhead(store.db, store.ids);
    expect(store.known()).toEqual([]);
  });

  test('are known to have no offer only where they never had one', async () => {
    const store = await sold(5);
    value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: 2 }, ANA));
    await trustAhead(store.db, store.ids);
    expect(store.ids.map((id) => knownOffer(store.db, id))).toEqual([null, undefined, null, null, null]);
  });

  test('are asked for their offers also where they were sold a moment ago', async () => {
    const store = await sold(5);
    for (const id of store.ids) rememberBooking(store.db, (await trustedBooking(store.db, id)) as BookingRow);
    await trustAhead(store.db, store.ids);
    expect(store.ids.map((id) => knownOffer(store.db, id))).toEqual([null, null, null, null, null]);
  });

  test.each([
    ['a total that no event told', 'UPDATE bookings SET total = total + 1 WHERE id = 2'],
    ['a tender that is gone', 'DELETE FROM tenders WHERE booking_id = 2'],
    ['a name that is gone', 'DELETE FROM booking_passengers WHERE booking_id = 2'],
    ['a name under which it is not found', "UPDATE booking_passengers SET host_surname = 'OTHER' WHERE booking_id = 2"],
    ['a claim that is gone', 'DELETE FROM claims WHERE owner = 2'],
    ['a row that is gone', 'DELETE FROM bookings WHERE id = 2'],
  ])('with %s are remembered by none of their group, and its own command finds it', async (_, damage) => {
    const store = await sold(6);
    await store.db.change(damage).run();
    await trustAhead(store.db, store.ids);
    expect(store.known()).toEqual([]);
    await expect(trustedBooking(store.db, 2)).rejects.toThrow(StoreError);
    expect(await trustedBooking(store.db, 3)).toMatchObject({ id: 3 });
  });
});

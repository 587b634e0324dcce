import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { MINUTE_MS } from '../../../../shared/instants.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, type TestHubOptions, value } from '../../support/test-hub.ts';

/** Two flights: one booking held, one sold, one cancelled; a user and a setting that were changed. */
async function afterSomeSales(options: TestHubOptions = {}) {
  const store = await openTestHub(options);
  const flight = await store.addFlight();
  await store.addVouchers();
  value(await store.hub.change('users.add', { user: 'weber', display: 'Weber', role: 'agent', pinHash: 'x' }, MERCY, store.requestId()));
  value(await store.hub.execute('users.setActive', { requestId: store.requestId(), user: 'weber', active: false }, MERCY));
  value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'holdMinutes', value: 9 }, MERCY));
  await store.price(flight.id, 'fixed');
  const [held, sold, cancelled] = [
    await store.hold(flight.id, ['20A']),
    await store.hold(flight.id, ['21A', '21B']),
    await store.hold(flight.id, ['22A']),
  ];
  for (const hold of [sold, cancelled]) {
    const { total } = value(hold);
    const tenders = [
      { kind: 'voucher', amount: 10_00, voucher: 'VQ8H2K' },
      { kind: 'cash', amount: total - 10_00, given: total },
    ] as const;
    value(
      await store.hub.change('payments.confirm', { ...sale(value(hold), { tenders: [...tenders] }), approved: [] }, ANA, store.requestId()),
    );
  }
  const { bookingId } = value(cancelled);
  const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
  value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: quote.offerId }, ANA));
  return { ...store, flight, held: value(held), sold: value(sold) };
}

describe('tables that no longer say the same', () => {
  test('are not found in a store that was only sold on, also after a hold has ended', async () => {
    const store = await afterSomeSales();
    expect(await crossCheck(store.db)).toBeUndefined();
    store.clock.advance(10 * MINUTE_MS);
    await store.hold(store.flight.id, ['20A']);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('are found where a payment says that it failed at another moment than the journal', async () => {
    const store = await afterSomeSales();
    const failed = { bookingId: 1, reason: 'declined', charges: [], final: true };
    value(await store.hub.change('payments.fail', failed, ANA, store.requestId()));
    expect(await crossCheck(store.db)).toBeUndefined();
    await store.db.change('UPDATE bookings SET failed_at = failed_at + 1 WHERE id = 1').run();
    expect(await crossCheck(store.db)).toContain('booking 1 says failed_at');
  });

  test.each([
    [
      'a sold booking is a hold again',
      "UPDATE bookings SET state = 'HOLD' WHERE id = 2",
      'booking 2 says state HOLD, the journal CONFIRMED',
    ],
    ['a hold that never lapses', 'UPDATE bookings SET expires_at = expires_at + 60000 WHERE id = 1', 'booking 1 says expires_at'],
    ['another price', 'UPDATE bookings SET total = total - 1 WHERE id = 1', 'booking 1 says total'],
    ['a booking that went', 'DELETE FROM bookings WHERE id = 2', 'booking 2 is gone'],
    ['the newest booking went', 'DELETE FROM bookings WHERE id = 3', 'the last booking is 2, in the journal it is 3'],
    ['a tender that went', 'DELETE FROM tenders WHERE booking_id = 2', 'booking 2 has tenders of 0'],
    ['a refund that went', 'UPDATE tenders SET refunded = 0', 'booking 3 gave back 0'],
    ['a name that went', 'DELETE FROM booking_passengers WHERE booking_id = 2 AND place = 1', 'booking 2 has 1 names'],
    ['a key that went', "DELETE FROM find_keys WHERE kind = 'phone' AND booking_id = 2", 'booking 2 is not found by what it says'],
    ['a quote that went', 'DELETE FROM offers', 'booking 3 has 0 offers'],
    ['a tender of a hold', "INSERT INTO tenders (booking_id, place, kind, amount) VALUES (1, 0, 'cash', 5)", 'booking 1 has tenders of 5'],
    ['a name of a hold', 'UPDATE booking_passengers SET booking_id = 1 WHERE booking_id = 3', 'booking 1 has 1 names'],
    ['a quote of a hold', 'UPDATE offers SET booking_id = 1', 'booking 1 has 1 offers'],
    ['a tender of nobody', "INSERT INTO tenders (booking_id, place, kind, amount) VALUES (9, 0, 'cash', 5)", 'booking 9 is gone'],
    [
      'a name of nobody',
      `INSERT INTO booking_passengers (booking_id, place, type, host_surname, host_given, surname, given, title)
       VALUES (9, 0, 'ADT', 'A', 'B', 'A', 'B', '')`,
      'booking 9 is gone',
    ],
    ['a quote of nobody', "INSERT INTO offers VALUES (9, 9, 1, 'cancel', 2, '{}', 0, 0)", 'booking 9 is gone'],
    ['a voucher that is full again', 'UPDATE vouchers SET balance = issued', 'voucher 1 has a balance of 200000, the sales leave 199000'],
    ['a voucher that went', "DELETE FROM vouchers WHERE number = 'VQ8H2K'", 'voucher 1 is in the journal and nowhere else'],
    ['a voucher that nobody issued', "UPDATE vouchers SET id = 9 WHERE number = 'VM3T7P'", 'voucher 9 was issued with 5000 USD'],
    ['a voucher of more', "UPDATE vouchers SET issued = 9999, balance = 9999 WHERE number = 'VM3T7P'", 'the journal says 5000 USD'],
    [
      'a sale paid by another voucher',
      "UPDATE tenders SET voucher = 'VNONE' WHERE booking_id = 2",
      'booking 2 was paid with a voucher that is not in the register',
    ],
    ['a claim that went', "DELETE FROM claims WHERE seat = '21B'", 'booking 2 has no claim on seat 21B'],
    [
      'a claim that came back',
      "INSERT INTO claims (flight_id, seat, owner) VALUES (1, '22A', 3)",
      'seat 22A of flight 1 is claimed by booking 3, which is CANCELLED',
    ],
    [
      'a counter of another day',
      'UPDATE cabin_counters SET sold = sold - 1',
      'cabin Y of flight 1 counts 1 held and 1 sold, where 1 and 2',
    ],
    [
      'a booking not among those of its flight',
      'DELETE FROM booking_legs WHERE booking_id = 2',
      'booking 2 is not among those of flight 1',
    ],
    ['an entry changed', "UPDATE journal SET data = replace(data, '20A', '20B')", 'the journal is broken at event'],
    ['the last entries went', 'DELETE FROM journal WHERE event > 8', 'is gone from the journal, and it was the last'],
    ['a user let in again', 'UPDATE users SET active = 1', 'user weber is not as the journal says'],
    ['the hold time of another day', 'DELETE FROM settings', 'the setting hold minutes is not as the journal says'],
    ['the price of another day', 'DELETE FROM policies WHERE version = 2', 'policy 2 is in the journal and nowhere else'],
    ['a policy for another flight', 'UPDATE policies SET flight_id = 2 WHERE version = 2', 'policy 2 is not as the journal says'],
    [
      'the names in a reply are those of another',
      "UPDATE replies SET reply = replace(reply, 'Elena', 'Helena')",
      'is not what was answered',
    ],
  ])('%s', async (_what, damage, said) => {
    const store = await afterSomeSales();
    await store.db.change(damage).run();
    const found = await crossCheck(store.db);
    expect(found).toContain(said);
  });
});

describe('at its first use', () => {
  test('a booking whose seat is claimed by nobody any more is not shown as if all were well', async () => {
    const store = await afterSomeSales();
    await store.db.change("DELETE FROM claims WHERE seat = '21B'").run();
    expect(codeOf(await store.hub.ask('bookings.get', { bookingId: 1 }, ANA))).toBe('ok');
    await expect(store.hub.ask('bookings.get', { bookingId: 2 }, ANA)).rejects.toThrow('booking 2 has no claim on seat 21B');
  });

  test('a sale of another day is neither confirmed twice nor refunded twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-first-use-'));
    const file = join(folder, 'store.sqlite');
    const before = await afterSomeSales({ file });
    await before.hub.close();
    // What a hub has written itself it knows. This one reads it for the first time.
    const store = await openTestHub({ file, clock: before.clock });
    await store.db.change("UPDATE bookings SET state = 'CONFIRMED', refunded = 0 WHERE id = 3").run();
    const quote = { requestId: 'quote-of-another-day', bookingId: 3 };
    expect(codeOf(await store.hub.execute('bookings.cancelQuote', quote, ANA))).toBe('STORE_DAMAGED');
    await store.db.change("UPDATE bookings SET state = 'HOLD' WHERE id = 2").run();
    const again = { ...sale(before.sold), approved: [] };
    expect(codeOf(await store.hub.change('payments.confirm', again, ANA, 'sale-of-another-day'))).toBe('STORE_DAMAGED');
    await store.hub.close();
    rmSync(folder, { recursive: true });
  });

  test('a sale that went back to a hold under the hub is not refunded by what the hub knows', async () => {
    const store = await afterSomeSales();
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: 2 }, ANA));
    await store.db.change("UPDATE bookings SET state = 'HOLD' WHERE id = 2").run();
    const cancel = { requestId: store.requestId(), bookingId: 2, offerId: quote.offerId };
    expect(codeOf(await store.hub.execute('bookings.cancel', cancel, ANA))).toBe('STORE_DAMAGED');
  });

  test.each(['reply = replace(reply, \'"total":\', \'"total":1\')', 'booking_id = 2', 'booking_id = 9'])(
    'a request that is asked again gets no reply of another: %s',
    async (damage) => {
      const store = await afterSomeSales();
      const input = { requestId: 'asked-again', bookingId: store.held.bookingId };
      value(await store.hub.execute('holds.extend', input, ANA));
      await store.db.change(`UPDATE replies SET ${damage} WHERE request_id = 'asked-again'`).run();
      expect(codeOf(await store.hub.execute('holds.extend', input, ANA))).toBe('STORE_DAMAGED');
    },
  );
});

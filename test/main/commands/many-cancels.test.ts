import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

const SEATS = ['15A', '15B', '15C', '15D', '15E', '15F'];

/** Six bookings of a cancelled rush. Every command that is sent at once is in one batch. */
async function rush() {
  const store = await openTestHub();
  const flight = await store.addFlight({ fixed: true });
  const ids: number[] = [];
  for (const seat of SEATS) {
    const held = value(await store.hold(flight.id, [seat]));
    ids.push(value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())).bookingId);
  }
  const quote = (bookingId: number) => store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA);
  const cancel = (bookingId: number, offerId: number) =>
    store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA);
  /** A hold that finds its seat sold: the batch runs again, and everything that was in memory is forgotten. */
  const undone = () => store.hold(flight.id, [SEATS[0] ?? ''], {}, JONAS);
  const rows = (sql: string) => store.db.query(sql).all();
  return { ...store, flight, ids, quote, cancel, undone, rows };
}

describe('many cancellations at once', () => {
  test('each get their own quote and refund, with numbers that count up by one', async () => {
    const store = await rush();
    const quotes = (await Promise.all(store.ids.map(store.quote))).map(value);
    expect(quotes.map(({ offerId, number }) => [offerId, number])).toEqual(SEATS.map((_, at) => [at + 1, 1]));
    const done = await Promise.all(quotes.map(({ bookingId, offerId }) => store.cancel(bookingId, offerId)));
    expect(done.map(value)).toMatchObject(SEATS.map(() => ({ state: 'CANCELLED', tenders: [{ refunded: 100_00 }] })));
    expect(await store.rows('SELECT id, booking_id FROM refunds ORDER BY id')).toEqual(
      store.ids.map((id, at) => ({ id: at + 1, booking_id: id })),
    );
    expect(await store.claims(store.flight.id)).toEqual([]);
    expect(store.reports).toEqual([]);
  });

  test('go on from the numbers that are stored, after a batch with offers was undone', async () => {
    const store = await rush();
    const first = await Promise.all([...store.ids.map(store.quote), store.undone()]);
    expect(first.map(codeOf)).toEqual([...SEATS.map(() => 'ok'), 'SEAT_SOLD']);
    const second = (await Promise.all(store.ids.map(store.quote))).map(value);
    expect(second.map(({ offerId, number }) => [offerId, number])).toEqual(SEATS.map((_, at) => [at + 7, 2]));
    const last = second.at(-1);
    expect(codeOf(await store.cancel(last?.bookingId ?? 0, last?.offerId ?? 0))).toBe('ok');
    expect(store.reports).toEqual([]);
  });

  test('take the newest quote and no older one, whether it is in memory or only in the store', async () => {
    const store = await rush();
    const [id = 0] = store.ids;
    const older = value(await store.quote(id));
    const newer = value(await store.quote(id));
    expect(codeOf(await store.cancel(id, older.offerId))).toBe('OFFER_REPLACED');
    await store.undone();
    expect(codeOf(await store.cancel(id, older.offerId))).toBe('OFFER_REPLACED');
    expect(codeOf(await store.cancel(id, newer.offerId + 1))).toBe('OFFER_UNKNOWN');
    store.clock.step(15 * MINUTE_MS);
    expect(codeOf(await store.cancel(id, newer.offerId))).toBe('OFFER_EXPIRED');
  });
});

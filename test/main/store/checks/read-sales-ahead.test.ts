import { expect, test } from 'vitest';
import { readSalesAhead } from '../../../../main/store/checks/read-sales-ahead.ts';
import { forgetSales, knownPassengers, knownTenders } from '../../../../main/store/known-sales.ts';
import {
  forgetBirthDate,
  insertTenders,
  passengersOfBooking,
  replacePassengers,
  takeFromTender,
  tendersOf,
} from '../../../../main/store/tables/sale-record.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

/** Bookings 1 to `count`, sold; all tenders and names as read one by one. */
async function sold(count: number) {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const ids = Array.from({ length: count }, (_, place) => place + 1);
  for (const row of ids) {
    const held = value(await store.hold(flight.id, [`${row + 14}A`, `${row + 14}B`]));
    value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  }
  const read = async () => ({
    tenders: await Promise.all(ids.map((id) => tendersOf(store.db, id))),
    passengers: await Promise.all(ids.map((id) => passengersOfBooking(store.db, id))),
  });
  return { ...store, ids, read };
}

test('tenders and names that are read ahead are those that each booking has, more than fit in one statement too', async () => {
  const store = await sold(18);
  const alone = await store.read();
  await readSalesAhead(store.db, [...store.ids, 3, 99], store.ids.slice(1));
  expect(knownTenders(store.db, 18)).toHaveLength(1);
  expect(knownTenders(store.db, 99)).toEqual([]);
  expect([1, 2].map((id) => knownPassengers(store.db, id)?.length)).toEqual([undefined, 2]);
  expect(await store.read()).toEqual(alone);
});

test('tenders and names that were read ahead are read again once they are written', async () => {
  const store = await sold(6);
  await readSalesAhead(store.db, store.ids, store.ids);
  const [tender] = await tendersOf(store.db, 1);
  const names = await passengersOfBooking(store.db, 3);
  if (!tender) throw new Error('a sold booking has a tender');
  await takeFromTender(store.db, 1, tender.place, 100);
  await insertTenders(store.db, 2, [{ ...tender, place: 2 }]);
  await replacePassengers(store.db, 3, names.slice(1));
  await forgetBirthDate(store.db, 4, 1);
  const told = await store.read();
  expect([told.tenders[0]?.[0]?.amount, told.tenders[1]?.length, told.passengers[2]?.length]).toEqual([tender.amount - 100, 2, 1]);
  forgetSales(store.db);
  expect(await store.read()).toEqual(told);
});

test('many cancellations at once give each what its quote said, one with a second quote for the same booking behind it', async () => {
  const store = await sold(8);
  const quotes = await Promise.all(
    store.ids.map((bookingId) => store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA)),
  );
  const cancelled = await Promise.all(
    quotes.map(async (quote) => {
      const { bookingId, offerId } = value(quote);
      const [done, again] = await Promise.all([
        store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA),
        store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA),
      ]);
      expect(again.ok).toBe(false);
      return value(done);
    }),
  );
  for (const [at, { tenders, passengers }] of cancelled.entries()) {
    const quote = quotes[at];
    expect(quote?.ok && tenders.reduce((sum, { refunded }) => sum + refunded, 0)).toBe(quote?.ok && quote.value.total);
    expect(passengers).toHaveLength(2);
  }
  expect(store.reports).toEqual([]);
});

import { expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { legTotal } from '../../../../shared/leg-fares.ts';
import { sum } from '../../../../shared/money.ts';
import { redrawn320, without } from '../../support/fleet-drafts.ts';
import { openFleetHub } from '../../support/fleet-hub.ts';
import { ANA, value } from '../../support/test-hub.ts';

const EXITS = [11, 12, 13, 14].flatMap((row) => [...'ABCDEF'].map((letter) => `${row}${letter}`));

test('a seat that cost extra is drawn no more: to stay gives the difference back once, a later cancellation the rest, and all of it adds up', async () => {
  const { db, hub, addFlight, price, sell, fly, requestId, seatsOf, counters } = await openFleetHub();
  const flight = await addFlight();
  await price(flight.id, 'seatTypes');
  const sold = await sell(flight.id, ['12F'], undefined, true);
  const bookingOf = async () => value(await hub.ask('bookings.get', { bookingId: sold.bookingId }, ANA)).booking;
  await fly(redrawn320(without(...EXITS)));
  expect(await seatsOf(sold)).not.toBe('12F');
  expect(await bookingOf(), 'nothing goes back before somebody says so').toMatchObject({ total: sold.total, refunded: 0 });

  const { bookings } = value(await hub.ask('reaccommodation.list', { group: 'seatGone' }, ANA));
  expect(bookings).toMatchObject([{ bookingId: sold.bookingId, done: false }]);
  const back = bookings[0]?.legs[0]?.moneyBack ?? 0;
  expect(back).toBeGreaterThan(0);
  const stay = { bookingId: sold.bookingId, version: bookings[0]?.version ?? 0, hold: null };
  expect(value(await hub.change('reaccommodation.take', stay, ANA, requestId()))).toMatchObject({ done: true });
  expect(value(await hub.change('reaccommodation.take', stay, ANA, requestId())), 'twice').toMatchObject({ done: false });

  // What the receipt prints: what each flight costs, what was paid, and what went back of it.
  const stayed = await bookingOf();
  expect(stayed).toMatchObject({ total: sold.total - back, refunded: back, fees: 0, legs: [{ given: 'seatGone' }] });
  expect(sum(stayed.legs.map(legTotal))).toBe(stayed.total);
  expect(stayed.tenders.map(({ amount, refunded }) => [amount, refunded])).toEqual([[sold.total, back]]);

  const quote = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId: sold.bookingId }, ANA));
  expect(quote.total).toBe(sold.total - back);
  value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId: sold.bookingId, offerId: quote.offerId }, ANA));
  const ended = await bookingOf();
  expect(ended).toMatchObject({ state: 'CANCELLED', refunded: sold.total, fees: 0 });
  expect(ended.tenders.map(({ amount, refunded }) => [amount, refunded])).toEqual([[sold.total, sold.total]]);
  expect(await counters(flight.id)).toMatchObject([{ sold: 0, held: 0 }]);
  expect(await crossCheck(db)).toBeUndefined();
});

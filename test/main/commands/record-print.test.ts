import { expect, test } from 'vitest';
import { HOUR_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

async function withHold() {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: store.clock.now() + 48 * HOUR_MS });
  const held = value(await store.hold(flight.id, ['15A']));
  const request = (requestId = store.requestId()) => ({ requestId, bookingId: held.bookingId });
  return {
    ...store,
    held,
    request,
    sell: async () => value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())),
    print: (actor = ANA, requestId?: string) => store.hub.execute('bookings.recordPrint', request(requestId), actor),
  };
}

test('prints of a receipt are counted over all desks, also those that come together, and stand in the history', async () => {
  const store = await withHold();
  await store.sell();
  const prints = await Promise.all([store.print(), store.print(JONAS), store.print()]);
  expect(prints.map((reply) => value(reply).print)).toEqual([1, 2, 3]);
  const { history, booking } = value(await store.hub.ask('bookings.get', { bookingId: store.held.bookingId }, ANA));
  expect(history.slice(0, 3).map(({ text, desk }) => [text, desk])).toEqual([
    ['Receipt printed, copy 2 (marked COPY)', ANA.desk],
    ['Receipt printed, copy 1 (marked COPY)', JONAS.desk],
    ['Receipt printed', ANA.desk],
  ]);
  expect(booking.state).toBe('CONFIRMED');
  await store.hub.close();
});

test('a print that is asked for again under its request id is one print', async () => {
  const store = await withHold();
  await store.sell();
  const replies = [await store.print(ANA, 'print-once'), await store.print(ANA, 'print-once'), await store.print()];
  expect(replies.map((reply) => value(reply).print)).toEqual([1, 1, 2]);
  await store.hub.close();
});

test('what was not sold has no receipt', async () => {
  const store = await withHold();
  expect(codeOf(await store.print())).toBe('BOOKING_UNSOLD');
  expect(codeOf(await store.hub.execute('bookings.recordPrint', { ...store.request(), bookingId: 999 }, ANA))).toBe('BOOKING_UNKNOWN');
  await store.hub.close();
});

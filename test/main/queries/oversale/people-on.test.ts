import { expect, test } from 'vitest';
import { HOUR_MS } from '../../../../shared/instants.ts';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { adult, JONAS, sale, value } from '../../support/test-hub.ts';

const LATER = { type: 'INS', infant: false, assistance: false, seatFrom: { segment: 2, with: 0 } } as const;

test('the list of who has no seat showed a party with an infant on a lap before others, although the next free seat goes to the others', async () => {
  const store = await openOversoldFlight({ over: 2 });
  const onwards = await store.addFlight({
    ...{ origin: 'LAX', destination: 'HNL', fixed: true },
    ...{ departs_at: store.flight.arrives_at + 14 * HOUR_MS, arrives_at: store.flight.arrives_at + 20 * HOUR_MS },
  });
  const sellOver = async (passengers: Parameters<typeof store.hold>[2] & object, given: readonly { birthDate: string | null }[]) => {
    const legs = [store.flight, onwards].map(({ id: flightId }) => ({ flightId, cabin: 'Y' as const, seats: 'over' as const }));
    const held = value(await store.hold(store.flight.id, [], { legs, ...passengers }, JONAS));
    const named = sale(held).passengers.map((one, place) => ({ ...one, ...given[place] }));
    return value(await store.hub.change('payments.confirm', { ...sale(held), passengers: named, approved: [] }, JONAS, store.requestId()));
  };
  const last = await store.sell(['1A']);
  await store.sell(['1C', '1D']);
  await store.fill();
  const alone = await sellOver({ passengers: [adult] }, []);
  const carrier = await sellOver({ passengers: [adult, LATER] }, [{ birthDate: null }, { birthDate: '2024-11-24' }]);
  expect((await store.room()).without.map(({ bookingId }) => bookingId)).toEqual([alone.bookingId, carrier.bookingId]);

  const { offerId } = value(
    await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: last.bookingId }, JONAS),
  );
  value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId: last.bookingId, offerId }, JONAS));
  expect((await store.room()).without.map(({ bookingId }) => bookingId)).toEqual([carrier.bookingId]);
});

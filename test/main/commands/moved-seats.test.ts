import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { BookingMoved } from '../../../shared/events/booking-moved.ts';
import type { EventType } from '../../../shared/events.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, adult, openTestHub, sale, value } from '../support/test-hub.ts';

/** JFK to ORD to LAX for two, held; beside them others have seats of both cabins already. */
async function withItinerary() {
  const store = await openTestHub();
  const departs_at = store.clock.now() + 48 * HOUR_MS;
  const first = await store.addFlight({ destination: 'ORD', departs_at, arrives_at: departs_at + 2 * HOUR_MS });
  const second = await store.addFlight({ origin: 'ORD', departs_at: departs_at + 5 * HOUR_MS, arrives_at: departs_at + 9 * HOUR_MS });
  value(await store.hold(second.id, ['30A', '30B', '30C']));
  const heard: { type: EventType; data: BookingMoved }[] = [];
  store.hub.on((events) => heard.push(...(events as unknown as typeof heard)));
  const seats = new Map([
    [first.id, ['15A', '15B']],
    [second.id, ['20E', '20F']],
  ]);
  const legs = [...seats].map(([flightId, taken]) => ({ flightId, cabin: 'Y' as const, seats: taken }));
  const held = value(await store.hold(first.id, [], { legs, passengers: [adult, adult] }));
  const { bookingId } = held;
  const on = () => ({ requestId: store.requestId(), bookingId });
  return {
    ...store,
    legs,
    heard: () => heard.filter(({ data }) => data.bookingId === bookingId),
    extend: () => store.hub.execute('holds.extend', on(), ANA),
    release: () => store.hub.execute('holds.release', on(), ANA),
    fail: () => store.hub.change('payments.fail', { bookingId, reason: 'no funds', charges: [], final: true }, ANA, store.requestId()),
    begin: () => store.hub.change('payments.begin', { ...sale(held), charges: [], terminal: true }, ANA, store.requestId()),
    confirm: () => store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()),
    async expire() {
      store.clock.advance(5 * MINUTE_MS);
      return store.hub.change('holds.expireDue', {}, SYSTEM, null);
    },
    async cancel() {
      value(await this.confirm());
      const { offerId } = value(await store.hub.execute('bookings.cancelQuote', on(), ANA));
      return store.hub.execute('bookings.cancel', { ...on(), offerId }, ANA);
    },
  };
}
type Itinerary = Awaited<ReturnType<typeof withItinerary>>;

describe('an event that moves or keeps seats tells every leg, its seats and how the cabin then stands', () => {
  test.each<[EventType, move: (itinerary: Itinerary) => Promise<unknown>, first: [held: number, sold: number], second: [number, number]]>([
    ['hold.placed', async () => {}, [2, 0], [5, 0]],
    ['hold.extended', (itinerary) => itinerary.extend(), [2, 0], [5, 0]],
    ['payment.begun', (itinerary) => itinerary.begin(), [2, 0], [5, 0]],
    ['hold.released', (itinerary) => itinerary.release(), [0, 0], [3, 0]],
    ['hold.expired', (itinerary) => itinerary.expire(), [0, 0], [0, 0]],
    ['payment.failed', (itinerary) => itinerary.fail(), [0, 0], [3, 0]],
    ['booking.confirmed', (itinerary) => itinerary.confirm(), [0, 2], [3, 2]],
    ['booking.cancelled', (itinerary) => itinerary.cancel(), [0, 0], [3, 0]],
  ])('%s', async (type, move, ...counted) => {
    const itinerary = await withItinerary();
    await move(itinerary);
    const event = itinerary.heard().at(-1);
    expect(event?.type).toBe(type);
    const told = itinerary.legs.map((leg, at) => ({ ...leg, authorised: 178, held: counted[at]?.[0], sold: counted[at]?.[1] }));
    expect(event?.data.legs).toEqual(told);
    const stored = await Promise.all(itinerary.legs.map(async ({ flightId }) => (await itinerary.counters(flightId))[0]));
    expect(stored).toEqual(told.map(({ cabin, authorised, held, sold }) => ({ cabin, authorised, held, sold })));
    expect(itinerary.reports).toEqual([]);
  });
});

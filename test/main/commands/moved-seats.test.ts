import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { BookingMoved, EventType } from '../../../shared/events.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, adult, openTestHub, sale, value } from '../support/test-hub.ts';

/** JFK to ORD to LAX for two, held; beside them others have seats of both cabins already. */
async function withItinerary() {
  const it = await openTestHub();
  const departs_at = it.clock.now() + 48 * HOUR_MS;
  const first = await it.addFlight({ destination: 'ORD', departs_at, arrives_at: departs_at + 2 * HOUR_MS });
  const second = await it.addFlight({ origin: 'ORD', departs_at: departs_at + 5 * HOUR_MS, arrives_at: departs_at + 9 * HOUR_MS });
  value(await it.hold(second.id, ['30A', '30B', '30C']));
  const heard: { type: EventType; data: BookingMoved }[] = [];
  it.hub.on((events) => heard.push(...(events as unknown as typeof heard)));
  const seats = new Map([
    [first.id, ['15A', '15B']],
    [second.id, ['20E', '20F']],
  ]);
  const legs = [...seats].map(([flightId, taken]) => ({ flightId, cabin: 'Y' as const, seats: taken }));
  const held = value(await it.hold(first.id, [], { legs, passengers: [adult, adult] }));
  const { bookingId } = held;
  const on = () => ({ requestId: it.requestId(), bookingId });
  return {
    ...it,
    legs,
    heard: () => heard.filter(({ data }) => data.bookingId === bookingId),
    extend: () => it.hub.execute('holds.extend', on(), ANA),
    release: () => it.hub.execute('holds.release', on(), ANA),
    fail: () => it.hub.change('payments.fail', { bookingId, reason: 'no funds', charges: [] }, ANA, it.requestId()),
    begin: () => it.hub.change('payments.begin', { ...sale(held), charges: [], terminal: true }, ANA, it.requestId()),
    confirm: () => it.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, it.requestId()),
    async expire() {
      it.clock.advance(5 * MINUTE_MS);
      return it.hub.change('holds.expireDue', {}, SYSTEM, null);
    },
    async cancel() {
      value(await this.confirm());
      const { offerId } = value(await it.hub.execute('bookings.cancelQuote', on(), ANA));
      return it.hub.execute('bookings.cancel', { ...on(), offerId }, ANA);
    },
  };
}
type Itinerary = Awaited<ReturnType<typeof withItinerary>>;

describe('an event that moves or keeps seats tells every leg, its seats and how the cabin then stands', () => {
  test.each<[EventType, move: (it: Itinerary) => Promise<unknown>, first: [held: number, sold: number], second: [number, number]]>([
    ['hold.placed', async () => {}, [2, 0], [5, 0]],
    ['hold.extended', (it) => it.extend(), [2, 0], [5, 0]],
    ['payment.begun', (it) => it.begin(), [2, 0], [5, 0]],
    ['hold.released', (it) => it.release(), [0, 0], [3, 0]],
    ['hold.expired', (it) => it.expire(), [0, 0], [0, 0]],
    ['payment.failed', (it) => it.fail(), [0, 0], [3, 0]],
    ['booking.confirmed', (it) => it.confirm(), [0, 2], [3, 2]],
    ['booking.cancelled', (it) => it.cancel(), [0, 0], [3, 0]],
  ])('%s', async (type, move, ...counted) => {
    const it = await withItinerary();
    await move(it);
    const event = it.heard().at(-1);
    expect(event?.type).toBe(type);
    const told = it.legs.map((leg, at) => ({ ...leg, authorised: 178, held: counted[at]?.[0], sold: counted[at]?.[1] }));
    expect(event?.data.legs).toEqual(told);
    const stored = await Promise.all(it.legs.map(async ({ flightId }) => (await it.counters(flightId))[0]));
    expect(stored).toEqual(told.map(({ cabin, authorised, held, sold }) => ({ cabin, authorised, held, sold })));
    expect(it.reports).toEqual([]);
  });
});

import type { Actor } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { ANA, JONAS, MERCY, openTestHub, sale, value } from './test-hub.ts';

/** A store with a flight of B6 JFK LAX, and two others between the same airports that arrive 22 minutes and 2 hours later: of B6 and of AA. */
export async function openOversoldFlight({ carrier = 'AA' } = {}) {
  const store = await openTestHub();
  const { hub, requestId, clock } = store;
  const departsAt = clock.now() + 48 * HOUR_MS;
  const at = (minutes: number) => ({
    departs_at: departsAt + minutes * MINUTE_MS,
    arrives_at: departsAt + 6 * HOUR_MS + minutes * MINUTE_MS,
  });
  const flight = await store.addFlight({ ...at(0), fixed: true });
  const soon = await store.addFlight({ ...at(22), fixed: true });
  const late = await store.addFlight({ ...at(120), carrier, fixed: true, base_fare: 140_00 });
  const sell = async (seats: readonly string[], actor: Actor = JONAS): Promise<BookingView> => {
    const held = value(await store.hold(flight.id, seats, {}, actor));
    return value(await hub.change('payments.confirm', { ...sale(held), approved: [] }, actor, requestId())) as BookingView;
  };
  return {
    ...store,
    ...{ flight, soon, late, sell },
    room: async () => value(await hub.ask('oversale.room', { flightId: flight.id, cabin: 'Y' }, ANA)),
    ask: ({ bookingId }: BookingView, more: Partial<Input<'oversale.ask'>> = {}) =>
      hub.execute(
        'oversale.ask',
        { requestId: requestId(), flightId: flight.id, cabin: 'Y', bookingId, passenger: 1, amount: 200_00, wayId: soon.id, ...more },
        MERCY,
      ),
    answer: (volunteerId: number, answer: 'took' | 'no' | 'withdrawn') =>
      hub.execute('oversale.answer', { requestId: requestId(), volunteerId, answer }, MERCY),
    deny: ({ bookingId }: BookingView, more: Partial<Input<'oversale.deny'>> = {}) =>
      hub.execute(
        'oversale.deny',
        {
          ...{ requestId: requestId(), flightId: flight.id, cabin: 'Y', bookingId, passenger: 1, wayId: late.id, voucher: false },
          ...{ reason: 'nobody else gave a seat up', ...more },
        },
        MERCY,
      ),
    printed: (kind: 'volunteer' | 'denied', id: number) => hub.execute('oversale.printed', { requestId: requestId(), kind, id }, ANA),
    sound: () => crossCheck(store.db),
  };
}

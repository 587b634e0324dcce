import type { Actor } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { ANA, adult, JONAS, MERCY, openTestHub, sale, value } from './test-hub.ts';

/**
 * A store with a flight of B6 JFK LAX with 30 seats, and two larger ones between the same airports that arrive 22 minutes and 2 hours later: of B6
 * and of AA. It may sell `over` more than its seats.
 */
export async function openOversoldFlight({ over = 0, carrier = 'AA' } = {}) {
  const store = await openTestHub();
  const { hub, requestId, clock } = store;
  const departsAt = clock.now() + 48 * HOUR_MS;
  const at = (minutes: number) => ({
    departs_at: departsAt + minutes * MINUTE_MS,
    arrives_at: departsAt + 6 * HOUR_MS + minutes * MINUTE_MS,
  });
  const flight = await store.addFlight({ ...at(0), fixed: true, seat_map: 'plain-30', equipment: 'D38' });
  if (over > 0) {
    const input = { flightId: flight.id, cabin: 'Y', authorised: 30 + over, seen: 30, reason: 'not all will show' } as const;
    value(await hub.execute('pricing.authorise', { requestId: requestId(), ...input }, MERCY));
  }
  const soon = await store.addFlight({ ...at(22), fixed: true });
  const late = await store.addFlight({ ...at(120), carrier, fixed: true });
  const sell = async (seats: readonly string[], actor: Actor = JONAS): Promise<BookingView> => {
    const held = value(await store.hold(flight.id, seats, {}, actor));
    return value(await hub.change('payments.confirm', { ...sale(held), approved: [] }, actor, requestId())) as BookingView;
  };
  return {
    ...store,
    ...{ flight, soon, late, sell },
    /** Sells all seats but 1A, 1C and 1D. */
    async fill(): Promise<void> {
      const seats = Array.from({ length: 9 }, (_, row) => ['A', 'C', 'D'].map((letter) => `${row + 2}${letter}`)).flat();
      for (let at = 0; at < seats.length; at += 9) await sell(seats.slice(at, at + 9));
    },
    /** Sells so many above the seats, as one booking. */
    async sellOver(count: number): Promise<BookingView> {
      const legs = [{ flightId: flight.id, cabin: 'Y' as const, seats: 'over' as const }];
      const held = value(await store.hold(flight.id, [], { legs, passengers: Array(count).fill(adult) }, JONAS));
      return value(await hub.change('payments.confirm', { ...sale(held), approved: [] }, JONAS, requestId())) as BookingView;
    },
    legOf: async ({ bookingId }: { readonly bookingId: number }) =>
      value(await hub.ask('bookings.get', { bookingId }, ANA)).booking.legs.map((leg) => `${leg.flight} ${leg.seats.join(' ')}`),
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
    pay: (denialId: number, kind: 'cash' | 'voucher' = 'cash', id = requestId(), actor: Actor = JONAS) =>
      hub.execute('oversale.pay', { requestId: id, denialId, kind }, actor),
    printed: (kind: 'volunteer' | 'denied', id: number) => hub.execute('oversale.printed', { requestId: requestId(), kind, id }, ANA),
    sound: () => crossCheck(store.db),
  };
}

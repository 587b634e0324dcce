import type { SeededRandom } from '../../main/seeded-random.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { ANA, JONAS, sale, type TestHub } from '../main/support/test-hub.ts';

const SEATS = Array.from({ length: 20 }, (_, row) => ['A', 'B', 'C', 'D'].map((letter) => `${row + 8}${letter}`)).flat();

/** Lets two desks sell, let go, cancel and be late on a real store; one command a step, so one transaction each. */
export async function busyDay(store: TestHub, random: SeededRandom, steps: number, after: () => Promise<void>): Promise<void> {
  const flights = [await store.addFlight(), await store.addFlight(), await store.addFlight({ seat_map: 'a321', equipment: '321' })];
  for (let step = 0; step < steps; step++) {
    const actor = random.pick([ANA, JONAS]);
    const from = random.below(SEATS.length - 4);
    const seats = SEATS.slice(from, from + 1 + random.below(4));
    const held = await store.hold(random.pick(flights).id, seats, { exitRowConfirmed: true }, actor);
    await after();
    if (!held.ok) continue;
    const { bookingId } = held.value;
    const chance = random.below(8);
    if (chance === 0) store.clock.advance(6 * MINUTE_MS);
    else if (chance < 3) await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId }, actor);
    else if (chance < 7) {
      await store.hub.change('payments.confirm', { ...sale(held.value), approved: [] }, actor, store.requestId());
      await after();
      if (random.below(3) > 0) continue;
      const quote = await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, actor);
      await after();
      if (!quote.ok) continue;
      await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: quote.value.offerId }, actor);
    }
    await after();
  }
}

import { expect, test } from 'vitest';
import { seededRandom } from '../../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { SEAT_WISHES } from '../../../shared/seat-wishes.ts';
import { ANA, JONAS, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const MAPS = ['a320', 'a319', '737-800', '777-300er', 'crj-200', 'a321', 'atr-72', 'made1-738-j7y133', 'made1-77w-f5j11w7y200'] as const;
const SEED = 20_261_126;
const ROUNDS = 60;

/** Takes up to `most` seats for one party each, some of which will be due. */
async function sellSome(store: TestHub, flightId: number, seats: readonly string[], random: ReturnType<typeof seededRandom>, most: number) {
  for (let hold = random.below(most); hold > 0; hold--) {
    const cabinSeats = seats.filter(() => random.below(seats.length) < 3).slice(0, 4);
    if (cabinSeats.length > 0) await store.hold(flightId, cabinSeats, {}, JONAS);
  }
}

test(`what best seats offers can be held: it offered seats beyond the authorised number and on flights that had left (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  const store = await openTestHub();
  let offered = 0;
  let nothing = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const seat_map = MAPS[random.below(MAPS.length)] ?? 'a320';
    const plan = store.reference.seatPlan(seat_map);
    if (!plan) throw new Error(`no seat map ${seat_map}`);
    const equipment = plan.map.equipment[0] ?? '';
    const flight = await store.addFlight({ seat_map, equipment, departs_at: store.clock.now() + (1 + random.below(48)) * HOUR_MS });
    const cabins = CABINS.filter((cabin) => plan.capacity[cabin]);
    const cabin = cabins[random.below(cabins.length)] ?? 'Y';
    const seats = plan.seats.filter((seat) => seat.cabin === 'Y' && seat.sellable && !seat.exit).map(({ seat }) => seat);
    if (random.below(2) === 0) {
      // Fewer may be sold than there are seats: an aircraft with a broken row, or seats kept back.
      const sql = 'INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, 0, 0)';
      await store.db.change(sql).run(flight.id, cabin, random.below(40));
    }
    await sellSome(store, flight.id, seats, random, 20);
    // Half of what is held is due, and nobody has ended it yet.
    if (random.below(2) === 0) store.clock.advance(random.below(8) * MINUTE_MS);
    const party = Array.from({ length: 1 + random.below(9) }, (_, place) => {
      const type = place === 0 ? 'ADT' : (['ADT', 'ADT', 'CHD', 'INS'] as const)[random.below(4)];
      return { type: type ?? 'ADT', infant: type === 'ADT' && random.below(4) === 0, assistance: random.below(8) === 0 };
    });
    const wish = SEAT_WISHES[random.below(SEAT_WISHES.length)] ?? 'together';
    const { choices, mayHold } = value(await store.hub.ask('flights.bestSeats', { flightId: flight.id, cabin, party, wish }, ANA));
    if (choices.length === 0) nothing++;
    for (const { seats: chosen } of choices) {
      const legs = [{ flightId: flight.id, cabin, seats: chosen }];
      const reply = await store.hold(flight.id, chosen, { legs, passengers: party });
      expect(reply.ok ? 'held' : `${reply.refusal.code} ${chosen.join(' ')}`, `round ${round}, ${seat_map} ${cabin} ${store.reports}`).toBe(
        'held',
      );
      offered++;
      if (reply.ok)
        value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: reply.value.bookingId }, ANA));
    }
    if (mayHold < party.length) expect(choices).toEqual([]);
  }
  expect(offered).toBeGreaterThan(40);
  expect(nothing).toBeGreaterThan(5);
});

test('nothing is offered on a flight that has left, is closed or was cancelled, and the next best of a refusal keeps to the authorised number', async () => {
  const store = await openTestHub();
  const party = [{ type: 'ADT' as const, infant: false, assistance: false }];
  const ask = async (flightId: number) =>
    value(await store.hub.ask('flights.bestSeats', { flightId, cabin: 'Y', party, wish: 'together' }, ANA)).choices.length;
  const flight = await store.addFlight({ departs_at: store.clock.now() + HOUR_MS });
  expect(await ask(flight.id)).toBe(3);
  expect(await ask((await store.addFlight({ cancelled: 1 })).id)).toBe(0);
  await store.db.change("INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, 'Y', 1, 0, 0)").run(flight.id);
  value(await store.hold(flight.id, ['20A'], {}, JONAS));
  const refused = await store.hold(flight.id, ['20A']);
  expect(refused.ok ? 'held' : refused.refusal).toMatchObject({ code: 'SEAT_HELD', details: { nextBest: [] } });
  store.clock.advance(HOUR_MS);
  expect(await ask(flight.id)).toBe(0);
  const closing = await store.addFlight({ departs_at: store.clock.now() + 31 * MINUTE_MS });
  expect(await ask(closing.id)).toBe(3);
  store.clock.advance(MINUTE_MS);
  expect(await ask(closing.id), 'closed for sale').toBe(0);
});

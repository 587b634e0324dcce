import { assert } from '../../../../shared/assert.ts';
import { MINUTE_MS } from '../../../../shared/instants.ts';
import type { Cabin } from '../../../../shared/seat-map.ts';
import { FakeClock } from '../../../main/support/fake-clock.ts';
import { ANA, adult, openTestHub, sale, type TestHub, value } from '../../../main/support/test-hub.ts';
import { NOON } from './open-counter.ts';

const DATE = '2026-11-21';
const AMERICAN = { carrier: 'AA', equipment: '738', seat_map: '737-800' };
const at = (minutes: number) => NOON + minutes * MINUTE_MS;

async function sell(store: TestHub, flightId: number, cabin: Cabin, seats: readonly string[]): Promise<void> {
  const legs = [{ flightId, cabin, seats: [...seats] }];
  const held = value(await store.hold(flightId, seats, { legs, passengers: seats.map(() => adult), exitRowConfirmed: true }));
  const approved = { ...sale(held), approved: [] };
  value(await store.hub.change('payments.confirm', approved, ANA, store.requestId()));
}

/** Saturday's departures of JFK: one has left, one leaves in half an hour, two in three hours. AA 4 has sold 6 business and 40 economy seats. */
async function runDepartures() {
  const store = await openTestHub({ clock: new FakeClock(NOON) });
  const flight = { ...AMERICAN, fixed: true as const, departs_at: at(180), arrives_at: at(565) };
  await store.addFlight({ ...flight, id: 1, number: 1, departs_at: at(-30), arrives_at: at(355) });
  await store.addFlight({ ...flight, id: 2, number: 2, destination: 'SFO', departs_at: at(30), arrives_at: at(415) });
  await store.addFlight({ ...flight, id: 3, number: 3, carrier: 'B6' });
  await store.addFlight({ ...flight, id: 4, number: 4 });
  await sell(store, 4, 'J', ['3A', '3B', '3E', '3F', '4A', '4B']);
  for (const row of [8, 9, 10, 11, 12, 13])
    await sell(
      store,
      4,
      'Y',
      [...'ABCDEF'].map((letter) => `${row}${letter}`),
    );
  await sell(store, 4, 'Y', ['20A', '20B', '20C', '20D']);
  const { flights } = value(await store.hub.ask('flights.board', { from: 'JFK', date: DATE }, ANA));
  await store.hub.close();
  const [half, departures] = [flights.find(({ flightId }) => flightId === 4), flights.filter(({ flightId }) => flightId !== 4)];
  assert(half, 'AA 4 leaves today');
  return { departures, flight: half };
}

/** JFK to LAX: a direct flight, two flights over Atlanta, and a late one; cheapest first. And its carriers. */
async function runSearch() {
  const store = await openTestHub({ clock: new FakeClock(NOON) });
  const flight = { ...AMERICAN, base_fare: 40_00 };
  await store.addFlight({ ...flight, id: 7, carrier: 'VX', number: 407, base_fare: 100_00, departs_at: at(180), arrives_at: at(565) });
  const delta = { ...flight, carrier: 'DL' };
  await store.addFlight({ ...delta, id: 8, number: 465, destination: 'ATL', departs_at: at(130), arrives_at: at(270) });
  await store.addFlight({ ...delta, id: 9, number: 1655, origin: 'ATL', departs_at: at(334), arrives_at: at(669) });
  await store.addFlight({ ...flight, id: 10, number: 10, base_fare: 120_00, departs_at: at(700), arrives_at: at(1_100) });
  const wish = { from: 'JFK', to: 'LAX', date: DATE, adults: 1, children: 0, cabin: null, maxStops: 1, leavesFrom: 0, leavesTo: 1_440 };
  const search = value(await store.hub.ask('flights.search', { ...wish, sort: 'price' }, ANA));
  const carriers = value(await store.hub.ask('flights.carriers', wish, ANA));
  await store.hub.close();
  return { search, carriers };
}

export const runBoard = async () => ({ ...(await runDepartures()), ...(await runSearch()) });

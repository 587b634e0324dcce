import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, openTestHub, value } from '../support/test-hub.ts';

/** JFK to ORD, then from `origin` to LAX so many minutes after the first has arrived. */
async function twoFlights(origin: string, minutes: number) {
  const store = await openTestHub();
  const departs = store.clock.now() + 48 * HOUR_MS;
  const arrives = departs + 3 * HOUR_MS;
  const first = await store.addFlight({ destination: 'ORD', departs_at: departs, arrives_at: arrives });
  const second = await store.addFlight({ origin, departs_at: arrives + minutes * MINUTE_MS, arrives_at: arrives + 6 * HOUR_MS });
  return { ...store, first, second };
}

test.each([
  ['ORD', 50, { airport: 'ORD', toAirport: 'ORD', minutes: 50 }],
  // A flight that was moved after the sale.
  ['ORD', -10, { airport: 'ORD', toAirport: 'ORD', minutes: -10 }],
  ['MDW', 240, { airport: 'ORD', toAirport: 'MDW', minutes: 240 }],
])('a connection that goes on from %s after %i minutes is told with its least time', async (origin, minutes, told) => {
  const { hub, first, second } = await twoFlights(origin, minutes);
  const { connections } = value(await hub.ask('flights.connections', { flightIds: [first.id, second.id] }, ANA));
  expect(connections).toMatchObject([told]);
  expect(connections[0]?.minimumMinutes).toBeGreaterThan(0);
});

test('one flight has no connection, and an unknown one is refused', async () => {
  const { hub, first } = await twoFlights('ORD', 50);
  expect(value(await hub.ask('flights.connections', { flightIds: [first.id] }, ANA))).toEqual({ connections: [] });
  expect(codeOf(await hub.ask('flights.connections', { flightIds: [first.id, 99] }, ANA))).toBe('FLIGHT_UNKNOWN');
});

test.each([
  [undefined, 1],
  [true, 0],
])('a search with sameAirport %j finds %i itineraries that change the airport', async (sameAirport, count) => {
  const { hub, first } = await twoFlights('MDW', 240);
  const wish = { adults: 1, children: 0, cabin: null, maxStops: 1, leavesFrom: 0, leavesTo: 1440, sort: 'price' } as const;
  const date = new Date(first.departs_at - 5 * HOUR_MS).toISOString().slice(0, 10);
  const asked = { from: 'JFK', to: 'LAX', date, ...wish, ...(sameAirport ? { sameAirport } : {}) };
  expect(value(await hub.ask('flights.search', asked, ANA)).itineraries).toHaveLength(count);
});

import { expect, it } from 'vitest';
import { ANA, codeOf, openTestHub, value } from '../support/test-hub.ts';

const ANY = { adults: 1, children: 0, cabin: null, maxStops: 0, leavesFrom: 0, leavesTo: 1440, sort: 'price' } as const;

/** Dallas: DFW and DAL, both of the city DFW. */
async function dallas() {
  const store = await openTestHub();
  const departs_at = store.clock.now() + 26 * 3_600_000;
  const route = { departs_at, arrives_at: departs_at + 4 * 3_600_000, destination: 'LAX' };
  await store.addFlight({ ...route, origin: 'DFW', number: 1 });
  await store.addFlight({ ...route, origin: 'DAL', number: 2 });
  const date = new Date(departs_at - 6 * 3_600_000).toISOString().slice(0, 10);
  return { hub: store.hub, date };
}

it.each([
  ['DFW', ['DFW']],
  ['DFW*', ['DAL', 'DFW']],
  ['DAL', ['DAL']],
])('who asked for Dallas by its code never saw Love Field: %s leaves from %j', async (from, origins) => {
  const { hub, date } = await dallas();
  const board = value(await hub.ask('flights.board', { from, date }, ANA));
  expect(board.flights.map(({ origin }) => origin).sort()).toEqual(origins);
  const found = value(await hub.ask('flights.search', { ...ANY, from, to: 'LAX', date }, ANA));
  expect(found.itineraries.map(({ flights }) => flights[0]?.origin).sort()).toEqual(origins);
});

it('no place is called so', async () => {
  const { hub, date } = await dallas();
  expect(codeOf(await hub.ask('flights.board', { from: 'QQQ*', date }, ANA))).toBe('PLACE_UNKNOWN');
  expect(codeOf(await hub.ask('flights.search', { ...ANY, from: 'DFW', to: 'DFW*', date }, ANA))).toBe('SAME_PLACE');
});

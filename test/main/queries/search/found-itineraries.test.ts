import { expect, it } from 'vitest';
import { BestItineraries } from '../../../../main/queries/search/best-itineraries.ts';
import { FlightPrices } from '../../../../main/queries/search/flight-prices.ts';
import { FoundItineraries } from '../../../../main/queries/search/found-itineraries.ts';
import { LegFlights } from '../../../../main/queries/search/leg-flights.ts';
import { leastFares, TinyStore } from '../../support/tiny-store.ts';

const START = Date.parse('2026-11-21T06:00Z');

it.each(['price', 'departure'] as const)('lets in by %s what ties with the last of those compared before', async (sort) => {
  const store = await TinyStore.open();
  // All cost the same and leave together; the shortest come last.
  for (let n = 0; n < 260; n++) store.flight({ route: 'JFK-LAX', departs: START, minutes: 600 - n });
  const legs = new LegFlights(store.db, await leastFares(store));
  const best = new BestItineraries(sort, legs, 200);
  const found = new FoundItineraries(sort, legs, new FlightPrices(store.context(), null, 1), best);
  const places = Array.from({ length: 260 }, (_, n) => n);
  await legs.between('JFK', 'LAX', START, START + 1);
  places.sort((a, b) => legs.id(a) - legs.id(b));
  for (const [n, place] of places.entries()) {
    found.add([], place);
    // The list is full at the second time.
    if (n % 105 === 104) await found.settle();
  }
  await found.settle();
  expect(found.counts).toEqual([260, 0, 0]);
  expect(best.list().map(({ flights }) => legs.id(flights[0] ?? 0))).toEqual(Array.from({ length: 200 }, (_, n) => 260 - n));
});

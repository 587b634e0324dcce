import { expect, it } from 'vitest';
import { fareOf } from '../../../../main/pricing/fare.ts';
import { LegFlights } from '../../../../main/queries/search/leg-flights.ts';
import { STRATEGIES } from '../../../../shared/methods/pricing.ts';
import { CABINS } from '../../../../shared/seat-map.ts';
import { TinyStore } from '../../support/tiny-store.ts';

const DAY = [Date.parse('2026-11-21T00:00Z'), Date.parse('2026-11-22T00:00Z')] as const;

// The price sort leans on this: what is beaten at its least price need not be priced.
it.each(STRATEGIES)('the least price of a %s flight is never above what any of its cabins costs at any load', async (strategy) => {
  const store = await TinyStore.open();
  for (const fare of [1, 4_999, 10_000, 123_457]) {
    const id = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360, fare, strategy });
    for (const asked of [null, ...CABINS]) {
      const flights = await new LegFlights(store.db, asked).between('JFK', 'LAX', ...DAY);
      const low = flights.find((flight) => flight.id === id)?.low ?? Number.NaN;
      for (const cabin of asked ? [asked] : CABINS) {
        for (const sold of [0, 1, 50, 99, 100, 120]) {
          expect(low).toBeLessThanOrEqual(fareOf({ base_fare: fare, strategy }, cabin, { authorised: 100, held: 0, sold }).fare);
        }
      }
    }
  }
});

it('reads many routes at once as it reads them one by one', async () => {
  const store = await TinyStore.open();
  const codes = ['LGA', 'BOS', 'PVD', 'ORD', 'MDW', 'DEN', 'SLC', 'LAX', 'MIA', 'LHR', 'GUM', 'HNL', 'XXS'];
  for (const [n, code] of codes.entries()) {
    // Not in the order of departure, and none to the last two.
    if (n >= codes.length - 2) break;
    for (const hour of ['18', '09']) {
      store.flight({ route: `JFK-${code}`, departs: `2026-11-21T${hour}:00`, minutes: 60 });
      store.flight({ route: `${code}-JFK`, departs: `2026-11-21T${hour}:30`, minutes: 60 });
    }
  }
  const legs = new LegFlights(store.db, null);
  // More than one statement's worth, with codes that nobody knows in between.
  const asked = [...codes.slice(0, 6), ...Array.from({ length: 14 }, (_, n) => `Q${n}`), ...codes.slice(6)];
  const from = await legs.many('from', 'JFK', asked, ...DAY);
  const to = await legs.many('to', 'JFK', asked, ...DAY);
  expect([...from.keys()].sort()).toEqual(codes.slice(0, -2).sort());
  for (const code of codes) {
    expect(from.get(code) ?? []).toEqual(await legs.between('JFK', code, ...DAY));
    expect(to.get(code) ?? []).toEqual(await legs.between(code, 'JFK', ...DAY));
  }
});

import { expect, it } from 'vitest';
import { servedAirports } from '../../../../main/queries/search/served-airports.ts';
import { tinyReference } from '../../support/tiny-reference.ts';
import { TinyStore } from '../../support/tiny-store.ts';

const codes = async ({ db }: TinyStore) => (await servedAirports(db, tinyReference)).map(({ code }) => code).sort();

it('knows the airports that flights leave from and all of their cities, also after the schedule has changed', async () => {
  const [store, other] = [await TinyStore.open(), await TinyStore.open()];
  expect(await codes(store)).toEqual([]);
  store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360 });
  expect(await codes(store)).toEqual(['JFK', 'LGA']);
  store.flight({ route: 'DEN-LAX', departs: '2026-11-21T14:00', minutes: 120 });
  store.flight({ route: 'SLC-LAX', departs: '2026-11-21T14:00', minutes: 120, cancelled: true });
  expect(await codes(store)).toEqual(['DEN', 'JFK', 'LGA']);
  // What is known of one store is not said of another.
  other.flight({ route: 'MIA-LAX', departs: '2026-11-21T14:00', minutes: 300 });
  expect(await codes(other)).toEqual(['MIA']);
});

it('does not look for them again while the schedule stays as it is', async () => {
  const store = await TinyStore.open();
  store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360 });
  const before = await servedAirports(store.db, tinyReference);
  expect(await servedAirports(store.db, tinyReference)).toBe(before);
});

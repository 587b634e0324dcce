import { expect, it } from 'vitest';
import { servedAirports } from '../../../../main/queries/search/served-airports.ts';
import { assert } from '../../../../shared/assert.ts';
import { tinyReference } from '../../support/tiny-reference.ts';
import { TinyStore } from '../../support/tiny-store.ts';

const codes = async ({ db }: TinyStore) => (await servedAirports(db, tinyReference)).airports.map(({ code }) => code).sort();

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

it('keeps the miles from an airport to each of them, and marks some', async () => {
  const store = await TinyStore.open();
  for (const route of ['JFK-LAX', 'DEN-LAX', 'MIA-LAX']) store.flight({ route, departs: '2026-11-21T14:00', minutes: 360 });
  const served = await servedAirports(store.db, tinyReference);
  const lax = tinyReference.airport('LAX');
  assert(lax, 'LAX is known');
  const miles = served.milesFrom(lax);
  expect([...miles]).toEqual(served.airports.map((airport) => tinyReference.miles(lax, airport) ?? 0));
  expect(served.milesFrom(lax)).toBe(miles);
  const marks = served.marked(['DEN', 'MIA', 'QQQ']);
  expect(served.airports.filter((_, place) => marks[place]).map(({ code }) => code)).toEqual(['DEN', 'MIA']);
  // Airports of one city have one number.
  const cityOf = (code: string) => served.cityOf[served.airports.findIndex((airport) => airport.code === code)];
  expect(cityOf('JFK')).toBe(cityOf('LGA'));
  expect(cityOf('JFK')).not.toBe(cityOf('DEN'));
});

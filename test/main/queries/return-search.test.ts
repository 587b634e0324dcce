import { describe, expect, test } from 'vitest';
import { flightSearch } from '../../../main/queries/flight-search.ts';
import type { Input } from '../../../shared/contract.ts';
import { TinyStore } from '../support/tiny-store.ts';

const ASK: Input<'flights.search'> = {
  ...{ from: 'JFK', to: 'LAX', date: '2026-11-21', back: '2026-11-28', adults: 2, children: 0, cabin: null },
  ...{ maxStops: 1, leavesFrom: 0, leavesTo: 1440, sort: 'price' },
};
const search = (store: TinyStore, change: Partial<Input<'flights.search'>> = {}) => flightSearch(store.context(), { ...ASK, ...change });

describe('a search out and back', () => {
  test('finds both ways in one step, each with its own price for the party', async () => {
    const store = await TinyStore.open();
    const out = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360, strategy: 'fixed' });
    const home = store.flight({ route: 'LAX-JFK', departs: '2026-11-28T18:00', minutes: 300, fare: 20_000 });
    store.flight({ route: 'LAX-JFK', departs: '2026-11-29T18:00', minutes: 300 });
    store.flight({ route: 'JFK-LAX', departs: '2026-11-28T14:00', minutes: 360 });
    expect(await search(store)).toMatchObject({
      ok: true,
      value: {
        itineraries: [{ key: `${out}`, total: 20_000 }],
        found: { direct: 1, oneStop: 0, twoStops: 0 },
        back: { itineraries: [{ key: `${home}`, total: 40_000 }], more: 0, found: { direct: 1, oneStop: 0, twoStops: 0 } },
      },
    });
  });

  test('asks the hours for the way out alone, and says nothing of a way back that was not asked for', async () => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360 });
    const home = store.flight({ route: 'LAX-JFK', departs: '2026-11-28T18:00', minutes: 300 });
    const early = await search(store, { leavesFrom: 0, leavesTo: 60 });
    expect(early).toMatchObject({ value: { itineraries: [], back: { itineraries: [{ key: `${home}` }] } } });
    const { back: _, ...oneWay } = ASK;
    const reply = await flightSearch(store.context(), oneWay);
    expect(reply.ok && 'back' in reply.value).toBe(false);
  });

  test('on one day offers no way back that leaves before any way out has arrived', async () => {
    const store = await TinyStore.open();
    // The way out lands at 20:00 UTC.
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360 });
    store.flight({ route: 'LAX-JFK', departs: '2026-11-21T19:59', minutes: 300 });
    const home = store.flight({ route: 'LAX-JFK', departs: '2026-11-21T20:00', minutes: 300 });
    expect(await search(store, { back: '2026-11-21' })).toMatchObject({ value: { back: { itineraries: [{ key: `${home}` }] } } });
  });

  test.each([
    ['a day before, which only the date line explains', { back: '2026-11-20' }, 'accepted'],
    ['two days before', { back: '2026-11-19' }, 'INPUT_INVALID'],
    ['further ahead than flights are sold', { back: '2027-12-26' }, 'DATE_TOO_FAR'],
    ['past, while the way out is not', { date: '2026-11-20', back: '2026-11-19' }, 'accepted'],
  ])('%s is %s', async (_, change, code) => {
    const store = await TinyStore.open();
    const reply = await search(store, change);
    expect(reply.ok ? 'accepted' : reply.refusal.code).toBe(code);
  });
});

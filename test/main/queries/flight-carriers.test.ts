import { expect, it } from 'vitest';
import { flightCarriers } from '../../../main/queries/flight-carriers.ts';
import type { Input } from '../../../shared/contract.ts';
import { TinyStore } from '../support/tiny-store.ts';

const ASK = { from: 'JFK', to: 'LAX', date: '2026-11-21', adults: 1, children: 0, cabin: null, maxStops: 1, leavesFrom: 0, leavesTo: 1440 };

async function carriersOf(store: TinyStore, change: Partial<Input<'flights.carriers'>> = {}, now?: string) {
  const reply = await flightCarriers(store.context(now), { ...ASK, ...change });
  return reply.ok ? reply.value.carriers : reply.refusal.code;
}

const fly = (store: TinyStore, carrier: string, departs: string, fare: number, route = 'JFK-LAX', currency = 'USD') =>
  store.flight({ route, departs: `2026-11-21T${departs}`, minutes: 120, carrier, fare, currency });

it('lists the cheapest carrier first, and one that is full or closed last, without a price', async () => {
  const store = await TinyStore.open();
  const full = fly(store, 'QA', '18:00', 5_000);
  for (const cabin of ['F', 'J', 'W', 'Y']) store.load(full, cabin, 4, 1, 3);
  fly(store, 'QB', '19:00', 20_000);
  fly(store, '9C', '20:00', 10_000);
  fly(store, 'QZ', '14:10', 1_000);
  // Sales of QZ closed 30 minutes before it leaves.
  expect(await carriersOf(store, {}, '2026-11-21T14:00')).toMatchObject([
    { carrier: '9C', direct: 1, oneStop: 0, total: 10_000, currency: 'USD', shortestMinutes: 120 },
    { carrier: 'QB', total: 20_000 },
    { carrier: 'QA', total: null, cabin: null, currency: null, seatsLeft: 0 },
    { carrier: 'QZ', total: null, seatsLeft: 0 },
  ]);
});

it('counts an itinerary of two carriers under several carriers, and not without stops', async () => {
  const store = await TinyStore.open();
  fly(store, 'QA', '14:00', 5_000, 'JFK-ORD');
  fly(store, 'QB', '18:00', 5_000, 'ORD-LAX');
  fly(store, 'QA', '19:00', 9_000, 'ORD-LAX');
  expect(await carriersOf(store)).toMatchObject([
    { carrier: null, name: null, direct: 0, oneStop: 1, total: 10_000 },
    { carrier: 'QA', direct: 0, oneStop: 1, total: 14_000 },
  ]);
  expect(await carriersOf(store, { maxStops: 0 })).toEqual([]);
});

it('gives no price and no seats where two flights are priced in two currencies', async () => {
  const store = await TinyStore.open();
  fly(store, 'QA', '14:00', 5_000, 'JFK-ORD');
  fly(store, 'QA', '18:00', 5_000, 'ORD-LAX', 'EUR');
  expect(await carriersOf(store)).toMatchObject([{ carrier: 'QA', oneStop: 1, total: null, currency: null, seatsLeft: 0 }]);
});

it('prices the whole party, and counts only what leaves in the hours that were asked for', async () => {
  const store = await TinyStore.open();
  fly(store, 'QA', '15:00', 5_000);
  fly(store, 'QA', '20:00', 6_000);
  const [early, late] = [Date.parse('2026-11-21T15:00Z'), Date.parse('2026-11-21T20:00Z')];
  expect(await carriersOf(store, { adults: 2, children: 1 })).toMatchObject([
    { direct: 2, total: 15_000, first: { origin: 'JFK', departsAt: early }, last: { departsAt: late } },
  ]);
  // 15:00 in New York.
  expect(await carriersOf(store, { leavesFrom: 900, leavesTo: 900 })).toMatchObject([
    { direct: 1, total: 6_000, first: { departsAt: late } },
  ]);
});

it.each<[string, Partial<Input<'flights.carriers'>>, string]>([
  ['nobody who travels', { adults: 0 }, 'INPUT_INVALID'],
  ['a group', { adults: 10 }, 'GROUP'],
  ['a place that there is not', { to: 'XXX' }, 'PLACE_UNKNOWN'],
  ['one place twice', { from: 'NYC' as const, to: 'JFK' }, 'SAME_PLACE'],
  ['yesterday', { date: '2026-11-18' }, 'DATE_PAST'],
  ['a day too far', { date: '2029-11-18' }, 'DATE_TOO_FAR'],
])('refuses %s', async (_what, change, code) => {
  expect(await carriersOf(await TinyStore.open(), change)).toBe(code);
});

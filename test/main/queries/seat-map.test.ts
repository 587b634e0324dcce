import { describe, expect, it } from 'vitest';
import { bestSeats } from '../../../main/queries/best-seats.ts';
import { places } from '../../../main/queries/places.ts';
import { pricingQuote } from '../../../main/queries/pricing-quote.ts';
import { seatMap } from '../../../main/queries/seat-map.ts';
import { contract } from '../../../shared/contract.ts';
import type { SeatedType } from '../../../shared/passengers.ts';
import { TinyStore } from '../support/tiny-store.ts';

const DEPARTS = Date.parse('2026-11-21T14:00Z');
const NOW = DEPARTS - 3_600_000;

async function oneFlight(): Promise<TinyStore> {
  const store = await TinyStore.open();
  store.flight({ route: 'JFK-LAX', departs: DEPARTS, minutes: 360 });
  return store;
}

describe('flights.seatMap', () => {
  it('tells who has each seat, and the locator only to the desk that has it', async () => {
    const store = await oneFlight();
    store.booking(1, 'HOLD', 'T1-01', NOW + 1, 1, ['10A']);
    store.booking(2, 'HOLD', 'T1-02', NOW + 60_000, 1, ['10B']);
    store.booking(3, 'CONFIRMED', 'T1-01', null, 1, ['10C']);
    store.booking(4, 'CONFIRMED', 'T1-02', null, 1, ['11A']);
    // Due at this very instant: free, although the sweep has not come yet.
    store.booking(5, 'HOLD', 'T1-02', NOW, 1, ['11B']);
    store.load(1, 'Y', 20, 3, 2);
    store.db.change("INSERT INTO journal (event, at, type, user_name, desk, data, hash) VALUES (42, 0, 'x', '-', '-', '{}', '')").run();
    const context = store.context(NOW);
    const reply = await seatMap(context, { flightId: 1 });
    if (!reply.ok) throw new Error(reply.refusal.code);
    expect(contract['flights.seatMap'].output.parse(reply.value)).toEqual(reply.value);
    const { locators } = context;
    expect(reply.value.taken).toEqual([
      { seat: '10A', state: 'held-here', desk: 'T1-01', until: NOW + 1, locator: locators.of(1) },
      { seat: '10B', state: 'held-elsewhere', desk: 'T1-02', until: NOW + 60_000, locator: null },
      { seat: '10C', state: 'sold', desk: null, until: null, locator: locators.of(3) },
      { seat: '11A', state: 'sold', desk: null, until: null, locator: null },
    ]);
    expect(reply.value).toMatchObject({ version: 42, departed: false, policy: { version: 1, scope: 'network' } });
  });

  it.each([
    [DEPARTS - 1, false],
    [DEPARTS, true],
  ])('knows at %d whether the flight has left', async (now, departed) => {
    const store = await oneFlight();
    const reply = await seatMap(store.context(now), { flightId: 1 });
    expect(reply.ok && reply.value.departed).toBe(departed);
    expect(reply.ok && reply.value.version).toBe(0);
  });

  it('refuses a flight that is not there', async () => {
    const reply = await seatMap((await oneFlight()).context(NOW), { flightId: 9 });
    expect(reply.ok || reply.refusal.code).toBe('FLIGHT_UNKNOWN');
  });
});

const seated = (type: string) => ({ type: type as SeatedType, infant: false, assistance: false });

describe('flights.bestSeats', () => {
  it('counts seats of a hold past its time as free', async () => {
    const store = await oneFlight();
    store.booking(1, 'HOLD', 'T1-02', NOW, 1, ['10A', '10B', '10C']);
    store.booking(2, 'HOLD', 'T1-02', NOW + 1, 1, ['10D']);
    store.load(1, 'Y', 20, 4, 0);
    const reply = await bestSeats(store.context(NOW), {
      flightId: 1,
      cabin: 'Y',
      party: ['ADT', 'CHD', 'ADT'].map(seated),
      wish: 'together',
    });
    expect(reply.ok && reply.value.choices[0]).toEqual({ seats: ['10A', '10B', '10C'], relaxed: [] });
    expect(reply.ok && reply.value.choices[1]?.seats).toEqual(['11A', '11B', '11C']);
  });

  it.each([
    [9, 'Y', 'FLIGHT_UNKNOWN'],
    [1, 'W', 'CABIN_UNKNOWN'],
  ] as const)('refuses flight %d cabin %s', async (flightId, cabin, code) => {
    const context = (await oneFlight()).context(NOW);
    const reply = await bestSeats(context, { flightId, cabin, party: [seated('ADT')], wish: 'together' });
    expect(reply.ok || reply.refusal.code).toBe(code);
    const quote = await pricingQuote(context, { flightId, cabin });
    expect(quote.ok || quote.refusal.code).toBe(code);
  });
});

it('pricing.quote says what an adult pays now, and lines that add up to it', async () => {
  const store = await oneFlight();
  store.load(1, 'Y', 20, 4, 6);
  const reply = await pricingQuote(store.context(NOW), { flightId: 1, cabin: 'Y' });
  if (!reply.ok) throw new Error(reply.refusal.code);
  expect(reply.value).toMatchObject({ fare: 12_500, currency: 'USD', policy: { version: 1, scope: 'network' } });
  expect(reply.value.trace.reduce((sum, line) => sum + line.amount, 0)).toBe(12_500);
});

it('flights.places answers from the reference', async () => {
  const reply = await places((await oneFlight()).context(NOW), { text: 'l' });
  expect(reply.ok && reply.value.places.map(({ code }) => code)).toEqual(['LGA', 'LAX', 'LHR']);
});

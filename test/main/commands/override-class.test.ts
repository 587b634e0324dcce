import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { readPolicies } from '../../../main/views/known-policies.ts';
import { questionAgain } from '../../../main/views/priced-from.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { ANA, MERCY, openTestHub, value } from '../support/test-hub.ts';

const RULES = POLICY_TEMPLATES.classes ?? [];

/** A flight in two days, priced by four booking classes of which all are open: Y, B, M and Q for 169.00. */
async function classes() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  await publishPolicy(store.hub, store.requestId(), { kind: 'network' }, RULES, MERCY);
  const scope = { kind: 'flight', flightId: flight.id } as const;
  const day = dateOfDay(flight.service_day);
  const route = { kind: 'route', origin: 'JFK', destination: 'LAX', from: day, to: day } as const;
  const decide = (more: Partial<Input<'pricing.overrideClass'>> = {}) => {
    const asked = {
      requestId: store.requestId(),
      scope,
      cabin: 'Y',
      code: 'Q',
      decision: 'closed',
      reason: 'a congress',
      basedOn: 0,
    } as const;
    return store.hub.execute('pricing.overrideClass', { ...asked, ...more }, MERCY);
  };
  const quote = async () => value(await store.hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA));
  return { ...store, flight, scope, route, day, decide, quote };
}

test('a class that is closed by hand prices the next quote, a hold that stands keeps its fare, and the trace says why', async () => {
  const { decide, quote, hold, flight, hub, db, clock } = await classes();
  const held = value(await hold(flight.id, ['20A']));
  expect(held.total).toBe(169_00);
  expect(value(await decide())).toMatchObject({ number: 1, decision: 'closed', author: 'osei', reason: 'a congress', at: clock.now() });
  const quoted = await quote();
  expect(quoted.fare).toBe(219_00);
  expect(quoted.trace[0]).toMatchObject({ label: 'Class M', detail: expect.stringContaining('Q closed by hand') });
  expect(value(await hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking.total).toBe(169_00);
  expect(await crossCheck(db)).toBeUndefined();
});

test('a quote that was read out a moment before ends when its class is closed, and only there (it was sold for two minutes more)', async () => {
  const { decide, quote, hold, flight, addFlight, hub } = await classes();
  const other = await addFlight();
  const { offer } = await quote();
  const elsewhere = value(await hub.ask('pricing.quote', { flightId: other.id, cabin: 'Y' }, ANA)).offer;
  value(await decide());
  const holdBy = async (flightId: number, of: string) =>
    value(await hold(flightId, ['20A'], { legs: [{ flightId, cabin: 'Y', seats: ['20A'], offer: of }] })).total;
  expect(await holdBy(flight.id, offer)).toBe(219_00);
  expect(await holdBy(other.id, elsewhere)).toBe(169_00);
});

test('the board asks no cache: an empty flight shows the new price, and the old one when it is given back', async () => {
  const { decide, hub, day } = await classes();
  const price = async () => {
    const board = value(await hub.ask('flights.board', { from: 'JFK', date: day }, ANA));
    return (typeof board === 'string' ? JSON.parse(board) : board).flights[0].cabins[0].price;
  };
  expect(await price()).toBe(169_00);
  value(await decide());
  expect(await price()).toBe(219_00);
  value(await decide({ decision: 'policy', basedOn: 1 }));
  expect(await price()).toBe(169_00);
});

test('a fare under a decision is worked out again from what is kept, whatever was decided since', async () => {
  const { decide, hold, flight, db } = await classes();
  value(await decide());
  const held = value(await hold(flight.id, ['20A', '20B']));
  value(await decide({ decision: 'policy', basedOn: 1 }));
  const [leg] = held.legs;
  if (!leg?.priced) throw new Error('nothing kept');
  expect(leg.priced).toMatchObject({ party: 2, closed: ['Q'] });
  const published = (await readPolicies(db)).ownOf({ kind: 'network' }).find(({ version }) => version === leg.priced?.policy);
  expect(priceByPolicy(published?.rules ?? [], questionAgain(leg, held.currency, leg.priced))).toMatchObject({
    fare: leg.fare,
    trace: leg.trace,
  });
});

test('a route on its days, and a flight of it that is decided apart', async () => {
  const { decide, quote, route, scope } = await classes();
  value(await decide({ scope: { ...route, from: '2026-11-20' } }));
  expect((await quote()).fare).toBe(219_00);
  value(await decide({ scope, decision: 'open' }));
  expect((await quote()).fare).toBe(169_00);
  value(await decide({ scope, decision: 'policy', basedOn: 2 }));
  expect((await quote()).fare).toBe(219_00);
});

test('the journal tells the decision and not the reason, because a person types it', async () => {
  const { decide, db, flight } = await classes();
  value(await decide());
  const [entry] = await db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'class.overridden'").all();
  expect(JSON.parse(entry?.data ?? '')).toEqual({
    ...{ number: 1, scope: 'flight', origin: '', destination: '', flightId: flight.id, from: '', to: '' },
    ...{ cabin: 'Y', code: 'Q', decision: 'closed' },
  });
});

describe('two supervisors', () => {
  test('the second is told what the first decided, and nothing is overwritten', async () => {
    const { decide, quote } = await classes();
    value(await decide());
    expect(await decide({ decision: 'open', reason: 'nobody came' })).toMatchObject({
      ok: false,
      refusal: { code: 'OVERRIDE_CHANGED', details: { number: 1, author: 'osei', override: { decision: 'closed', reason: 'a congress' } } },
    });
    expect((await quote()).fare).toBe(219_00);
  });

  test('decisions about other classes and wider flights are no reason', async () => {
    const { decide, route } = await classes();
    value(await decide());
    value(await decide({ code: 'M' }));
    value(await decide({ scope: route }));
    value(await decide({ basedOn: 1, decision: 'open' }));
  });
});

test.each<[string, Partial<Input<'pricing.overrideClass'>>, string]>([
  ['a flight that is none', { scope: { kind: 'flight', flightId: 77 } }, 'FLIGHT_UNKNOWN'],
  [
    'a place that is none',
    { scope: { kind: 'route', origin: 'QQQ', destination: 'LAX', from: '2026-11-21', to: '2026-11-22' } },
    'PLACE_UNKNOWN',
  ],
  [
    'days in the wrong order',
    { scope: { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-12-02', to: '2026-12-01' } },
    'OVERRIDE_DATES',
  ],
  [
    'days that are over',
    { scope: { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-01-01', to: '2026-01-31' } },
    'OVERRIDE_DATES',
  ],
  [
    'more than 400 days',
    { scope: { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-12-01', to: '2028-01-05' } },
    'OVERRIDE_DATES',
  ],
  ['a decision that nobody made was seen', { basedOn: 3 }, 'OVERRIDE_CHANGED'],
  ['a class that the policy does not have', { code: 'K' }, 'CLASS_UNKNOWN'],
  ['a class of another cabin', { code: 'J' }, 'CLASS_UNKNOWN'],
])('%s', async (_case, more, code) => {
  const { decide, db } = await classes();
  expect(await decide(more)).toMatchObject({ ok: false, refusal: { code } });
  expect(await db.query('SELECT id FROM class_overrides').all()).toEqual([]);
});

test('a cancelled flight and one that has departed stay as they are', async () => {
  const { decide, addFlight, clock } = await classes();
  const cancelled = await addFlight({ cancelled: 1 });
  expect(await decide({ scope: { kind: 'flight', flightId: cancelled.id } })).toMatchObject({ refusal: { code: 'FLIGHT_CANCELLED' } });
  const gone = await addFlight({ departs_at: clock.now() });
  expect(await decide({ scope: { kind: 'flight', flightId: gone.id } })).toMatchObject({ refusal: { code: 'FLIGHT_DEPARTED' } });
});

test('the last class that is open cannot be closed, by the flight alone or together with its route', async () => {
  const { decide, route, quote } = await classes();
  for (const code of ['Q', 'M']) value(await decide({ code, scope: { ...route, from: '2026-11-20' } }));
  value(await decide({ code: 'Y' }));
  expect(await decide({ code: 'B' })).toMatchObject({ refusal: { code: 'CLASS_LAST', details: { code: 'B', cabin: 'Y' } } });
  expect((await quote()).fare).toBe(289_00);
});

test('decisions are listed newest first, of one flight with those of its route and day', async () => {
  const { decide, route, hub, flight, addFlight } = await classes();
  const other = await addFlight();
  value(await decide());
  value(await decide({ scope: { ...route, from: '2026-11-20' }, code: 'M' }));
  value(await decide({ scope: { kind: 'flight', flightId: other.id } }));
  value(await decide({ scope: { ...route, from: '2027-01-01', to: '2027-01-02' }, code: 'B' }));
  const list = async (more: Partial<Input<'pricing.overrides'>> = {}) => {
    const { overrides, more: further } = value(await hub.ask('pricing.overrides', { limit: 20, ...more }, ANA));
    return [overrides.map(({ number }) => number), further];
  };
  expect(await list()).toEqual([[4, 3, 2, 1], false]);
  expect(await list({ limit: 3 })).toEqual([[4, 3, 2], true]);
  expect(await list({ before: 2 })).toEqual([[1], false]);
  expect(await list({ flightId: flight.id })).toEqual([[2, 1], false]);
  expect(await list({ route: { origin: 'JFK', destination: 'LAX' } })).toEqual([[4, 2], false]);
  expect(await list({ route: { origin: 'LAX', destination: 'JFK' } })).toEqual([[], false]);
  expect(await hub.ask('pricing.overrides', { flightId: 77, limit: 1 }, ANA)).toMatchObject({ refusal: { code: 'FLIGHT_UNKNOWN' } });
});

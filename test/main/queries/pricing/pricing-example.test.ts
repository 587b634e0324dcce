import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import { ANA, codeOf, openTestHub, value } from '../../support/test-hub.ts';

const NETWORK = { kind: 'network' } as const;
const JFK_LAX = { kind: 'route', origin: 'JFK', destination: 'LAX' } as const;

describe('the flight by which a policy is told', () => {
  it('is the next one of the home airport, of the route, or the flight itself, a day or more from now', async () => {
    const test = await openTestHub();
    const now = test.clock.now();
    await test.addFlight({ departs_at: now + HOUR_MS, arrives_at: now + 7 * HOUR_MS });
    await test.addFlight({ departs_at: now + 3 * DAY_MS, arrives_at: now + 3 * DAY_MS + 6 * HOUR_MS, cancelled: 1 });
    const later = await test.addFlight({ departs_at: now + 5 * DAY_MS, arrives_at: now + 5 * DAY_MS + 6 * HOUR_MS });
    const other = await test.addFlight({ departs_at: now + 4 * DAY_MS, arrives_at: now + 4 * DAY_MS + 6 * HOUR_MS, destination: 'SFO' });
    const soon = await test.addFlight({ departs_at: now + 2 * HOUR_MS, arrives_at: now + 8 * HOUR_MS, destination: 'SFO' });
    const ask = async (scope: typeof NETWORK | typeof JFK_LAX | { kind: 'flight'; flightId: number }, home = 'JFK') =>
      value(await test.hub.ask('pricing.example', { scope, home }, ANA)).example?.flight.flightId;
    expect(await ask(NETWORK)).toBe(other.id);
    expect(await ask(JFK_LAX)).toBe(later.id);
    expect(await ask({ kind: 'flight', flightId: soon.id })).toBe(soon.id);
    expect(await ask(NETWORK, 'LHR')).toBeUndefined();
  });

  it('has a question for each cabin with the loads of now and what no rule may ask for today', async () => {
    const test = await openTestHub();
    const now = test.clock.now();
    const flight = await test.addFlight({ departs_at: now + 5 * DAY_MS + HOUR_MS, arrives_at: now + 6 * DAY_MS });
    value(await test.hold(flight.id, ['15A', '15B']));
    const { example } = value(await test.hub.ask('pricing.example', { scope: JFK_LAX, home: 'JFK' }, ANA));
    const economy = example?.questions.find(({ cabin }) => cabin === 'Y');
    expect(economy).toMatchObject({ daysAhead: 5, ofCabin: { held: 2, sold: 0 }, seat: 'standard', passenger: 'ADT', currency: 'USD' });
    expect(economy?.miles).toBeGreaterThan(2_400);
    expect(example?.questions.map(({ cabin }) => cabin)).toEqual(example?.flight.cabins.map(({ cabin }) => cabin));
  });

  it('is refused for what there is not', async () => {
    const test = await openTestHub();
    const ask = async (
      scope: typeof JFK_LAX | { kind: 'route'; origin: string; destination: string } | { kind: 'flight'; flightId: number },
    ) => codeOf(await test.hub.ask('pricing.example', { scope, home: 'JFK' }, ANA));
    expect(await ask({ kind: 'route', origin: 'JFK', destination: 'XQX' })).toBe('PLACE_UNKNOWN');
    expect(await ask({ kind: 'flight', flightId: 77 })).toBe('FLIGHT_UNKNOWN');
  });
});

it('flights are named by their ids, each once, and those that there are not are left out', async () => {
  const test = await openTestHub();
  const flight = await test.addFlight();
  const { flights } = value(await test.hub.ask('flights.named', { flightIds: [flight.id, 77, flight.id] }, ANA));
  expect(flights.map(({ flightId }) => flightId)).toEqual([flight.id]);
});

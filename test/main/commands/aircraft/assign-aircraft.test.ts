import { beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import type { FlightRow } from '../../../../main/store/tables/flights-table.ts';
import type { Input } from '../../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import { ANA, codeOf, MERCY, openTestHub, type TestHub, value } from '../../support/test-hub.ts';

let hub: TestHub;
let flight: FlightRow;
beforeEach(async () => {
  hub = await openTestHub();
  flight = await hub.addFlight();
  value(await set({}));
});

const set = (more: Partial<Input<'aircraft.set'>>, actor = MERCY) =>
  hub.hub.execute(
    'aircraft.set',
    {
      ...{ requestId: hub.requestId(), tail: 'N123AA', equipment: '320', seatMap: 'a320', weightLimit: null, retired: false },
      ...{ reason: 'new in the fleet', ...more },
    },
    actor,
  );
const assign = (more: Partial<Input<'aircraft.assign'>> = {}) =>
  hub.hub.execute(
    'aircraft.assign',
    { requestId: hub.requestId(), flightId: flight.id, tail: 'N123AA', gate: '', ownLimit: null, reason: 'on time', ...more },
    MERCY,
  );
const listed = async () => value(await hub.hub.ask('aircraft.list', {}, ANA)).aircraft;
const of = async (flightId = flight.id) => value(await hub.hub.ask('flights.seatMap', { flightId }, ANA)).aircraft;

test('a flight tells the aircraft, gate and weight that it got, and nothing where it got none', async () => {
  expect(await of()).toBeUndefined();
  value(await assign({ gate: 'B4' }));
  expect(await of()).toEqual({ tail: 'N123AA', gate: 'B4', ownLimit: null, weight: null });
  expect(await listed()).toMatchObject([{ tail: 'N123AA', flights: 1 }]);
  value(await assign({ tail: null, ownLimit: 15_000 }));
  expect(await of()).toMatchObject({ tail: null, gate: '', ownLimit: 15_000, weight: { limit: 15_000, taken: 0 } });
  expect(await listed()).toMatchObject([{ tail: 'N123AA', flights: 0 }]);
  expect(await crossCheck(hub.db)).toBeUndefined();
});

test('an aircraft that is replaced is kept with the reason of the person', async () => {
  value(await assign({ reason: 'first' }));
  value(await assign({ tail: null, reason: 'engine change' }));
  const rows = await hub.db.query('SELECT tail, reason, ended_at IS NULL AS stands FROM assignments ORDER BY id').all();
  expect(rows).toEqual([
    { tail: 'N123AA', reason: 'first', stands: 0 },
    { tail: null, reason: 'engine change', stands: 1 },
  ]);
});

test.each([
  ['that lands less than the turn-round before it leaves', -6 * 60 - 29, 'AIRCRAFT_BUSY'],
  ['that lands as long before it leaves as the turn-round takes', -6 * 60 - 30, 'ok'],
  ['that is in the air with it', 60, 'AIRCRAFT_BUSY'],
  ['that leaves less than the turn-round after it has landed', 6 * 60 + 29, 'AIRCRAFT_BUSY'],
  ['that leaves as long after it has landed as the turn-round takes', 6 * 60 + 30, 'ok'],
])('an aircraft with a flight %s', async (_, minutes, code) => {
  const other = await hub.addFlight({ departs_at: flight.departs_at + minutes * MINUTE_MS });
  value(await assign({ flightId: other.id }));
  const reply = await assign();
  expect(reply.ok ? 'ok' : reply.refusal.code).toBe(code);
  if (!reply.ok) expect(reply.refusal.message).toBe('N123AA flies B6 102 too close to B6 101: between them it needs 30 minutes.');
});

test('a flight that is cancelled keeps no aircraft from another', async () => {
  const other = await hub.addFlight({ departs_at: flight.departs_at + HOUR_MS });
  value(await assign({ flightId: other.id }));
  await hub.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(other.id);
  value(await assign());
});

test.each([
  ['within the turn-round', { gate: 'B4', origin: 'JFK' }, 29, 'GATE_BUSY'],
  ['after the turn-round', { gate: 'B4', origin: 'JFK' }, 30, 'ok'],
  ['within the turn-round at another airport', { gate: 'B4', origin: 'BOS' }, 0, 'ok'],
  ['within the turn-round from another gate', { gate: 'B5', origin: 'JFK' }, 0, 'ok'],
])('a flight that leaves %s', async (_, { gate, origin }, minutes, code) => {
  const other = await hub.addFlight({ origin, departs_at: flight.departs_at + minutes * MINUTE_MS });
  value(await assign({ flightId: other.id, tail: null, gate }));
  const reply = await assign({ tail: null, gate: 'B4' });
  expect(reply.ok ? 'ok' : reply.refusal.code).toBe(code);
});

test('the turn-round is a setting', async () => {
  const other = await hub.addFlight({ departs_at: flight.arrives_at + 40 * MINUTE_MS });
  value(await assign({ flightId: other.id }));
  value(await hub.hub.execute('settings.set', { requestId: hub.requestId(), name: 'turnRoundMinutes', value: 45 }, MERCY));
  expect(codeOf(await assign())).toBe('AIRCRAFT_BUSY');
});

test.each([
  ['an unknown aircraft', {}, { tail: 'N999ZZ' }, 'AIRCRAFT_UNKNOWN'],
  ['a retired aircraft', { retired: true }, {}, 'AIRCRAFT_RETIRED'],
  ['an aircraft of another type', { equipment: '319', seatMap: null }, {}, 'AIRCRAFT_OTHER'],
  ['an aircraft with other seats', { seatMap: 'a319' }, {}, 'AIRCRAFT_OTHER'],
  ['a flight that there is not', {}, { flightId: 99 }, 'FLIGHT_UNKNOWN'],
])('%s is refused', async (_, aircraft, more, code) => {
  value(await set(aircraft));
  expect(codeOf(await assign(more))).toBe(code);
});

test('a flight that has left or is cancelled gets no aircraft', async () => {
  const gone = await hub.addFlight({ departs_at: hub.clock.now() + MINUTE_MS });
  hub.clock.advance(2 * MINUTE_MS);
  expect(codeOf(await assign({ flightId: gone.id }))).toBe('FLIGHT_DEPARTED');
  const cancelled = await hub.addFlight({ cancelled: 1 });
  expect(codeOf(await assign({ flightId: cancelled.id }))).toBe('FLIGHT_CANCELLED');
});

test('an aircraft with flights to come keeps its type and is not retired; its weight limit may change', async () => {
  value(await assign());
  expect(codeOf(await set({ retired: true }))).toBe('AIRCRAFT_ASSIGNED');
  expect(codeOf(await set({ equipment: '319', seatMap: null }))).toBe('AIRCRAFT_ASSIGNED');
  value(await set({ weightLimit: 15_000 }));
  expect(await of()).toMatchObject({ weight: { limit: 15_000 } });
  hub.clock.advance(49 * HOUR_MS);
  value(await set({ weightLimit: 15_000, retired: true }));
  expect(await crossCheck(hub.db)).toBeUndefined();
});

test('a type or seat map that nobody knows is refused', async () => {
  expect(codeOf(await set({ equipment: 'ZZZ', seatMap: null }))).toBe('EQUIPMENT_UNKNOWN');
  expect(codeOf(await set({ seatMap: 'a399' }))).toBe('EQUIPMENT_UNKNOWN');
});

test('the check of the store finds an aircraft that no entry of the journal gave', async () => {
  value(await assign());
  await hub.db.change("UPDATE assignments SET gate = 'C1'").run();
  expect(await crossCheck(hub.db)).toMatch(`the aircraft of flight ${flight.id} is not as the journal says`);
});

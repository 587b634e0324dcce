import { expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { replayProblem } from '../../support/replay-fare.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { ANA, codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';

const BASE: PolicyRule = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } };
const FUEL: PolicyRule = { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } };
const SALE: PolicyRule = { rule: 'promotion', code: 'WELCOME', change: -50, from: '2026-01-01', to: '2027-12-31', stock: 9 };
const SEATS: PolicyRule = { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 140 } };
const FLOOR: PolicyRule = { rule: 'floor', amounts: { USD: 100_00 } };
const ROUNDING: PolicyRule = { rule: 'rounding', to: 1, less: 0 };
const off = (rule: PolicyRule): PolicyRule => ({ ...rule, off: true });
const NETWORK = { kind: 'network' } as const;
const RULES = [BASE, off(FUEL), off(SALE), off(SEATS), off(FLOOR), ROUNDING];

async function withRulesOff() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const policy = await publishPolicy(store.hub, store.requestId(), NETWORK, RULES, MERCY);
  return { ...store, flight, policy };
}

test('a rule that is off does nothing: not in a quote and its words, the board, a search, a hold; and it stays with its version', async () => {
  const { hub, db, flight, policy, hold } = await withRulesOff();
  expect(policy.rules).toEqual(RULES);
  expect(value(await hub.ask('pricing.policies', { scope: NETWORK }, ANA)).inForce.rules).toEqual(RULES);
  const quote = value(await hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA));
  expect(quote).toMatchObject({ fare: 100_00, trace: [{ label: expect.any(String), amount: 100_00 }] });
  expect(quote).not.toHaveProperty('each');
  expect(codeOf(await hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y', promotion: 'WELCOME' }, ANA))).toBe('PROMOTION_UNKNOWN');
  const date = dateOfDay(flight.service_day);
  const board = value(await hub.ask('flights.board', { from: 'JFK', date }, ANA));
  expect((typeof board === 'string' ? JSON.parse(board) : board).flights[0].cabins[0].price).toBe(100_00);
  const held = value(await hold(flight.id, ['20A']));
  expect(held.total).toBe(100_00);
  const [leg] = held.legs;
  expect(leg && replayProblem(leg, held.currency, () => RULES)).toBeUndefined();
  const [row] = value(await hub.ask('pricing.flights', { filter: 'JFK', sort: 'stake', reversed: false, limit: 5 }, MERCY)).flights;
  expect(row?.marks).not.toContain('floor');
  expect(await crossCheck(db)).toBeUndefined();
});

test('switched on again it counts for the next quote, and the hold keeps its fare', async () => {
  const { hub, flight, hold, requestId } = await withRulesOff();
  const held = value(await hold(flight.id, ['20A']));
  await publishPolicy(hub, requestId(), NETWORK, [BASE, FUEL, ROUNDING], MERCY);
  expect(value(await hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA)).fare).toBe(112_00);
  expect(value(await hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking.total).toBe(100_00);
});

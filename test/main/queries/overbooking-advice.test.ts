import { beforeEach, describe, expect, test } from 'vitest';
import { contract, type Input } from '../../../shared/contract.ts';
import { ANA, MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

let hub: TestHub;
let flightId: number;
beforeEach(async () => {
  hub = await openTestHub();
  flightId = (await hub.addFlight()).id;
});

const ask = (more: Partial<Input<'pricing.overbookingAdvice'>> = {}) =>
  hub.hub.ask('pricing.overbookingAdvice', { flightId, cabin: 'Y', ...more }, ANA);

test('advises by revenue and by risk, with what is expected now and then', async () => {
  const advice = value(await ask({ showPerMille: 920, riskPerMille: 10 }));
  expect(advice).toMatchObject({ currency: 'USD', capacity: 178, authorised: 178, held: 0, sold: 0, most: 267, decided: null });
  expect(advice.now).toMatchObject({ authorised: 178, risk: 0, volunteers: 0, denied: 0, cost: 0, net: 178 * 100_00 });
  expect(advice.byRisk.risk).toBeLessThanOrEqual(0.01);
  expect(advice.byRisk.authorised).toBeGreaterThan(178);
  expect(advice.byRevenue.net).toBeGreaterThanOrEqual(advice.byRisk.net);
  for (const { cost, net } of [advice.now, advice.byRevenue, advice.byRisk]) expect([cost, net].every(Number.isInteger)).toBe(true);
});

describe('what is not said is taken for granted, and told', () => {
  test('the fare is what an adult pays now, and costs are shares of it', async () => {
    expect(value(await ask()).assumed).toEqual({
      ...{ showPerMille: 950, fare: 100_00, refundPercent: 0, volunteers: 1, volunteerCost: 200_00, deniedCost: 400_00, riskPerMille: 10 },
    });
  });

  test.each<[string, Partial<Input<'pricing.overbookingAdvice'>>, number, number]>([
    ['a volunteer who costs more than denied boarding would', { volunteerCost: 900_00 }, 900_00, 900_00],
    ['denied boarding that costs less than a volunteer would', { deniedCost: 50_00 }, 50_00, 50_00],
    ['both', { volunteerCost: 10_00, deniedCost: 20_00 }, 10_00, 20_00],
    ['another fare', { fare: 10_00 }, 20_00, 40_00],
  ])('%s', async (_case, more, volunteerCost, deniedCost) => {
    expect(value(await ask(more)).assumed).toMatchObject({ volunteerCost, deniedCost });
  });

  test('a volunteer who costs more than denied boarding is no input', () => {
    const { input } = contract['pricing.overbookingAdvice'];
    expect(input.safeParse({ flightId, cabin: 'Y', volunteerCost: 2, deniedCost: 1 }).success).toBe(false);
  });
});

test('tells what a supervisor decided, the newest', async () => {
  for (const [seen, authorised] of [
    [178, 185],
    [185, 190],
  ] as const)
    value(
      await hub.hub.execute(
        'pricing.authorise',
        { requestId: hub.requestId(), flightId, cabin: 'Y', authorised, seen, reason: `to ${authorised}` },
        MERCY,
      ),
    );
  const advice = value(await ask());
  expect(advice).toMatchObject({ authorised: 190, decided: { authorised: 190, author: 'osei', reason: 'to 190', at: hub.clock.now() } });
  expect(advice.now.authorised).toBe(190);
});

test.each<[string, Partial<Input<'pricing.overbookingAdvice'>>, string]>([
  ['a flight that is none', { flightId: 77 }, 'FLIGHT_UNKNOWN'],
  ['a cabin that the aircraft does not have', { cabin: 'F' }, 'CABIN_UNKNOWN'],
])('%s', async (_case, more, code) => expect(await ask(more)).toMatchObject({ ok: false, refusal: { code } }));

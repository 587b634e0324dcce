import { expect, test } from 'vitest';
import { readPolicies } from '../../../main/views/known-policies.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { replayProblem } from '../../support/replay-fare.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { ANA, JONAS, MERCY, openTestHub, value } from '../support/test-hub.ts';

const HALF_ON_TOP = [
  { taken: 0, change: 0 },
  { taken: 100, change: 50 },
];
const RULES: PolicyRule[] = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  { rule: 'loadCurve', over: 'flight', knots: HALF_ON_TOP },
  { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 150 } },
  { rule: 'passengerType', percent: { ADT: 100, CHD: 75, INF: 10, INS: 50 } },
  { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } },
  { rule: 'rounding', to: 1, less: 0 },
];
const adult = { type: 'ADT', infant: false, assistance: false } as const;
const child = { type: 'CHD', infant: false, assistance: false } as const;

async function priced() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  await publishPolicy(store.hub, store.requestId(), { kind: 'network' }, RULES, MERCY);
  return { ...store, flight };
}

test('each seat has the fare of its place and of who sits there, and the lines of each add up', async () => {
  const { hold, flight } = await priced();
  // Row 12 is an exit row of this aircraft.
  const held = value(await hold(flight.id, ['12A', '20A', '20B'], { passengers: [adult, adult, child], exitRowConfirmed: true }));
  const [leg] = held.legs;
  if (!leg) throw new Error('no leg');
  expect(leg.fare).toBe(112_00);
  expect(leg.others?.map(({ at, fare }) => [at, fare])).toEqual([
    [0, 162_00],
    [2, 87_00],
  ]);
  expect(held.total).toBe(112_00 + 162_00 + 87_00);
  expect(legTotal(leg)).toBe(held.total);
  for (const { fare, trace } of [leg, ...(leg.others ?? [])]) expect(trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(fare);
});

test('an infant on the lap pays what the rule for infants says, beside who carries it', async () => {
  const { hub, hold, flight } = await priced();
  const { each } = value(await hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA));
  const held = value(await hold(flight.id, ['20A', '20B'], { passengers: [{ ...adult, infant: true }, adult] }));
  const [leg] = held.legs;
  expect(each?.INF?.standard).toBe(22_00);
  expect(leg?.laps).toMatchObject([{ at: 0, fare: 22_00 }]);
  expect(held.total).toBe(2 * 112_00 + 22_00);
  expect(leg && legTotal(leg)).toBe(held.total);
});

test('a quote that is kept keeps the fare of each seat and passenger as it was read out', async () => {
  const { hub, hold, flight, db } = await priced();
  const { offer, fare, each } = value(await hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA));
  expect(fare).toBe(112_00);
  value(await hold(flight.id, ['18A'], {}, JONAS));
  await db.change('UPDATE cabin_counters SET sold = 170 WHERE flight_id = ?').run(flight.id);
  const legs = [{ flightId: flight.id, cabin: 'Y' as const, seats: ['20A', '20B'], offer }];
  const held = value(await hold(flight.id, ['20A', '20B'], { passengers: [adult, child], legs }));
  const [leg] = held.legs;
  expect(leg?.fare).toBe(112_00);
  const ofChild = each?.CHD?.standard;
  expect(ofChild).toBe(87_00);
  expect(leg?.others).toMatchObject([{ at: 1, fare: 87_00 }]);
  expect(leg?.priced?.cabin).toEqual([178, 0, 0]);
});

test('a party of four goes up a class when only three are left below, in the quote as in the hold, and a quote for one is not kept for four', async () => {
  const { hub, hold, flight, requestId, db } = await priced();
  const classes = [
    { code: 'Y', fare: 300_00, mean: 20, deviation: 5 },
    { code: 'M', fare: 100_00, mean: 60, deviation: 5 },
  ];
  const rules: PolicyRule[] = [
    {
      ...{ rule: 'bookingClasses', over: 'cabin', currency: 'USD', cabins: { F: [], J: [], W: [], Y: classes } },
      otherwise: { F: 400, J: 250, W: 150, Y: 100 },
    },
    { rule: 'rounding', to: 1, less: 0 },
  ];
  await publishPolicy(hub, requestId(), { kind: 'network' }, rules, MERCY);
  const quoted = async (party: number) => value(await hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y', party }, ANA));
  value(await hold(flight.id, ['20A'], {}, JONAS));
  const sell = (sold: number) => db.change('UPDATE cabin_counters SET sold = ? WHERE flight_id = ?').run(sold, flight.id);
  let sold = 0;
  do await sell(++sold);
  while (sold < 177 && (await quoted(4)).fare === 100_00);
  const one = await quoted(1);
  expect([one.fare, (await quoted(4)).fare]).toEqual([100_00, 300_00]);
  const seats = ['30A', '30B', '30C', '30D'];
  const legs = [{ flightId: flight.id, cabin: 'Y' as const, seats, offer: one.offer }];
  const held = value(await hold(flight.id, seats, { legs, passengers: seats.map(() => adult) }));
  expect(held.total).toBe(4 * 300_00);
});

test('a booked fare is worked out again from its version and the state of its flight, whatever was published since', async () => {
  const { hub, hold, flight, db, requestId } = await priced();
  for (const seats of [['20A'], ['21A', '21B'], ['22A', '22B', '22C']]) value(await hold(flight.id, seats));
  const held = value(await hold(flight.id, ['23A']));
  await publishPolicy(hub, requestId(), { kind: 'network' }, RULES.slice(0, 1).concat(RULES.slice(-1)), MERCY);
  const [leg] = held.legs;
  const published = (await readPolicies(db)).ownOf({ kind: 'network' });
  const rulesOf = (of: number) => published.find(({ version }) => version === of)?.rules ?? [];
  expect(leg && replayProblem(leg, held.currency, rulesOf)).toBeUndefined();
  const wrong = leg?.priced && { ...leg, priced: { ...leg.priced, baseFare: 99_00 } };
  expect(wrong && replayProblem(wrong, held.currency, rulesOf)).toContain('come out as');
});

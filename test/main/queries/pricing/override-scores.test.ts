import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FlightRow } from '../../../../main/store/tables/flights-table.ts';
import type { Input } from '../../../../shared/contract.ts';
import { POLICY_TEMPLATES } from '../../../../shared/pricing/policy-templates.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

/** Y, B, M and Q, all open on an empty flight: 389.00, 289.00, 219.00, 169.00. */
const RULES = POLICY_TEMPLATES.classes ?? [];
/** The same without a forecast: the dearest class keeps every seat. */
const withoutForecast = RULES.map((rule) =>
  rule.rule === 'bookingClasses' ? { ...rule, cabins: { ...rule.cabins, Y: rule.cabins.Y.map((one) => ({ ...one, mean: null })) } } : rule,
);

let store: TestHub;
let flight: FlightRow;
beforeEach(async () => {
  store = await openTestHub();
  flight = await store.addFlight();
  await publishPolicy(store.hub, store.requestId(), { kind: 'network' }, RULES, MERCY);
});
afterEach(() => store.hub.close());

async function decide(more: Partial<Input<'pricing.overrideClass'>> = {}) {
  const asked: Input<'pricing.overrideClass'> = {
    ...{ requestId: store.requestId(), scope: { kind: 'flight', flightId: flight.id }, cabin: 'Y', code: 'Q' },
    ...{ decision: 'closed', reason: 'a congress', basedOn: 0 },
  };
  return value(await store.hub.execute('pricing.overrideClass', { ...asked, ...more }, MERCY)).number;
}
async function sell(seats: string[]) {
  const hold = value(await store.hold(flight.id, seats));
  value(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId()));
  return hold;
}
/** Scores what was sold until now. */
async function record() {
  const { more: _, ...part } = value(await store.hub.look('policies.salesToScore', {}));
  return value(await store.hub.change('policies.recordScores', part, MERCY, null));
}
const score = async (number: number) => value(await store.hub.ask('pricing.overrideScore', { number }, ANA));

test('a class closed by hand keeps its score: seats and money against what was asked without it, and sales before and after are in none', async () => {
  await sell(['20A']);
  const number = await decide();
  await sell(['21A', '21B']);
  await decide({ decision: 'policy', basedOn: number });
  await sell(['22A']);
  expect((await score(number)).behind).toBeGreaterThan(0);
  await record();
  expect(await score(number)).toEqual({
    scores: [{ currency: 'USD', seats: 2, paid: 438_00, beforeLeast: 338_00, beforeMost: 338_00, dearer: 0, unknown: 0, givenBack: 0 }],
    behind: 0,
  });
  expect((await score(number + 1)).scores).toEqual([]);
});

test('two decisions at once are each held against the policy with the other one standing', async () => {
  const q = await decide();
  const m = await decide({ code: 'M' });
  await sell(['21A']);
  await record();
  expect((await score(q)).scores).toMatchObject([{ seats: 1, paid: 289_00, beforeLeast: 169_00 }]);
  expect((await score(m)).scores).toMatchObject([{ seats: 1, paid: 289_00, beforeLeast: 219_00 }]);
});

test('a seat that is given back is taken out of the score again, after the class was given back too', async () => {
  const number = await decide();
  const { bookingId } = await sell(['21A', '21B']);
  await record();
  await decide({ decision: 'policy', basedOn: number });
  const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
  value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: quote.offerId }, ANA));
  await record();
  expect((await score(number)).scores).toMatchObject([{ seats: 0, paid: 0, beforeLeast: 0, beforeMost: 0, givenBack: 2 }]);
});

test('a class opened by hand is held against the dearer one that was asked without it, which nobody knows to have sold', async () => {
  await publishPolicy(store.hub, store.requestId(), { kind: 'network' }, withoutForecast, MERCY);
  const number = await decide({ decision: 'open' });
  await sell(['21A']);
  await record();
  expect((await score(number)).scores[0]).toMatchObject({ seats: 1, paid: 169_00, beforeLeast: 0, beforeMost: 389_00, dearer: 1 });
});

test('a part of the journal that is recorded twice counts once, and a decision that is none is refused', async () => {
  const number = await decide();
  await sell(['21A']);
  const { more: _, ...part } = value(await store.hub.look('policies.salesToScore', {}));
  expect(value(await store.hub.change('policies.recordScores', part, MERCY, null))).toEqual({ recorded: true });
  expect(value(await store.hub.change('policies.recordScores', part, MERCY, null))).toEqual({ recorded: false });
  expect((await score(number)).scores).toMatchObject([{ seats: 1 }]);
  expect(codeOf(await store.hub.ask('pricing.overrideScore', { number: 9 }, ANA))).toBe('OVERRIDE_UNKNOWN');
});

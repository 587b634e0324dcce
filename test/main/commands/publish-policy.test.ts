import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../../../main/commands/registry.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { PolicyScope, PolicyView } from '../../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { rulesOf } from '../support/publish-policy.ts';
import { ANA, codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';

const NETWORK: PolicyScope = { kind: 'network' };
const ROUTE: PolicyScope = { kind: 'route', origin: 'JFK', destination: 'LAX' };
const FILED = [{ baseFare: 100_00, currency: 'USD' }];

/** By demand, from so many percent of the filed fare. */
const times = (percent: number): PolicyRule[] => [
  { rule: 'filedBase', percent: { F: 4 * percent, J: 2.5 * percent, W: 1.5 * percent, Y: percent } },
  ...rulesOf('demand').slice(1),
];

/** A flight for 100.00 from JFK to LAX, priced by the first policy of the network. */
async function supervised() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const flightScope: PolicyScope = { kind: 'flight', flightId: flight.id };
  const publish = (more: Partial<CommandInput<'policies.publish'>> = {}, actor = MERCY, requestId = store.requestId()) => {
    const said = { scope: NETWORK, rules: times(110), validFrom: null, validTo: null, reason: 'A busy week', basedOn: 1, filed: FILED };
    return store.hub.change('policies.publish', { ...said, ...more }, actor, requestId);
  };
  const quote = async () => value(await store.hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA));
  const fare = async () => (await quote()).fare;
  return { ...store, flight, flightScope, publish, quote, fare };
}

test('a published policy prices the next quote, and a hold that stands keeps its fare', async () => {
  const { publish, quote, hold, flight, hub, db } = await supervised();
  const held = value(await hold(flight.id, ['20A']));
  const policy = value(await publish());
  expect(policy).toMatchObject({ version: 2, scope: NETWORK, author: 'osei', reason: 'A busy week', again: null });
  expect(await quote()).toMatchObject({ fare: 110_00, policy: { version: 2, scope: 'network', author: 'osei' } });
  expect(value(await hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking.total).toBe(100_00);
  expect(value(await hold(flight.id, ['21A'])).legs[0]).toMatchObject({ fare: 110_00, priced: { policy: 2, author: 'osei' } });
  expect(await crossCheck(db)).toBeUndefined();
});

test('a flight beats its route, and a route the network; who gives its own up is priced by the wider one', async () => {
  const { publish, flightScope, fare } = await supervised();
  value(await publish());
  value(await publish({ scope: flightScope, rules: times(130), basedOn: 0 }));
  value(await publish({ scope: ROUTE, rules: times(120), basedOn: 0 }));
  expect(await fare()).toBe(130_00);
  value(await publish({ scope: flightScope, rules: null, basedOn: 3 }));
  expect(await fare()).toBe(120_00);
  value(await publish({ scope: ROUTE, rules: null, basedOn: 4 }));
  expect(await fare()).toBe(110_00);
});

test('a policy that begins later and ends counts from its moment until its end, and the consoles are told when', async () => {
  const { publish, fare, clock, hub } = await supervised();
  const validFrom = clock.now() + HOUR_MS;
  value(await publish({ validFrom, validTo: validFrom + HOUR_MS }));
  const next = async () => value(await hub.look('policies.nextTurn', { since: null })).next;
  expect([await fare(), await next()]).toEqual([100_00, validFrom]);
  clock.advance(HOUR_MS);
  expect([await fare(), await next()]).toEqual([110_00, validFrom + HOUR_MS]);
  clock.advance(HOUR_MS);
  expect([await fare(), await next()]).toEqual([100_00, null]);
});

test.each<[string, string, Partial<CommandInput<'policies.publish'>>]>([
  ['an airport that there is not', 'PLACE_UNKNOWN', { scope: { ...ROUTE, origin: 'QQQ' } as PolicyScope, basedOn: 0 }],
  ['a flight that there is not', 'FLIGHT_UNKNOWN', { scope: { kind: 'flight', flightId: 999 }, basedOn: 0 }],
  ['a beginning in the past', 'POLICY_DATES', { validFrom: 1 }],
  ['an end before its beginning', 'POLICY_DATES', { validTo: 1 }],
  ['an end too far ahead', 'POLICY_DATES', { validTo: Date.UTC(2035, 0, 1) }],
  ['a version that is not the newest', 'POLICY_CHANGED', { basedOn: 0 }],
  ['a version of this scope that there is not', 'POLICY_UNKNOWN', { again: 7 }],
  ['no rules for the network', 'POLICY_WRONG', { rules: null }],
  ['rules without a base', 'POLICY_WRONG', { rules: times(110).slice(1) }],
  [
    'a price below its own floor',
    'POLICY_WRONG',
    {
      rules: [
        { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
        { rule: 'floor', amounts: { USD: 100_00 } },
        { rule: 'rounding', to: 100, less: 50 },
      ],
    },
  ],
  ['a price that jumps', 'POLICY_SLIP', { rules: times(16) }],
])('%s is refused: %s', async (_, code, more) => {
  const { publish, fare } = await supervised();
  expect(codeOf(await publish(more))).toBe(code);
  expect(await fare()).toBe(100_00);
});

test('a policy that could give no fit price is refused with the case that shows it', async () => {
  const { publish } = await supervised();
  const reply = await publish({
    rules: [
      { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
      { rule: 'rounding', to: 500_00, less: 499_99 },
    ],
  });
  if (reply.ok) throw new Error('published');
  expect(reply.refusal).toMatchObject({ code: 'POLICY_WRONG', details: { shownBy: { question: { baseFare: 100_00 } } } });
  expect(reply.refusal.message).toContain('USD');
});

describe('a slip: 16 for 160', () => {
  test('is refused with both prices, published when the new price is typed, and taken back in one step', async () => {
    const { publish, fare } = await supervised();
    const slip = await publish({ rules: times(16) });
    if (slip.ok) throw new Error('published');
    const { details, message } = slip.refusal;
    expect(details).toMatchObject({ percent: 50, question: { currency: 'USD', cabin: 'Y' } });
    expect(message).toContain(String(details.fareText));
    expect(codeOf(await publish({ rules: times(16), typed: Number(details.fare) + 1 }))).toBe('POLICY_SLIP');
    value(await publish({ rules: times(16), typed: Number(details.fare) }));
    expect(await fare()).toBe(16_00);
    // The way back is longer than the rail too, and nobody has to type.
    expect(value(await publish({ rules: null, basedOn: 2, again: 1 }))).toMatchObject({ version: 3, again: 1, rules: rulesOf('demand') });
    expect(await fare()).toBe(100_00);
  });

  test('in two halves within an hour is a slip as well, and after an hour it is not', async () => {
    const { publish, clock } = await supervised();
    value(await publish({ rules: times(140) }));
    expect(codeOf(await publish({ rules: times(200), basedOn: 2 }))).toBe('POLICY_SLIP');
    clock.advance(HOUR_MS);
    expect(codeOf(await publish({ rules: times(200), basedOn: 2 }))).toBe('ok');
  });

  test('is measured by the rail of the policy before, and a draft that takes its own rail away does not pass by it', async () => {
    const { publish, clock } = await supervised();
    const railed = (percent: number) => [
      ...times(percent).slice(0, -1),
      { rule: 'largestChange', percent: 10 } as const,
      ...times(percent).slice(-1),
    ];
    value(await publish({ rules: railed(106) }));
    clock.advance(2 * HOUR_MS);
    expect(codeOf(await publish({ rules: times(120), basedOn: 2 }))).toBe('POLICY_SLIP');
    expect(codeOf(await publish({ rules: railed(116), basedOn: 2 }))).toBe('ok');
  });

  test('of a policy that takes back what a route has of its own is measured against the wider one', async () => {
    const { publish, clock } = await supervised();
    value(await publish({ scope: ROUTE, rules: times(140), basedOn: 0 }));
    clock.advance(2 * HOUR_MS);
    value(await publish({ scope: ROUTE, rules: times(206), basedOn: 2 }));
    clock.advance(2 * HOUR_MS);
    expect(codeOf(await publish({ scope: ROUTE, rules: null, basedOn: 3 }))).toBe('POLICY_SLIP');
  });
});

test('who publishes what another supervisor has changed meanwhile is refused, and sees what the other wrote', async () => {
  const { publish } = await supervised();
  const theirs = value(await publish({ rules: times(120), reason: 'A fair' }, { ...MERCY, user: 'ito' }));
  const reply = await publish();
  if (reply.ok) throw new Error('published');
  expect(reply.refusal.details).toMatchObject({ version: 2, author: 'ito', policy: theirs });
  expect(value(await publish({ basedOn: 2 })).version).toBe(3);
});

test('a publish that is sent twice is one version', async () => {
  const { publish, hub } = await supervised();
  const once = value(await publish({}, MERCY, 'publish-once-1'));
  expect(value(await publish({}, MERCY, 'publish-once-1'))).toEqual(once);
  const { policies } = value(await hub.ask('pricing.history', { limit: 10 }, ANA));
  expect(policies.map(({ version }: PolicyView) => version)).toEqual([2, 1]);
});

test('a flight that has left or was cancelled gets no policy of its own', async () => {
  const { publish, flightScope, db, flight, clock } = await supervised();
  await db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(flight.id);
  expect(codeOf(await publish({ scope: flightScope, basedOn: 0 }))).toBe('FLIGHT_CANCELLED');
  await db.change('UPDATE flights SET cancelled = 0 WHERE id = ?').run(flight.id);
  clock.advance(3 * DAY_MS);
  expect(codeOf(await publish({ scope: flightScope, basedOn: 0 }))).toBe('FLIGHT_DEPARTED');
});

test('what prices a scope is told to everybody: its own versions, and the one of the wider scope that counts now', async () => {
  const { publish, hub, flightScope, clock } = await supervised();
  value(await publish());
  value(await publish({ scope: flightScope, rules: times(120), basedOn: 0, validFrom: clock.now() + MINUTE_MS }));
  const seen = value(await hub.ask('pricing.policies', { scope: flightScope }, ANA));
  expect(seen).toMatchObject({ newest: 3, inForce: { version: 2 }, own: [{ version: 3 }] });
  clock.advance(MINUTE_MS);
  expect(value(await hub.ask('pricing.policies', { scope: flightScope }, ANA)).inForce.version).toBe(3);
  expect(codeOf(await hub.ask('pricing.policies', { scope: { kind: 'flight', flightId: 99 } }, ANA))).toBe('FLIGHT_UNKNOWN');
});

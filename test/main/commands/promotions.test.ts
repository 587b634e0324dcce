import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { promotionUses } from '../../../main/store/tables/promotions-table.ts';
import { PAYMENT_GRACE_MS } from '../../../shared/bounds.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

// The clock of a test begins on 2026-11-21.
const WELCOME = { rule: 'promotion', code: 'WELCOME', change: -20, from: '2026-11-20', to: '2026-11-22', stock: 3 } as const;
const BASE = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } } as const;
const CENTS = { rule: 'rounding', to: 1, less: 0 } as const;
const withCode = (more: Partial<typeof WELCOME> | { stock: number } = {}): PolicyRule[] => [BASE, { ...WELCOME, ...more }, CENTS];

/** Two flights by way of ORD. The network knows WELCOME: 20 % off, three fares. */
async function open(rules = withCode()) {
  const store = await openTestHub();
  const at = store.clock.now() + 48 * HOUR_MS;
  const first = await store.addFlight({ destination: 'ORD', departs_at: at, arrives_at: at + 2 * HOUR_MS });
  const second = await store.addFlight({ origin: 'ORD', departs_at: at + 4 * HOUR_MS, arrives_at: at + 8 * HOUR_MS });
  const publish = (of: readonly PolicyRule[], flightId?: number) =>
    publishPolicy(store.hub, store.requestId(), flightId === undefined ? { kind: 'network' } : { kind: 'flight', flightId }, of, MERCY);
  await publish(rules);
  const hold = (seats: readonly string[], more: Parameters<typeof store.hold>[2] = {}, actor = ANA) =>
    store.hold(first.id, seats, { promotion: 'WELCOME', ...more }, actor);
  const bothLegs = (seats: readonly string[]) => ({
    legs: [first, second].map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats: [...seats] })),
    passengers: seats.map(() => adult),
  });
  return {
    ...store,
    first,
    second,
    publish,
    bothLegs,
    place: hold,
    used: () => promotionUses(store.db, 'WELCOME'),
    quote: (promotion = 'WELCOME') => store.hub.ask('pricing.quote', { flightId: first.id, cabin: 'Y', promotion }, ANA),
    pay: (held: Parameters<typeof sale>[0]) =>
      store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()),
  };
}
type Opened = Awaited<ReturnType<typeof open>>;

test('a promotion is off the price, and the booking says why', async () => {
  const { place, used, quote, db } = await open();
  expect(value(await quote())).toMatchObject({ fare: 80_00, promotion: 'WELCOME' });
  const held = value(await place(['20A', '20B']));
  expect(held.total).toBe(160_00);
  expect(held.legs[0]).toMatchObject({ fare: 80_00, priced: { promotion: 'WELCOME' } });
  expect(held.legs[0]?.trace[1]).toEqual({ label: 'Promotion WELCOME', detail: '\u221220 %', amount: -20_00 });
  expect(await used()).toBe(2);
  expect(await crossCheck(db)).toBeUndefined();
});

test('without the code nobody uses it', async () => {
  const { first, hold, used } = await open();
  expect(value(await hold(first.id, ['20A'])).total).toBe(100_00);
  expect(await used()).toBe(0);
});

describe('a code is refused', () => {
  test.each<[RefusalCode, string, (store: Opened) => Promise<unknown>]>([
    ['PROMOTION_UNKNOWN', 'that no policy knows', ({ place }) => place(['20A'], { promotion: 'SUMMER' })],
    [
      'PROMOTION_OVER',
      'after its last day',
      ({ place, clock }) => {
        clock.advance(2 * DAY_MS - HOUR_MS);
        return place(['20A']);
      },
    ],
    ['PROMOTION_GONE', 'for more than are left', ({ place }) => place(['20A', '20B', '20C', '20D'])],
    [
      'PROMOTION_GONE',
      'for a party on two flights that needs more than are left',
      ({ place, bothLegs }) => place([], bothLegs(['20A', '20B'])),
    ],
    [
      'PROMOTION_GONE',
      'of which another desk has the last',
      async ({ place }) => {
        value(await place(['21A', '21B', '21C'], {}, JONAS));
        return place(['20A']);
      },
    ],
    ['PROMOTION_UNKNOWN', 'before a seat that is not there', ({ place }) => place(['99A'], { promotion: 'SUMMER' })],
    [
      'FLIGHT_CANCELLED',
      'after a flight that does not fly',
      async ({ place, db }) => {
        await db.change('UPDATE flights SET cancelled = 1').run();
        return place(['20A'], { promotion: 'SUMMER' });
      },
    ],
  ])('%s: %s', async (code, _case, act) => {
    const store = await open();
    const before = await store.used();
    expect(codeOf((await act(store)) as never)).toBe(code);
    expect(await store.claims(store.second.id)).toEqual([]);
    if (code !== 'PROMOTION_GONE') expect(await store.used()).toBe(before);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each<[RefusalCode, string, (store: Opened) => Promise<unknown>]>([
    ['PROMOTION_UNKNOWN', 'that no policy knows', ({ quote }) => quote('SUMMER')],
    [
      'PROMOTION_GONE',
      'for a party that needs more than are left',
      ({ hub, first }) => hub.ask('pricing.quote', { flightId: first.id, cabin: 'Y', promotion: 'WELCOME', party: 4 }, ANA),
    ],
    [
      'PROMOTION_GONE',
      'of which none is left',
      async ({ quote, place }) => {
        value(await place(['21A', '21B', '21C']));
        return quote();
      },
    ],
  ])('in a quote, %s: %s', async (code, _case, act) => {
    expect(codeOf((await act(await open())) as never)).toBe(code);
  });
});

describe('each end of a booking', () => {
  test.each<[string, number, (store: Opened) => Promise<void>]>([
    ['a hold uses its fares', 2, async () => {}],
    [
      'released',
      0,
      async ({ hub, requestId }) => void value(await hub.execute('holds.release', { requestId: requestId(), bookingId: 1 }, ANA)),
    ],
    [
      'expired',
      0,
      async ({ hub, clock }) => {
        clock.advance(HOUR_MS);
        value(await hub.change('holds.expireDue', {}, ANA, null));
      },
    ],
    [
      'not paid after a card was declined',
      0,
      async ({ hub, requestId }) => {
        const charges = [{ reference: 'the-card', tender: 0, amount: 160_00, approvalCode: null }];
        const tenders = [{ kind: 'card', amount: 160_00, approvalCode: null, testCard: 'decline' }] as const;
        const held = value(await hub.ask('bookings.get', { bookingId: 1 }, ANA)).booking;
        value(await hub.change('payments.begin', { ...sale(held, { tenders: [...tenders] }), charges, terminal: true }, ANA, requestId()));
        const failed = [{ reference: 'the-card', approvalCode: null, mayBeCharged: false }];
        value(await hub.change('payments.fail', { bookingId: 1, reason: 'declined', final: true, charges: failed }, ANA, requestId()));
      },
    ],
    ['sold', 2, async ({ pay, hub }) => void value(await pay(value(await hub.ask('bookings.get', { bookingId: 1 }, ANA)).booking))],
    [
      'sold and cancelled',
      0,
      async ({ pay, hub, requestId }) => {
        value(await pay(value(await hub.ask('bookings.get', { bookingId: 1 }, ANA)).booking));
        const { offerId } = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId: 1 }, ANA));
        value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId: 1, offerId }, ANA));
      },
    ],
  ])('%s', async (_case, left, end) => {
    const store = await open();
    value(await store.place(['20A', '20B']));
    await end(store);
    expect(await store.used()).toBe(left);
    expect(await crossCheck(store.db)).toBeUndefined();
    expect(store.reports).toEqual([]);
  });

  test('an approved card sells a hold that had ended at its price, although others have used the stock up meanwhile', async () => {
    const store = await open();
    const held = value(await store.place(['20A', '20B']));
    const charge = { reference: 'the-card', tender: 0, amount: held.total, approvalCode: null };
    const tenders = [{ kind: 'card' as const, amount: held.total, approvalCode: null, testCard: 'approve' as const }];
    value(
      await store.hub.change('payments.begin', { ...sale(held, { tenders }), charges: [charge], terminal: true }, ANA, store.requestId()),
    );
    store.clock.advance(HOUR_MS + PAYMENT_GRACE_MS);
    value(await store.hub.change('holds.expireDue', {}, ANA, null));
    expect(await store.used()).toBe(0);
    value(await store.place(['21A', '21B', '21C'], {}, JONAS));
    const approved = [{ tender: 0, reference: 'the-card', approvalCode: '071642' }];
    value(await store.hub.change('payments.confirm', { ...sale(held, { tenders }), approved }, ANA, store.requestId()));
    expect(await store.used()).toBe(5);
    expect(codeOf(await store.place(['22A']))).toBe('PROMOTION_GONE');
    expect(await crossCheck(store.db)).toBeUndefined();
  });
});

test('a fare that is given back may be sold again', async () => {
  const store = await open();
  value(await store.place(['20A', '20B', '20C']));
  expect(codeOf(await store.place(['21A']))).toBe('PROMOTION_GONE');
  value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: 1 }, ANA));
  expect(value(await store.place(['21A', '21B', '21C'])).total).toBe(240_00);
});

test('two holds of one batch do not both have the last fares', async () => {
  const store = await open();
  const replies = await Promise.all([store.place(['20A', '20B']), store.place(['21A', '21B'], {}, JONAS), store.place(['22A'], {}, MERCY)]);
  expect(replies.map(codeOf)).toEqual(['ok', 'PROMOTION_GONE', 'ok']);
  expect(await store.used()).toBe(3);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('of two flights only the one that knows the code is cheaper', async () => {
  const store = await open();
  await store.publish([BASE, CENTS], store.second.id);
  const held = value(await store.place([], store.bothLegs(['20A', '20B'])));
  expect(held.legs.map(({ fare, priced }) => [fare, priced?.promotion])).toEqual([
    [80_00, 'WELCOME'],
    [100_00, undefined],
  ]);
  expect(await store.used()).toBe(2);
});

test('uses are counted over policies, and a smaller stock takes nothing from who has it', async () => {
  const store = await open();
  value(await store.place(['20A', '20B']));
  await store.publish(withCode({ stock: 1 }));
  expect(codeOf(await store.place(['21A']))).toBe('PROMOTION_GONE');
  await store.publish(withCode({ stock: 4 }));
  expect(value(await store.place(['21A', '21B'])).total).toBe(160_00);
  expect(await store.used()).toBe(4);
});

test('a price that was quoted with a code is not kept for a hold without it', async () => {
  const store = await open();
  const { offer } = value(await store.quote());
  const legs = [{ flightId: store.first.id, cabin: 'Y' as const, seats: ['20A'], offer }];
  expect(value(await store.place([], { legs, passengers: [adult] })).total).toBe(80_00);
  const without = [{ ...(legs[0] ?? { flightId: 0, cabin: 'Y' as const, offer }), seats: ['20B'] }];
  expect(value(await store.hold(0, [], { legs: without, passengers: [adult] })).total).toBe(100_00);
});

test.each([
  [
    'uses that nobody has',
    "UPDATE promotions SET used = 1 WHERE code = 'WELCOME'",
    'promotion WELCOME counts 1 uses, where bookings have 2',
  ],
  ['uses of a booking that went', 'DELETE FROM promotion_uses', 'booking 1 uses a promotion for 0 fares, and has 2'],
  ['uses of nobody', "INSERT INTO promotion_uses (booking_id, code, uses) VALUES (9, 'WELCOME', 1)", 'booking 9 is gone'],
])('the check of the store finds %s', async (_case, damage, said) => {
  const store = await open();
  value(await store.place(['20A', '20B']));
  await store.db.change(damage).run();
  expect(await crossCheck(store.db)).toContain(said);
});

test.each([
  ['is valid still', 3, 80_00, 1],
  ['has nothing left', 1, 100_00, 1],
])('a hold that is placed again keeps the code of its promotion while it %s', async (_, stock, fare, used) => {
  const store = await open(withCode({ stock }));
  const lapsed = value(await store.place(['20A']));
  store.clock.advance(5 * MINUTE_MS);
  if (stock === 1) value(await store.place(['21A'], {}, JONAS));
  const again = await store.hub.execute('holds.revive', { requestId: store.requestId(), bookingId: lapsed.bookingId }, ANA);
  expect(value(again)).toMatchObject({ total: fare, legs: [{ seats: ['20A'], fare }] });
  expect(await store.used()).toBe(used);
  expect(await crossCheck(store.db)).toBeUndefined();
});

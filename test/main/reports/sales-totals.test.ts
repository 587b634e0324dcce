import { describe, expect, test } from 'vitest';
import { deskEntries } from '../../../main/reports/sales-totals.ts';
import type { Output } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { OVERRIDE_KINDS, type OverrideCounts, type OverrideKind } from '../../../shared/rule-overrides.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { ANA, adult, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

const ALL = { after: 0, before: Number.MAX_SAFE_INTEGER };

/** A counter whose supervisor, Mercy, has a desk of her own. */
async function counter() {
  const store = await openTestHub();
  const { hub, clock } = store;
  const on = () => ({ requestId: store.requestId() });
  const flight = await store.addFlight({ seat_map: 'a321', equipment: '321', departs_at: clock.now() + 12 * HOUR_MS, fixed: true });
  const business = store.reference.seatPlan('a321')?.seats.find(({ cabin, sellable }) => cabin === 'J' && sellable)?.seat ?? '';
  const cheap = await store.addFlight({ departs_at: clock.now() + 14 * HOUR_MS, base_fare: 80_00 });
  const sell = async (seat: string, cabin: 'J' | 'Y' = 'Y') => {
    const held = value(await store.hold(flight.id, [seat], { legs: [{ flightId: flight.id, cabin, seats: [seat] }] }));
    return value(
      await hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()),
    ) as Output<'bookings.confirm'>;
  };
  const place = (what: string) => ({ flightId: flight.id, what, cabin: null });
  const join = (priority: 'normal' | 'supervisor') =>
    hub.execute(
      'waitlist.join',
      {
        ...{
          ...on(),
          flights: [cheap.id],
          cabin: 'Y' as const,
          passengers: Array(9).fill(adult),
          name: 'Petrov',
          phone: '+1 212 555 0148',
        },
        ...{ fareLimit: 1, reason: priority === 'normal' ? '' : 'a funeral', priority },
      },
      MERCY,
    );
  return {
    ...store,
    ...{ flight, business, cheap, sell, join },
    async cancel(seat: string, wish: object) {
      const { bookingId } = await sell(seat);
      const { offerId } = value(await hub.execute('bookings.cancelQuote', { ...on(), bookingId, ...wish }, MERCY));
      return hub.execute('bookings.cancel', { ...on(), bookingId, offerId }, MERCY);
    },
    async change(bookingId: number, change: BookingChange, wish: object = {}) {
      const { offerId, total } = value(await hub.execute('bookings.changeQuote', { ...on(), bookingId, change, ...wish }, MERCY));
      const tenders = total > 0 ? [{ kind: 'cash' as const, amount: total, given: total }] : [];
      return hub.change('changes.take', { bookingId, offerId, tenders, approved: [] }, MERCY, store.requestId());
    },
    block: (what: string, desk = JONAS.desk) =>
      hub.execute('seats.block', { ...on(), ...place(what), code: 'CREW', remark: '', until: null }, { ...MERCY, desk }),
    unblock: (what: string) => hub.execute('seats.unblock', { ...on(), ...place(what), code: null, reason: 'the crew flies later' }, MERCY),
    move: (entryId: number, priority: 'normal' | 'supervisor') =>
      hub.execute('waitlist.move', { ...on(), entryId, priority, reason: 'a funeral' }, MERCY),
    authorise: () =>
      hub.execute('pricing.authorise', { ...on(), flightId: cheap.id, cabin: 'Y', authorised: 180, seen: 178, reason: 'no-shows' }, MERCY),
    async closeClass() {
      await publishPolicy(hub, store.requestId(), { kind: 'network' }, POLICY_TEMPLATES.classes ?? [], MERCY);
      const scope = { kind: 'flight', flightId: cheap.id } as const;
      const asked = { scope, cabin: 'Y', code: 'Q', decision: 'closed', reason: 'a congress', basedOn: 0 } as const;
      return hub.execute('pricing.overrideClass', { ...on(), ...asked }, MERCY);
    },
    counted: async (desk: string) => deskEntries(store.db, desk, ALL),
  };
}
type Counter = Awaited<ReturnType<typeof counter>>;

const names = (surname: string, reason?: string): BookingChange => ({
  ...{ kind: 'names', names: [{ place: 0, surname, given: 'Elena', title: 'MS', host: undefined }] },
  ...(reason ? { reason } : {}),
});

/** What Mercy does, step by step, and what is counted of it. */
const STEPS: readonly (readonly [string, (at: Counter) => Promise<unknown>, OverrideCounts])[] = [
  ['cancels by the rule', async (at) => value(await at.cancel('15A', {})), {}],
  ['cancels and waives it', async (at) => value(await at.cancel('15A', { waiver: 'promised' })), { waiver: 1 }],
  [
    'waives the fee of a change',
    async (at) => {
      const { bookingId } = await at.sell('15A');
      const hold = value(await at.hold(at.cheap.id, ['15A'], {}, MERCY));
      value(await at.change(bookingId, { kind: 'flights', hold: hold.bookingId, replaces: [1] }, { waiver: 'promised' }));
    },
    { waiver: 1 },
  ],
  [
    'gives a lower cabin, and waives what the rule keeps',
    async (at) => {
      const { bookingId } = await at.sell(at.business, 'J');
      const hold = value(await at.hold(at.flight.id, ['20A'], {}, MERCY));
      const change = { kind: 'flights' as const, hold: hold.bookingId, replaces: [1], reason: 'the seat is broken' };
      value(await at.change(bookingId, change, { waiver: 'promised' }));
    },
    { downgrade: 1, waiver: 1 },
  ],
  ['corrects a name', async (at) => value(await at.change((await at.sell('15A')).bookingId, names('PETROVA'))), {}],
  [
    'gives the seat to another person',
    async (at) => value(await at.change((await at.sell('15A')).bookingId, names('Lindqvist', 'a typing error'))),
    { otherName: 1 },
  ],
  [
    'holds a seat before and after the close of sales',
    async (at) => {
      value(await at.hold(at.flight.id, ['15A'], { afterClose: 'missed' }, MERCY));
      at.clock.advance(12 * HOUR_MS - 5 * MINUTE_MS);
      value(await at.hold(at.flight.id, ['15B'], { afterClose: 'missed' }, MERCY));
    },
    { afterClose: 1 },
  ],
  [
    'takes two blocked seats and one that is free',
    async (at) => {
      value(await at.block('15-16 A'));
      value(await at.hold(at.flight.id, ['15A', '16A', '15C'], { override: 'a stretcher' }, MERCY));
    },
    { blockedSeat: 2 },
  ],
  [
    'frees what another desk blocked',
    async (at) => {
      value(await at.block('15-16 A'));
      value(await at.unblock('15-16 A'));
    },
    { blockFreed: 1 },
  ],
  [
    'takes back a block of her own within a minute',
    async (at) => {
      value(await at.block('15A', MERCY.desk));
      value(await at.unblock('15A'));
    },
    {},
  ],
  ['lets a party wait as others do', async (at) => value(await at.join('normal')), {}],
  ['lets a party wait before all', async (at) => value(await at.join('supervisor')), { priority: 1 }],
  ['moves a party to the front', async (at) => value(await at.move(value(await at.join('normal')).entryId, 'supervisor')), { priority: 1 }],
  ['authorises a cabin', async (at) => value(await at.authorise()), { authorised: 1 }],
  ['closes a booking class', async (at) => value(await at.closeClass()), { bookingClass: 1 }],
];

describe('decisions otherwise than the rules', () => {
  test.each(STEPS)('a supervisor %s', async (_, step, overridden) => {
    const at = await counter();
    await step(at);
    const counted = await at.counted(MERCY.desk);
    expect(counted).toMatchObject({ overridden, overrides: Object.values(overridden).reduce((sum, count) => sum + count, 0) });
    expect(Object.keys(counted.overridden).sort()).toEqual(Object.keys(overridden).sort());
    for (const { desk } of [ANA, JONAS]) expect(await at.counted(desk)).toMatchObject({ overrides: 0, overridden: {} });
  });

  test('of every kind are in the table above', () => {
    expect(new Set(STEPS.flatMap(([, , counts]) => Object.keys(counts) as OverrideKind[]))).toEqual(new Set(OVERRIDE_KINDS));
  });

  test('are counted over several ranges of entries, and not outside of them', async () => {
    const at = await counter();
    value(await at.authorise());
    const { event } = (await at.db.query<{ event: number }>('SELECT max(event) AS event FROM journal').get()) ?? { event: 0 };
    value(await at.cancel('15A', { waiver: 'promised' }));
    const { overridden } = await deskEntries(at.db, MERCY.desk, { after: event, before: ALL.before });
    expect(overridden).toEqual({ waiver: 1 });
    const of = { kind: 'time', from: 0, to: at.clock.now() + 1 } as const;
    const { totals } = value(await at.hub.ask('reports.sales', { of }, MERCY));
    expect(totals).toMatchObject({ overrides: 2, overridden: { authorised: 1, waiver: 1 } });
  });
});

test('the entries of a desk are counted by their index alone', async () => {
  const at = await counter();
  const seen: string[] = [];
  const query = at.db.query.bind(at.db);
  at.db.query = (sql: string) => {
    seen.push(sql);
    return query(sql);
  };
  await at.counted(MERCY.desk);
  expect(seen).toHaveLength(2);
  for (const sql of seen) {
    const plan = await query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(MERCY.desk, 0, 10);
    expect(plan.map(({ detail }) => detail).join()).toContain('USING INDEX journal_shift');
  }
});

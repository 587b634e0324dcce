import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../../shared/methods/changes.ts';
import { POLICY_TEMPLATES } from '../../../../shared/pricing/policy-templates.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, adult, type Confirm, codeOf, JONAS, MERCY, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

type Added = Input<'refunds.addPolicy'>;

const HOURS = (hours: number) => hours * 60;
/** The policies that the airline asks for: by hours, by hours and minutes, by days. */
const FLEXIBLE: Pick<Added, 'tiers' | 'cancelFee' | 'changeFee'> = {
  tiers: [
    { overMinutes: HOURS(6), percent: 100 },
    { overMinutes: HOURS(2), percent: 50 },
    { overMinutes: 30, percent: 25 },
  ],
  ...{ cancelFee: {}, changeFee: {} },
};
const BY_DAYS: typeof FLEXIBLE = {
  tiers: [
    { overMinutes: HOURS(7 * 24), percent: 100 },
    { overMinutes: HOURS(2 * 24), percent: 60 },
  ],
  ...{ cancelFee: {}, changeFee: {} },
};

const add = (store: TestHub, name: string, more: Partial<Added> = {}) =>
  store.hub.execute(
    'refunds.addPolicy',
    { requestId: store.requestId(), name, basedOn: 0, reason: 'as agreed', ...FLEXIBLE, ...more },
    MERCY,
  );

/** From now on fares of this flight are sold with a refund policy. */
const attach = (store: TestHub, flightId: number, policy: string) => {
  const rules = [...(POLICY_TEMPLATES.fixed ?? [])];
  return publishPolicy(
    store.hub,
    store.requestId(),
    { kind: 'flight', flightId },
    rules.toSpliced(-1, 0, { rule: 'refund', policy }),
    MERCY,
  );
};

/** Three adults on a flight at 100.00 each, sold in cash unless told, so many minutes before it leaves. */
async function sold(store: TestHub, minutes: number, { policy, tenders }: { policy?: string; tenders?: Confirm['tenders'] } = {}) {
  const flight = await store.addFlight({ departs_at: store.clock.now() + minutes * MINUTE_MS, fixed: policy === undefined });
  if (policy) await attach(store, flight.id, policy);
  const held = value(await store.hold(flight.id, ['15A', '15B', '15C'], { afterClose: 'gate' }, MERCY));
  const confirmed = await store.hub.change(
    'payments.confirm',
    { ...sale(held, tenders ? { tenders } : {}), approved: [] },
    MERCY,
    store.requestId(),
  );
  return { flight, booking: value(confirmed) as BookingView };
}

const cancelQuote = (store: TestHub, bookingId: number, wish: Partial<Input<'bookings.cancelQuote'>> = {}, actor = ANA) =>
  store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId, ...wish }, actor);
const cancel = async (store: TestHub, bookingId: number, offerId: number, actor = ANA) =>
  value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, actor)) as BookingView;
const changeQuote = (
  store: TestHub,
  bookingId: number,
  change: BookingChange,
  wish: Partial<Input<'bookings.changeQuote'>> = {},
  actor = ANA,
) => store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change, ...wish }, actor);

describe('a refund policy', () => {
  test.each([
    ['flexible', FLEXIBLE, HOURS(6) + 1, 300_00, 'over 6 h before departure'],
    ['flexible', FLEXIBLE, HOURS(6), 150_00, '2 to 6 h before departure'],
    ['flexible', FLEXIBLE, HOURS(2), 75_00, '30 min to 2 h before departure'],
    ['flexible', FLEXIBLE, 30, 0, 'at most 30 min before departure'],
    ['by-days', BY_DAYS, HOURS(7 * 24) + 1, 300_00, 'over 7 days before departure'],
    ['by-days', BY_DAYS, HOURS(7 * 24), 180_00, '2 to 7 days before departure'],
    ['by-days', BY_DAYS, HOURS(2 * 24), 0, 'at most 2 days before departure'],
  ])('%s, %#: gives back what its tiers say', async (name, said, minutes, back, rule) => {
    const store = await openTestHub();
    value(await add(store, name, said));
    const { booking } = await sold(store, minutes, { policy: name });
    const quote = value(await cancelQuote(store, booking.bookingId));
    expect(quote).toMatchObject({ total: back, rule });
    expect(quote.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(back);
    expect(await cancel(store, booking.bookingId, quote.offerId)).toMatchObject({ refunded: back, fees: 300_00 - back });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is kept with the fare: who bought before a new version keeps the old one, a split booking too', async () => {
    const store = await openTestHub();
    value(await add(store, 'flexible'));
    const { flight, booking } = await sold(store, HOURS(24), { policy: 'flexible' });
    expect(booking.legs[0]?.refund).toEqual({ policy: 'flexible', version: 1 });
    value(await add(store, 'flexible', { basedOn: 1, tiers: [{ overMinutes: 0, percent: 10 }] }));
    const later = value(await store.hold(flight.id, ['20A']));
    expect(later.legs[0]?.refund).toEqual({ policy: 'flexible', version: 2 });
    const contact = { phone: '+1 347 555 0100', email: '', askedBy: 'Chima Okafor' };
    const parted = value(
      await store.hub.execute(
        'bookings.split',
        { requestId: store.requestId(), bookingId: booking.bookingId, version: booking.version, passengers: [2], contact },
        ANA,
      ),
    ) as BookingView;
    expect(value(await cancelQuote(store, parted.bookingId)).total).toBe(100_00);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('standard counts where the price policy names none, and a fare of its first version says nothing of it', async () => {
    const store = await openTestHub();
    const first = await sold(store, HOURS(48));
    expect(first.booking.legs[0]?.refund).toBeUndefined();
    value(await add(store, 'standard', { basedOn: 1, tiers: [{ overMinutes: 0, percent: 80 }] }));
    const second = await sold(store, HOURS(48));
    expect(second.booking.legs[0]?.refund).toEqual({ policy: 'standard', version: 2 });
    expect(value(await cancelQuote(store, first.booking.bookingId)).total).toBe(300_00);
    expect(value(await cancelQuote(store, second.booking.bookingId)).total).toBe(240_00);
  });

  test('is told with a quoted price, before anything is held', async () => {
    const store = await openTestHub();
    value(await add(store, 'flexible'));
    const flight = await store.addFlight();
    await attach(store, flight.id, 'flexible');
    const quote = value(await store.hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, ANA));
    expect(quote.refund).toEqual({ policy: 'flexible', version: 1 });
  });

  test('flights of one booking under two policies are worked out apart', async () => {
    const store = await openTestHub();
    value(await add(store, 'flexible'));
    const one = await store.addFlight({ departs_at: store.clock.now() + 12 * HOUR_MS, fixed: true });
    const two = await store.addFlight({
      ...{ origin: 'LAX', destination: 'SFO', departs_at: store.clock.now() + 20 * HOUR_MS, arrives_at: store.clock.now() + 22 * HOUR_MS },
    });
    await attach(store, two.id, 'flexible');
    const legs = [one, two].map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats: ['15A'] }));
    const held = value(await store.hold(one.id, ['15A'], { legs, passengers: [adult] }));
    const { bookingId } = value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
    // Half of 100.00 by the standard, all of 100.00 by the other.
    expect(value(await cancelQuote(store, bookingId))).toMatchObject({
      total: 150_00,
      percent: 75,
      rule: '6 to 24 h before departure; over 6 h before departure',
      lines: [
        { label: 'Paid', amount: 200_00 },
        { label: 'Kept, 6 to 24 h before departure', detail: '50 %', amount: -50_00 },
        { label: 'Kept, over 6 h before departure', detail: '0 %, flexible', amount: 0 },
      ],
    });
  });

  test('is not added by who saw another version', async () => {
    const store = await openTestHub();
    expect(codeOf(await add(store, 'standard', { basedOn: 0 }))).toBe('REFUND_POLICY_CHANGED');
    expect(codeOf(await add(store, 'flexible', { basedOn: 1 }))).toBe('REFUND_POLICY_CHANGED');
  });

  test('that is not there cannot be named by a price policy', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    await expect(attach(store, flight.id, 'flexible')).rejects.toThrow('there is no refund policy flexible');
  });
});

describe('fees', () => {
  const withFees = { ...FLEXIBLE, cancelFee: { USD: 25_00 }, changeFee: { USD: 75_00 } };

  test('a cancel fee is kept for each passenger, and never more than goes back', async () => {
    const store = await openTestHub();
    value(await add(store, 'flexible', withFees));
    const { booking } = await sold(store, HOURS(24), { policy: 'flexible' });
    const quote = value(await cancelQuote(store, booking.bookingId));
    expect(quote.lines.at(-1)).toEqual({ label: 'Cancel fee', detail: '3 at 25.00', amount: -75_00 });
    expect(quote).toMatchObject({ total: 225_00, percent: 100 });
    store.clock.advance(23.75 * HOUR_MS);
    expect(value(await cancelQuote(store, booking.bookingId)).total).toBe(0);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each([
    ['', [2]],
    [' and is named twice', [2, 2]],
  ])('one passenger who leaves%s pays one fee, and not two', async (_, passengers) => {
    const store = await openTestHub();
    value(await add(store, 'flexible', withFees));
    const { booking } = await sold(store, HOURS(24), { policy: 'flexible' });
    const offer = value(await changeQuote(store, booking.bookingId, { kind: 'leave', passengers }));
    expect(offer.total).toBe(-75_00);
    const taken = { bookingId: booking.bookingId, offerId: offer.offerId, tenders: [], approved: [] };
    expect(value(await store.hub.change('changes.take', taken, ANA, store.requestId()))).toMatchObject({ fees: 25_00, refunded: 75_00 });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each([
    ['a dearer flight', 130_00, 90_00 + 225_00],
    ['a cheaper one, more than the fee', 20_00, -240_00 + 225_00],
    ['a cheaper one, less than the fee', 90_00, -30_00 + 225_00],
  ])('another flight costs the change fee of each passenger: %s', async (_, fare, total) => {
    const store = await openTestHub();
    value(await add(store, 'flexible', withFees));
    const { booking } = await sold(store, HOURS(24), { policy: 'flexible' });
    const other = await store.addFlight({ departs_at: store.clock.now() + 60 * HOUR_MS, base_fare: fare });
    const hold = value(await store.hold(other.id, ['21A', '21B', '21C'], {}, ANA));
    const offer = value(await changeQuote(store, booking.bookingId, { kind: 'flights', hold: hold.bookingId, replaces: [1] }));
    expect(offer.total).toBe(total);
    expect(offer.lines.at(-1)).toEqual({ label: 'Change fee', detail: '3 at 75.00', amount: 225_00 });
    const due = Math.max(0, total);
    const tenders = due > 0 ? [{ kind: 'cash' as const, amount: due, given: due }] : [];
    const taken = { bookingId: booking.bookingId, offerId: offer.offerId, tenders, approved: [] };
    expect(value(await store.hub.change('changes.take', taken, ANA, store.requestId()))).toMatchObject({ fees: 225_00, total: 3 * fare });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('in a currency that the policy does not name there is none', async () => {
    const store = await openTestHub();
    value(await add(store, 'flexible', { ...withFees, cancelFee: { EUR: 25_00 } }));
    const { booking } = await sold(store, HOURS(24), { policy: 'flexible' });
    expect(value(await cancelQuote(store, booking.bookingId)).total).toBe(300_00);
  });
});

describe('all of it goes back', () => {
  test('when a supervisor waives the rule with a reason, which stays out of the journal', async () => {
    const store = await openTestHub();
    value(await add(store, 'flexible', { cancelFee: { USD: 25_00 } }));
    const { booking } = await sold(store, HOURS(1), { policy: 'flexible' });
    const { bookingId } = booking;
    expect(codeOf(await cancelQuote(store, bookingId, { waiver: 'a death in the family' }))).toBe('ROLE_REQUIRED');
    const quote = value(await cancelQuote(store, bookingId, { waiver: 'a death in the family' }, MERCY));
    expect(quote).toMatchObject({
      total: 300_00,
      rule: 'waived by a supervisor',
      waiver: { user: 'osei', reason: 'a death in the family' },
    });
    await cancel(store, bookingId, quote.offerId);
    const told = await store.db.query<{ data: string }>('SELECT data FROM journal').all();
    expect(told.map(({ data }) => data).join()).not.toContain('death');
    // The entry names its offer by a number, so that its reason is not found by words.
    expect(told.map(({ data }) => (JSON.parse(data) as { quote?: number }).quote).filter(Boolean)).toEqual([quote.number]);
    const { history } = value(await store.hub.ask('bookings.get', { bookingId }, ANA));
    expect(history.map(({ text }) => text)).toContain(
      'Refund of 300.00 USD quoted, quote 1, waived by a supervisor; reason: a death in the family',
    );
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('of a passenger who leaves, too', async () => {
    const store = await openTestHub();
    const { booking } = await sold(store, HOURS(1));
    const leave = { kind: 'leave', passengers: [1] } as const;
    const wish = { waiver: 'broken leg' };
    expect(codeOf(await changeQuote(store, booking.bookingId, { ...leave, passengers: [1] }, wish))).toBe('ROLE_REQUIRED');
    const offer = value(await changeQuote(store, booking.bookingId, { ...leave, passengers: [1] }, wish, MERCY));
    expect(offer).toMatchObject({ total: -100_00, waiver: { reason: 'broken leg' } });
    const taken = { bookingId: booking.bookingId, offerId: offer.offerId, tenders: [], approved: [] };
    expect(value(await store.hub.change('changes.take', taken, ANA, store.requestId()))).toMatchObject({ fees: 0, refunded: 100_00 });
    // The reason alone stood there, and nothing said that something was waived.
    const { history } = value(await store.hub.ask('bookings.get', { bookingId: booking.bookingId }, ANA));
    expect(history.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Change quoted, .*; fees waived: broken leg$/));
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each([
    ['cancels the flight', 'cancelled = 1', 300_00, 'cancelled by B6'],
    ['moves it by more than 60 minutes', `departs_at = departs_at + ${61 * MINUTE_MS}`, 300_00, 'moved by B6'],
    ['lets it leave earlier', `departs_at = departs_at - ${61 * MINUTE_MS}`, 300_00, 'moved by B6'],
    ['lets it arrive later', `arrives_at = arrives_at + ${61 * MINUTE_MS}`, 300_00, 'moved by B6'],
    ['flies elsewhere', "destination = 'SFO'", 300_00, 'flown elsewhere by B6'],
    [
      'moves it by 60 minutes',
      `departs_at = departs_at + ${60 * MINUTE_MS}, arrives_at = arrives_at + ${60 * MINUTE_MS}`,
      150_00,
      '6 to 24 h',
    ],
  ])('when the carrier %s', async (_, change, back, rule) => {
    const store = await openTestHub();
    const { flight, booking } = await sold(store, HOURS(12));
    await store.db.change(`UPDATE flights SET ${change} WHERE id = ?`).run(flight.id);
    const quote = value(await cancelQuote(store, booking.bookingId));
    expect(quote.total).toBe(back);
    expect(quote.rule).toContain(rule);
  });

  test('after the time at which a cancelled flight would have left, too (the booking was called flown)', async () => {
    const store = await openTestHub();
    const { flight, booking } = await sold(store, HOURS(1));
    await store.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(flight.id);
    store.clock.advance(2 * HOUR_MS);
    const quote = value(await cancelQuote(store, booking.bookingId));
    expect(quote.total).toBe(300_00);
    expect(await cancel(store, booking.bookingId, quote.offerId)).toMatchObject({ state: 'CANCELLED', refunded: 300_00 });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  /** JFK to ORD, 50 minutes to change where 30 are needed, ORD to LAX; 12 hours before the first leaves. */
  async function connecting(store: TestHub) {
    const at = (minutes: number) => store.clock.now() + HOURS(12) * MINUTE_MS + minutes * MINUTE_MS;
    const first = await store.addFlight({ destination: 'ORD', departs_at: at(0), arrives_at: at(120), fixed: true });
    const second = await store.addFlight({ origin: 'ORD', departs_at: at(170), arrives_at: at(400), fixed: true });
    const legs = [first, second].map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats: ['15A'] }));
    const held = value(await store.hold(first.id, ['15A'], { legs }));
    const booking = value(
      await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()),
    ) as BookingView;
    return { first, second, booking };
  }

  test.each([
    ['the first arrives 20 minutes later', 20, 0, 100_00, '6 to 24 h'],
    ['the first arrives 21 minutes later', 21, 0, 200_00, 'connection lost by B6'],
    ['the second leaves 21 minutes earlier', 0, -21, 200_00, 'connection lost by B6'],
  ] as const)('when a connection is lost: %s', async (_, later, secondBy, back, rule) => {
    const store = await openTestHub();
    const { first, second, booking } = await connecting(store);
    await store.db.change('UPDATE flights SET arrives_at = arrives_at + ? WHERE id = ?').run(later * MINUTE_MS, first.id);
    await store.db
      .change('UPDATE flights SET departs_at = departs_at + ?, arrives_at = arrives_at + ? WHERE id = ?')
      .run(secondBy * MINUTE_MS, secondBy * MINUTE_MS, second.id);
    const quote = value(await cancelQuote(store, booking.bookingId));
    expect(quote).toMatchObject({ total: back });
    expect(quote.rule).toContain(rule);
    // Either flight alone may be given up for it.
    for (const segment of [1, 2]) {
      const offer = value(await changeQuote(store, booking.bookingId, { kind: 'drop', segments: [segment] }));
      expect(offer.total).toBe(-back / 2);
    }
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('the minutes are a setting', async () => {
    const store = await openTestHub();
    const { flight, booking } = await sold(store, HOURS(12));
    await store.db.change(`UPDATE flights SET arrives_at = arrives_at + ${61 * MINUTE_MS} WHERE id = ?`).run(flight.id);
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'movedMinutes', value: 120 }, MERCY));
    expect(value(await cancelQuote(store, booking.bookingId)).total).toBe(150_00);
  });
});

describe('a refund to a new voucher', () => {
  const split: Confirm['tenders'] = [
    { kind: 'card', amount: 200_00, approvalCode: '012345', testCard: null },
    { kind: 'cash', amount: 100_00, given: 100_00 },
  ];

  test('puts all of it on one, which can be spent, and gives nothing to the tenders', async () => {
    const store = await openTestHub();
    const { booking } = await sold(store, HOURS(12), { tenders: split });
    const quote = value(await cancelQuote(store, booking.bookingId, { toVoucher: true }));
    expect(quote.to).toEqual([{ kind: 'voucher', amount: 150_00, reference: '' }]);
    const after = await cancel(store, booking.bookingId, quote.offerId);
    const number = after.tenders[0]?.refundVoucher ?? '';
    expect(value(await store.hub.ask('vouchers.get', { number }, ANA))).toMatchObject({ balance: 150_00, currency: 'USD' });
    expect(await store.db.query("SELECT id FROM jobs WHERE kind = 'refund'").all()).toEqual([]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('of one passenger first, and then of the rest to card and cash in proportion: each unit goes back once', async () => {
    const store = await openTestHub();
    const { booking } = await sold(store, HOURS(48), { tenders: split });
    const { bookingId } = booking;
    const offer = value(await changeQuote(store, bookingId, { kind: 'leave', passengers: [3] }, { toVoucher: true }));
    value(await store.hub.change('changes.take', { bookingId, offerId: offer.offerId, tenders: [], approved: [] }, ANA, store.requestId()));
    const quote = value(await cancelQuote(store, bookingId));
    expect(quote.to).toMatchObject([
      { kind: 'card', amount: 133_33 },
      { kind: 'cash', amount: 66_67 },
    ]);
    expect(await cancel(store, bookingId, quote.offerId)).toMatchObject({ refunded: 300_00, fees: 0 });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is not issued for nothing', async () => {
    const store = await openTestHub();
    const { booking } = await sold(store, HOURS(1));
    const quote = value(await cancelQuote(store, booking.bookingId, { toVoucher: true }));
    expect(quote).toMatchObject({ total: 0, to: [] });
    await cancel(store, booking.bookingId, quote.offerId, JONAS);
    expect(await store.db.query("SELECT id FROM vouchers WHERE source = 'REFUND'").all()).toEqual([]);
  });
});

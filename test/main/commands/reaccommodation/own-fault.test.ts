import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { POLICY_TEMPLATES } from '../../../../shared/pricing/policy-templates.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub, reopened } from '../../support/changed-hub.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, codeOf, JONAS, MERCY, value } from '../../support/test-hub.ts';

type Hub = Awaited<ReturnType<typeof openChangedHub>>;

/** From now on a seat of the flight costs so much, and is sold under a policy whose tickets are changed at `changeFee` each. */
async function priced({ hub, requestId, idOf }: Hub, number: number, fare: number): Promise<void> {
  const [base, ...rest] = POLICY_TEMPLATES.fixed ?? [];
  if (base?.rule !== 'amountBase') throw new Error('the fixed policy begins with an amount');
  const rules = [{ ...base, fares: { F: fare, J: fare, W: fare, Y: fare } }, ...rest.toSpliced(-1, 0, { rule: 'refund', policy: 'fees' })];
  await publishPolicy(hub, requestId(), { kind: 'flight', flightId: await idOf(number) }, rules, MERCY);
}

interface Case {
  /** Minor units for each seat of the other flights, and of each fee. */
  readonly fare?: number;
  readonly changeFee?: number;
  readonly file?: string;
}

/** Two on QX 1 at 14:00 and on with QX 5, at 100.00 for each seat. At 13:35 the counter says that they missed QX 1 by their own fault. */
async function missedByThemselves({ fare = 100_00, changeFee = 0, file = ':memory:' }: Case = {}) {
  const hub = await openChangedHub({ file });
  const tiers = [{ overMinutes: 0, percent: 100 }];
  const fees = { name: 'fees', basedOn: 0, reason: 'a test', tiers, cancelFee: {}, changeFee: changeFee > 0 ? { USD: changeFee } : {} };
  value(await hub.hub.execute('refunds.addPolicy', { requestId: hub.requestId(), ...fees }, MERCY));
  for (const number of [1, 5]) await priced(hub, number, 100_00);
  for (const number of [2, 3, 4, 6]) await priced(hub, number, fare);
  const { bookingId, total } = await hub.sell([
    [1, '15A 15B'],
    [5, '16A 16B'],
  ]);
  hub.clock.advance(at(13, 35) - hub.clock.now());
  const missed = (by: 'carrier' | 'passenger' | null) =>
    hub.hub.execute('bookings.missed', { requestId: hub.requestId(), bookingId, segment: 1, by, reason: 'the line at security' }, ANA);
  value(await missed('passenger'));
  return { ...hub, ...around(hub, bookingId), bookingId, total, missed };
}

function around({ hub, counters, idOf }: Hub, bookingId: number, run = 'first') {
  let requests = 0;
  const requestId = () => `${run}-run-${++requests}`;
  return {
    quote: (hold: number, replaces: readonly number[], actor = ANA) =>
      hub.execute(
        'bookings.changeQuote',
        { requestId: requestId(), bookingId, change: { kind: 'flights', hold, replaces: [...replaces] } },
        actor,
      ),
    pay: (offerId: number, amount: number, actor = ANA, id = requestId()) => {
      const tenders = amount > 0 ? [{ kind: 'cash' as const, amount, given: amount }] : [];
      return hub.change('changes.take', { bookingId, offerId, tenders, approved: [] }, actor, id);
    },
    held: async (number: number) => (await counters(await idOf(number))).find(({ cabin }) => cabin === 'Y'),
  };
}

describe('ways on after a flight that was missed by their own fault', () => {
  it('are found by the rules of all ways, with their seats kept, and nothing of them is given for nothing', async () => {
    const { proposeSold, propose, accept, bookingId, held, clock, list, sound } = await missedByThemselves();
    expect(await propose([bookingId])).toMatchObject([{ outcome: 'none', ways: [] }]);
    const { ways, ...proposal } = await proposeSold(bookingId);
    expect(proposal).toMatchObject({ outcome: 'kept', version: 3 });
    expect(ways.map(({ legs }) => legs.map(({ flight }) => flight).join(', '))).toEqual(['QX 2, QX 5', 'QX 3, QX 5', 'QX 6']);
    expect(ways.map(({ replaces }) => replaces)).toEqual([[1], [1], [1, 2]]);
    expect(ways.map(({ expiresAt }) => expiresAt - clock.now())).toEqual([180_000, 180_000, 180_000]);
    expect(await held(2)).toMatchObject({ held: 2, sold: 0 });
    expect(
      (await list()).groups.every(({ todo }) => todo === 0),
      'the desk of the carrier has nothing to do',
    ).toBe(true);
    const [outcome] = await accept([{ bookingId, version: 3, hold: ways[0]?.hold ?? 0 }]);
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'CHANGE_REFUSED' });
    expect(await sound()).toBeUndefined();
  });

  it.each<[what: string, given: Case, way: number, cost: { total: number; kept: number }, minute?: number]>([
    ['the fee of two passengers', { changeFee: 40_00 }, 0, { total: 80_00, kept: 80_00 }],
    ['nothing, where the fare is the same and has no fee', {}, 0, { total: 0, kept: 0 }],
    ['a dearer fare and the fee', { fare: 130_00, changeFee: 40_00 }, 0, { total: 140_00, kept: 80_00 }],
    [
      'the fee without what a cheaper fare gives back before departure',
      { fare: 70_00, changeFee: 40_00 },
      0,
      { total: 20_00, kept: 80_00 },
    ],
    ['less than nothing, where one flight comes instead of two before departure', {}, 2, { total: -200_00, kept: 0 }],
    ['the fee, and nothing back of a cheaper fare after departure', { changeFee: 40_00 }, 0, { total: 80_00, kept: 280_00 }, 65],
  ])('cost what the change to them costs: %s', async (_what, given, place, cost, minute = 35) => {
    const { clock, proposeSold, quote, pay, bookingId, total, bookingOf, held, sound } = await missedByThemselves(given);
    clock.advance(at(13, minute) - clock.now());
    const { ways } = await proposeSold(bookingId);
    const way = ways[place];
    expect(way).toMatchObject({ cost, back: 0 });
    const offer = value(await quote(way?.hold ?? 0, way?.replaces ?? []));
    expect(offer).toMatchObject({ total: cost.total, heldUntil: way?.expiresAt });
    expect(codeOf(await pay(offer.offerId, Math.max(0, cost.total) + 1)), 'another amount than the quote').not.toBe('ok');
    value(await pay(offer.offerId, Math.max(0, cost.total)));
    const after = await bookingOf(bookingId);
    expect(after.legs.map(({ flight, given }) => [flight, given])).toEqual(way?.legs.map(({ flight }) => [flight, undefined]));
    expect(after).toMatchObject({ total: total + cost.total - cost.kept, fees: cost.kept, refunded: Math.max(0, -cost.total) });
    // The seats that were kept are the seats that are sold, and the others are for sale again.
    expect(after.legs.filter(({ flight }) => flight !== 'QX 5').map(({ seats }) => seats)).toEqual([way?.legs[0]?.seats]);
    for (const number of [2, 3, 6]) expect((await held(number))?.held ?? 0).toBe(0);
    expect(await held(1)).toMatchObject({ sold: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('keep their seats against another desk until they lapse by themselves', async () => {
    const { proposeSold, bookingId, hold, idOf, clock, quote, held, sound } = await missedByThemselves();
    const { ways } = await proposeSold(bookingId);
    const [way] = ways;
    const [seat = ''] = way?.legs[0]?.seats ?? [];
    const take = async () => hold(await idOf(2), [seat], {}, JONAS);
    expect(codeOf(await take())).toBe('SEAT_HELD');
    expect(await proposeSold(bookingId, JONAS)).toMatchObject({ outcome: 'elsewhere', desk: ANA.desk, ways: [] });
    expect(codeOf(await quote(way?.hold ?? 0, [1], JONAS)), 'a way of another desk').toBe('HOLD_OF_OTHER_DESK');
    const offer = value(await quote(way?.hold ?? 0, [1]));
    expect(codeOf(await take()), 'while its price is asked').toBe('SEAT_HELD');
    clock.advance(180_000);
    expect(codeOf(await quote(way?.hold ?? 0, [1]))).toBe('HOLD_EXPIRED');
    expect(offer.heldUntil).toBe(clock.now());
    value(await take());
    expect(await held(2)).toMatchObject({ held: 1, sold: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('are kept while a card is asked, also beyond the three minutes', async () => {
    const { proposeSold, bookingId, quote, hub, requestId, hold, idOf, clock, bookingOf, sound } = await missedByThemselves({
      changeFee: 40_00,
    });
    const [way] = (await proposeSold(bookingId)).ways;
    const { offerId, total } = value(await quote(way?.hold ?? 0, [1]));
    clock.advance(179_000);
    const tenders = [{ kind: 'card' as const, amount: total, approvalCode: null, testCard: 'approve' as const }];
    const reference = 'card-1';
    const charges = [{ reference, amount: total }];
    value(await hub.change('changes.begin', { bookingId, offerId, tenders, charges, terminal: true }, ANA, requestId()));
    clock.advance(30_000);
    const [seat = ''] = way?.legs[0]?.seats ?? [];
    expect(codeOf(await hold(await idOf(2), [seat], {}, JONAS))).toBe('SEAT_HELD');
    const approved = [{ tender: 0, reference, approvalCode: 'A1' }];
    value(await hub.change('changes.take', { bookingId, offerId, tenders, approved }, ANA, requestId()));
    expect((await bookingOf(bookingId)).legs[0]).toMatchObject({ flight: 'QX 2', seats: way?.legs[0]?.seats });
    expect(await sound()).toBeUndefined();
  });

  it('are sold once, however often Enter is pressed', async () => {
    const { proposeSold, bookingId, quote, pay, bookingOf, held, sound } = await missedByThemselves({ changeFee: 40_00 });
    const [way] = (await proposeSold(bookingId)).ways;
    const { offerId, total } = value(await quote(way?.hold ?? 0, [1]));
    const [first, second] = await Promise.all([pay(offerId, total, ANA, 'enter-1'), pay(offerId, total, ANA, 'enter-1')]);
    expect(second).toEqual(first);
    expect(codeOf(await pay(offerId, total, ANA, 'enter-2'))).toBe('OFFER_OUTDATED');
    expect(await bookingOf(bookingId)).toMatchObject({ fees: 80_00, version: 4 });
    expect(await held(2)).toMatchObject({ held: 0, sold: 2 });
    expect(await sound()).toBeUndefined();
  });

  it('are not taken where another desk has changed the booking meanwhile, and go back to sale', async () => {
    const { proposeSold, bookingId, quote, pay, missed, held, sound } = await missedByThemselves();
    const [way] = (await proposeSold(bookingId)).ways;
    const { offerId, total } = value(await quote(way?.hold ?? 0, [1]));
    value(await missed('carrier'));
    expect(codeOf(await pay(offerId, total))).toBe('OFFER_OUTDATED');
    expect(codeOf(await quote(way?.hold ?? 0, [1])), 'it was kept for what was said before').toBe('HOLD_ENDED');
    expect(await held(2)).toMatchObject({ held: 0 });
    expect(await sound()).toBeUndefined();
  });

  it.each<[what: string, replaces: number[]]>([
    ['instead of other flights than it was kept for', [1, 2]],
    ['beside the flights of the booking', []],
  ])('have their price for what they were kept for, and are not sold %s', async (_what, replaces) => {
    const { proposeSold, bookingId, quote } = await missedByThemselves();
    const [way] = (await proposeSold(bookingId)).ways;
    expect(codeOf(await quote(way?.hold ?? 0, replaces))).toBe('CHANGE_REFUSED');
  });

  it('go back to sale when they are left', async () => {
    const { proposeSold, bookingId, release, held, sound } = await missedByThemselves();
    await proposeSold(bookingId);
    expect(await release([bookingId])).toEqual([bookingId]);
    for (const number of [2, 3, 6]) expect((await held(number))?.held).toBe(0);
    expect(await sound()).toBeUndefined();
  });

  it('are not sold where the carrier owes the booking a way', async () => {
    const { proposeSold, propose, bookingId, change, sound } = await missedByThemselves();
    await change(DAY_OF_FLIGHTS.filter(({ number }) => number !== 5));
    expect(await proposeSold(bookingId)).toMatchObject({ outcome: 'none' });
    const [free] = await propose([bookingId]);
    expect(free?.ways.every(({ cost }) => cost === null)).toBe(true);
    expect(await sound()).toBeUndefined();
  });

  it('are not given for nothing where the carrier broke the connection of a flight that they missed: only what it owes is replaced', async () => {
    const { propose, bookingId, change, sound } = await missedByThemselves();
    const earlier = flies(5, 'ORD-LAX', at(16, 40), at(20, 40));
    await change([...DAY_OF_FLIGHTS.filter(({ number }) => number !== 5), earlier, flies(7, 'ORD-LAX', at(21), at(24, 55))]);
    const [free] = await propose([bookingId]);
    expect(free?.ways.map(({ replaces, legs }) => [replaces, legs.map(({ flight }) => flight)])).toEqual([[[2], ['QX 1', 'QX 7']]]);
    expect(await sound()).toBeUndefined();
  });

  it('are not given to a booking that missed nothing, nor sold when the carrier gives them', async () => {
    const { proposeSold, propose, missed, quote, bookingId } = await missedByThemselves();
    value(await missed(null));
    expect(await proposeSold(bookingId)).toMatchObject({ outcome: 'none' });
    value(await missed('carrier'));
    const [free] = await propose([bookingId]);
    const [way] = free?.ways ?? [];
    expect(way).toMatchObject({ cost: null });
    expect(codeOf(await quote(way?.hold ?? 0, [1]))).toBe('CHANGE_REFUSED');
  });

  it('are undone like any change, also after the missed flight has left', async () => {
    const { proposeSold, bookingId, quote, pay, clock, hub, requestId, bookingOf, legsOf, held, total, sound } = await missedByThemselves({
      changeFee: 40_00,
    });
    clock.advance(at(13, 59) + 30_000 - clock.now());
    const [way] = (await proposeSold(bookingId)).ways;
    const { offerId, total: due } = value(await quote(way?.hold ?? 0, way?.replaces ?? []));
    value(await pay(offerId, due));
    clock.advance(59_999);
    const undone = value(await hub.execute('bookings.undo', { requestId: requestId(), bookingId, version: 4 }, ANA));
    expect(undone).toMatchObject({ total, fees: 0, legs: [{ missed: 'passenger' }, {}] });
    expect(await legsOf(bookingId)).toEqual(['QX 1 15A 15B', 'QX 5 16A 16B']);
    expect(await held(1)).toMatchObject({ sold: 2 });
    expect((await bookingOf(bookingId)).refunded).toBe(due);
    expect(await sound()).toBeUndefined();
  });
});

describe('over a restart', () => {
  let files: ReturnType<typeof backupStore>;
  beforeEach(() => {
    files = backupStore();
  });
  afterEach(() => files.remove());

  it('the seats stay kept at their price, and the way that was proposed is sold', async () => {
    const before = await missedByThemselves({ changeFee: 40_00, file: files.store });
    const { bookingId } = before;
    const [way] = (await before.proposeSold(bookingId)).ways;
    await before.hub.close();
    const after = await reopened(files.store, before.clock);
    const { quote, pay } = around(after, bookingId, 'second');
    const offer = value(await quote(way?.hold ?? 0, [1]));
    expect(offer.total).toBe(way?.cost?.total);
    value(await pay(offer.offerId, offer.total));
    expect((await after.bookingOf(bookingId)).legs[0]).toMatchObject({ flight: 'QX 2', seats: way?.legs[0]?.seats });
    expect(await after.sound()).toBeUndefined();
    await after.hub.close();
  });
});

import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Output } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { ANA, type Confirm, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

type Tenders = Confirm['tenders'];
const byVoucher = (voucher: string, amount = 100_00): Tenders[number] => ({ kind: 'voucher', amount, voucher });
const bySlip = (approvalCode: string, amount = 100_00): Tenders[number] => ({ kind: 'card', amount, approvalCode, testCard: null });
const cash = (amount: number): Tenders[number] => ({ kind: 'cash', amount, given: amount });

async function openTill() {
  const till = await openTestHub();
  const flight = await till.addFlight({ fixed: true });
  await till.addVouchers();
  let row = 14;
  const hold = async (actor = ANA, flightId = flight.id) => value(await till.hold(flightId, [`${++row}A`], {}, actor));
  const confirm = (held: Output<'holds.place'>, tenders: Tenders, more: Partial<Confirm> = {}, actor = ANA) =>
    till.hub.change('payments.confirm', { ...sale(held, { tenders, ...more }), approved: [] }, actor, till.requestId());
  const cancel = async (bookingId: number) => {
    const { offerId, to } = value(await till.hub.execute('bookings.cancelQuote', { requestId: till.requestId(), bookingId }, ANA));
    return { to, booking: value(await till.hub.execute('bookings.cancel', { requestId: till.requestId(), bookingId, offerId }, ANA)) };
  };
  return {
    ...till,
    flight,
    hold,
    confirm,
    cancel,
    sell: async (tenders: Tenders, more: Partial<Confirm> = {}, actor = ANA) => confirm(await hold(actor), tenders, more, actor),
    issue: (amount: number, currency = 'USD', days = 365) =>
      till.hub.execute('vouchers.issue', { requestId: till.requestId(), amount, currency, reason: 'delay', days }, MERCY),
    left: async (number: string) => value(await till.hub.ask('vouchers.get', { number }, ANA)).balance,
  };
}

describe('a voucher is a balance', () => {
  test('from which sales take until it is empty', async () => {
    const till = await openTill();
    const { number } = value(await till.issue(250_00));
    value(await till.sell([byVoucher(number)]));
    expect(await till.left(number)).toBe(150_00);
    value(await till.sell([byVoucher(number)]));
    expect(codeOf(await till.sell([byVoucher(number)]))).toBe('VOUCHER_SHORT');
    value(await till.sell([byVoucher(number, 50_00), cash(50_00)]));
    expect(await till.left(number)).toBe(0);
    expect(codeOf(await till.sell([byVoucher(number, 1), cash(99_99)]))).toBe('VOUCHER_EMPTY');
    expect(await crossCheck(till.db)).toBeUndefined();
    expect(till.reports).toEqual([]);
  });

  test('that two desks cannot spend at once', async () => {
    const till = await openTill();
    const { number } = value(await till.issue(100_00));
    const holds = [await till.hold(ANA), await till.hold(JONAS)] as const;
    const replies = await Promise.all([
      till.confirm(holds[0], [byVoucher(number)], {}, ANA),
      till.confirm(holds[1], [byVoucher(number)], {}, JONAS),
    ]);
    expect(replies.map(codeOf)).toEqual(['ok', 'VOUCHER_EMPTY']);
    expect(await till.left(number)).toBe(0);
    expect(till.reports).toEqual([]);
  });

  test('that a refund restores, and a sale can spend again', async () => {
    const till = await openTill();
    const { number } = value(await till.issue(100_00));
    const sold = value(await till.sell([byVoucher(number)]));
    const { to, booking } = await till.cancel(sold.bookingId);
    expect(to).toEqual([{ kind: 'voucher', amount: 100_00, reference: number }]);
    expect(booking.tenders).toMatchObject([{ voucher: number, refunded: 100_00, refundVoucher: null }]);
    expect(await till.left(number)).toBe(100_00);
    expect(codeOf(await till.sell([byVoucher(number)]))).toBe('ok');
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('whose refund goes to a new voucher once it is past its time', async () => {
    const till = await openTill();
    const { number } = value(await till.issue(100_00, 'USD', 1));
    till.clock.advance(HOUR_MS);
    const flight = await till.addFlight({ fixed: true, departs_at: till.clock.now() + 3 * DAY_MS });
    const held = await till.hold(ANA, flight.id);
    const sold = value(await till.confirm(held, [byVoucher(number)]));
    till.clock.advance(DAY_MS);
    const { to, booking } = await till.cancel(sold.bookingId);
    expect(to).toEqual([{ kind: 'voucher', amount: 100_00, reference: '' }]);
    const renewed = booking.tenders[0]?.refundVoucher ?? '';
    expect(renewed).toMatch(/^V[A-Z2-9]{10}$/);
    expect(await till.left(number)).toBe(0);
    expect(value(await till.hub.ask('vouchers.get', { number: renewed }, ANA))).toMatchObject({
      ...{ balance: 100_00, currency: 'USD', locator: booking.locator, validUntil: till.clock.now() + 365 * DAY_MS },
    });
    expect(codeOf(await till.sell([byVoucher(renewed)]))).toBe('ok');
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('whose number and reason stay out of the journal', async () => {
    const till = await openTill();
    const { number } = value(await till.issue(100_00));
    const rows = await till.db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'voucher.issued'").all();
    expect(rows).toHaveLength(5);
    for (const { data } of rows) expect(data).not.toMatch(new RegExp(`${number}|VQ8H2K|delay`));
  });

  test('of which each has another number, also when a store was put back to before it', async () => {
    const till = await openTill();
    const numbers = new Set<string>();
    for (let id = 1; id <= 300; id++) for (const at of [0, 1_000, 86_400_000]) numbers.add(till.locators.voucher(id, at));
    expect(numbers.size).toBe(900);
    expect(till.locators.voucher(1, 0).slice(1, 7)).not.toBe(till.locators.of(1));
  });
});

describe('a sale is refused in the order of the list', () => {
  // Each line has what is wrong in those below it too.
  test.each<[RefusalCode, Tenders]>([
    ['VOUCHER_TWICE', [byVoucher('VQ8H2K', 30_00), byVoucher('VQ8H2K', 30_00), byVoucher('NOSUCH', 40_00)]],
    ['VOUCHER_UNKNOWN', [byVoucher('VD4N6W', 30_00), byVoucher('NOSUCH', 70_00)]],
    ['VOUCHER_EXPIRED', [byVoucher('VX5R9C', 30_00), byVoucher('VD4N6W', 70_00)]],
    ['VOUCHER_OTHER_CURRENCY', [byVoucher('VM3T7P', 70_00), byVoucher('VX5R9C', 30_00)]],
    ['VOUCHER_SHORT', [byVoucher('VM3T7P', 50_01), bySlip('083914', 24_99), bySlip('083914', 25_00)]],
    ['SLIP_USED', [byVoucher('VM3T7P', 50_00), bySlip('083914', 25_00), bySlip('083914', 25_00)]],
  ])('%s', async (code, tenders) => {
    const till = await openTill();
    const held = await till.hold();
    expect(codeOf(await till.confirm(held, tenders))).toBe(code);
    expect(codeOf(await till.confirm(held, [cash(100_00)])), 'the hold is still good').toBe('ok');
    expect(till.reports).toEqual([]);
  });

  test('an empty voucher is said before one that has too little', async () => {
    const till = await openTill();
    value(await till.sell([byVoucher('VM3T7P', 50_00), cash(50_00)]));
    const { number } = value(await till.issue(10_00));
    expect(codeOf(await till.sell([byVoucher(number, 50_00), byVoucher('VM3T7P', 50_00)]))).toBe('VOUCHER_EMPTY');
  });

  test('a voucher ends at its very moment', async () => {
    const till = await openTill();
    const { number } = value(await till.issue(200_00, 'USD', 1));
    till.clock.advance(DAY_MS - 1);
    value(await till.sell([byVoucher(number)]));
    till.clock.advance(1);
    expect(await till.sell([byVoucher(number)])).toMatchObject({ refusal: { code: 'VOUCHER_EXPIRED' } });
  });
});

describe('a slip that has paid already', () => {
  test.each<[string, string, number, typeof ANA, number]>([
    ['is said at the same desk, whatever the amount', 'SLIP_USED', 60_00, ANA, 0],
    ['is said at another desk for the same amount', 'SLIP_USED', 100_00, JONAS, 0],
    ['may be that of another terminal, for another amount at another desk', 'ok', 60_00, JONAS, 0],
    ['is of long ago after seven days', 'ok', 100_00, ANA, 7 * DAY_MS],
  ])('%s', async (_what, expected, amount, actor, later) => {
    const till = await openTill();
    value(await till.sell([bySlip('083914')]));
    till.clock.advance(later);
    const flight = await till.addFlight({ fixed: true, departs_at: till.clock.now() + 2 * DAY_MS });
    const held = await till.hold(actor, flight.id);
    const tenders = amount === 100_00 ? [bySlip('083914')] : [bySlip('083914', amount), cash(100_00 - amount)];
    expect(codeOf(await till.confirm(held, tenders, {}, actor))).toBe(expected);
  });

  test('never again: was forgotten after five days, because its booking had been held for two before it paid', async () => {
    const till = await openTill();
    const flight = await till.addFlight({ fixed: true, departs_at: till.clock.now() + 30 * DAY_MS });
    const early = await till.hold(ANA, flight.id);
    const { passengers, contact } = sale(early);
    const payBy = early.createdAt + 3 * DAY_MS;
    const later = { requestId: till.requestId(), bookingId: early.bookingId, payBy, atLimit: 'cancel' as const, passengers, contact };
    value(await till.hub.execute('holds.payLater', later, ANA));
    till.clock.advance(2 * DAY_MS);
    const first = value(await till.confirm(early, [bySlip('083914')]));
    till.clock.advance(6 * DAY_MS);
    const held = await till.hold(ANA, flight.id);
    expect(await till.confirm(held, [bySlip('083914')])).toMatchObject({
      refusal: { code: 'SLIP_USED', details: { locator: first.locator } },
    });
  });

  test('is named with its booking, and is taken once the agent has compared the slips', async () => {
    const till = await openTill();
    const first = value(await till.sell([bySlip('083914')]));
    const held = await till.hold();
    expect(await till.confirm(held, [bySlip('083914')])).toMatchObject({
      refusal: { code: 'SLIP_USED', details: { locator: first.locator, desk: 'T1-04', paid: '100.00' } },
    });
    expect(codeOf(await till.confirm(held, [bySlip('083914')], { slipsCompared: true }))).toBe('ok');
  });
});

test('a voucher is issued in any currency, with its own decimals', async () => {
  const till = await openTill();
  expect(value(await till.issue(5_000, 'JPY'))).toMatchObject({ currency: 'JPY', issued: 5_000, balance: 5_000, locator: null });
  expect(codeOf(await till.hub.ask('vouchers.get', { number: 'NOSUCH' }, ANA))).toBe('VOUCHER_UNKNOWN');
});

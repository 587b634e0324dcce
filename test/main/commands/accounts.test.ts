import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Output } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { ANA, type Confirm, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

type Tenders = Confirm['tenders'];
const onAccount = (amount = 100_00, account = 'HARBOUR'): Tenders[number] => ({ kind: 'account', amount, account });
const byWallet = (wallet: string, amount = 100_00): Tenders[number] => ({ kind: 'wallet', amount, wallet });
const cash = (amount: number): Tenders[number] => ({ kind: 'cash', amount, given: amount });

/** Seats cost 100.00; HARBOUR may owe 250.00 USD. */
async function openTill() {
  const till = await openTestHub();
  const flight = await till.addFlight({ fixed: true });
  let row = 14;
  const hold = async (actor = ANA, flightId = flight.id) => value(await till.hold(flightId, [`${++row}A`], {}, actor));
  const confirm = (held: Output<'holds.place'>, tenders: Tenders, actor = ANA) =>
    till.hub.change('payments.confirm', { ...sale(held, { tenders }), approved: [] }, actor, till.requestId());
  const open = async (code: string, currency = 'USD', limit = 250_00) =>
    value(await till.hub.execute('accounts.open', { requestId: till.requestId(), code, name: 'Harbour Travel', currency, limit }, MERCY));
  const harbour = await open('HARBOUR');
  const change = async (changed: { limit?: number; open?: boolean }, accountId = harbour.accountId) =>
    value(
      await till.hub.execute(
        'accounts.change',
        { requestId: till.requestId(), accountId, name: 'Harbour Travel', limit: 250_00, open: true, ...changed },
        MERCY,
      ),
    );
  const quote = async (bookingId: number, toVoucher?: boolean) =>
    value(
      await till.hub.execute('bookings.cancelQuote', { requestId: till.requestId(), bookingId, ...(toVoucher ? { toVoucher } : {}) }, ANA),
    );
  const cancel = async (bookingId: number, toVoucher?: boolean) => {
    const { offerId, to } = await quote(bookingId, toVoucher);
    return { to, booking: value(await till.hub.execute('bookings.cancel', { requestId: till.requestId(), bookingId, offerId }, ANA)) };
  };
  const undo = async (bookingId: number) => {
    const { version } = value(await till.hub.ask('bookings.get', { bookingId }, ANA)).booking;
    return till.hub.execute('bookings.undo', { requestId: till.requestId(), bookingId, version }, ANA);
  };
  const due = async () => value(await till.hub.ask('refunds.due', {}, MERCY)).refunds;
  return {
    ...{ ...till, flight, hold, confirm, open, harbour, change, quote, cancel, undo, due },
    sell: async (tenders: Tenders, actor = ANA) => confirm(await hold(actor), tenders, actor),
    owes: async () => value(await till.hub.ask('accounts.list', { code: 'HARBOUR' }, ANA)).accounts[0]?.balance,
    receive: (amount: number, accountId = harbour.accountId) =>
      till.hub.execute('accounts.receive', { requestId: till.requestId(), accountId, amount, note: 'transfer 4711' }, MERCY),
    sent: (refundId: number) =>
      till.hub.execute('refunds.markDone', { requestId: till.requestId(), refundId, reference: 'BACK4711' }, MERCY),
  };
}

describe('an account', () => {
  test('owes what was sold on it up to its limit, less what it paid and what went back', async () => {
    const till = await openTill();
    const first = value(await till.sell([onAccount()]));
    value(await till.sell([onAccount(40_00), cash(60_00)]));
    expect(await till.owes()).toBe(140_00);
    const refused = await till.sell([onAccount(111_00)]);
    expect(codeOf(refused)).toBe('TENDERS_MISMATCH');
    value(await till.sell([onAccount(100_00)]));
    const full = await till.sell([onAccount(100_00)]);
    expect(full).toMatchObject({ refusal: { code: 'ACCOUNT_LIMIT', details: { left: 10_00, room: '10.00', asked: '100.00' } } });
    value(await till.receive(150_00));
    expect(await till.owes()).toBe(90_00);
    expect(first.tenders[0]).toMatchObject({ kind: 'account', account: 'HARBOUR', amount: 100_00 });
    const { to } = await till.cancel(first.bookingId);
    expect(to).toEqual([{ kind: 'account', amount: 100_00, reference: 'HARBOUR' }]);
    expect(await till.owes()).toBe(-10_00);
    const { account, lines, more } = value(await till.hub.ask('accounts.statement', { accountId: 1 }, MERCY));
    expect(account.balance).toBe(-10_00);
    expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['refund', -100_00],
      ['payment', -150_00],
      ['sale', 100_00],
      ['sale', 40_00],
      ['sale', 100_00],
    ]);
    expect([lines[0]?.locator, lines[1]?.note, more]).toEqual([first.locator, 'transfer 4711', 0]);
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(account.balance);
    expect(await crossCheck(till.db)).toBeUndefined();
    expect(till.reports).toEqual([]);
  });

  test('is not overdrawn by two desks at once', async () => {
    const till = await openTill();
    await till.change({ limit: 150_00 });
    const holds = [await till.hold(ANA), await till.hold(JONAS)] as const;
    const replies = await Promise.all([till.confirm(holds[0], [onAccount()], ANA), till.confirm(holds[1], [onAccount()], JONAS)]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await till.owes()).toBe(100_00);
  });

  test.each<[RefusalCode, Tenders, { limit?: number; open?: boolean }]>([
    ['ACCOUNT_TWICE', [onAccount(50_00), onAccount(50_00)], {}],
    ['ACCOUNT_UNKNOWN', [onAccount(100_00, 'NOBODY')], {}],
    ['ACCOUNT_CLOSED', [onAccount()], { open: false }],
    ['ACCOUNT_OTHER_CURRENCY', [onAccount(100_00, 'RIVE')], {}],
    ['ACCOUNT_LIMIT', [onAccount()], { limit: 99_99 }],
    // Each refusal is checked for all accounts before the next one.
    ['ACCOUNT_UNKNOWN', [onAccount(50_00), onAccount(50_00, 'NOBODY')], { open: false }],
  ])('is refused with %s, and nothing is sold', async (code, tenders, changed) => {
    const till = await openTill();
    await till.open('RIVE', 'EUR');
    await till.change(changed);
    expect(codeOf(await till.sell(tenders))).toBe(code);
    expect(await till.owes()).toBe(0);
  });

  test('is opened once, and not received for where there is none', async () => {
    const till = await openTill();
    const again = { requestId: till.requestId(), code: 'HARBOUR', name: 'Another', currency: 'USD', limit: 0 };
    expect(codeOf(await till.hub.execute('accounts.open', again, MERCY))).toBe('ACCOUNT_EXISTS');
    expect(codeOf(await till.receive(1_00, 9))).toBe('ACCOUNT_UNKNOWN');
  });

  test('owes nothing more for money that goes to a new voucher', async () => {
    const till = await openTill();
    const { bookingId } = value(await till.sell([onAccount()]));
    await till.cancel(bookingId, true);
    expect(await till.owes()).toBe(100_00);
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('owes again when a cancellation is taken back, unless its limit is in the way', async () => {
    const till = await openTill();
    const one = value(await till.sell([onAccount()]));
    await till.cancel(one.bookingId);
    expect(await till.owes()).toBe(0);
    value(await till.undo(one.bookingId));
    expect(await till.owes()).toBe(100_00);
    await till.cancel(one.bookingId);
    await till.change({ limit: 10_00 });
    const refused = await till.undo(one.bookingId);
    expect(JSON.stringify(refused)).toContain('its account has no room for it');
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('that paid twice for one booking has no room for both parts: the cancellation stays and nothing breaks, as it did', async () => {
    const till = await openTill();
    const { bookingId } = value(await till.sell([onAccount()]));
    const hold = await till.hold();
    const passengers = [{ type: 'ADT' as const, surname: 'Orlov', given: 'Ivan', title: 'MR' as const, birthDate: null, with: null }];
    const change = { kind: 'add' as const, hold: hold.bookingId, passengers };
    const { offerId } = value(await till.hub.execute('bookings.changeQuote', { requestId: till.requestId(), bookingId, change }, ANA));
    value(await till.hub.change('changes.take', { bookingId, offerId, tenders: [onAccount()], approved: [] }, ANA, till.requestId()));
    await till.cancel(bookingId);
    expect(await till.owes()).toBe(0);
    await till.change({ limit: 150_00 });
    expect(JSON.stringify(await till.undo(bookingId))).toContain('its account has no room for it');
    expect(await till.owes()).toBe(0);
    expect(till.reports).toEqual([]);
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('tells the journal neither its name nor what a payment was called', async () => {
    const till = await openTill();
    value(await till.receive(5_00));
    const told = await till.db.query<{ data: string }>("SELECT data FROM journal WHERE type LIKE 'account.%' ORDER BY event").all();
    expect(told.map(({ data }) => JSON.parse(data))).toEqual([
      { accountId: 1, currency: 'USD', limit: 250_00, open: true },
      { accountId: 1, amount: 5_00, currency: 'USD' },
    ]);
  });

  test.each([
    ['a balance that sales do not leave', 'UPDATE accounts SET balance = balance + 1'],
    ['a limit that the journal does not tell', 'UPDATE accounts SET credit_limit = 1'],
    [
      'a payment that the journal does not tell',
      'UPDATE account_payments SET amount = amount + 1; UPDATE accounts SET balance = balance - 1',
    ],
    ['an account that was deleted', 'DELETE FROM accounts'],
    ['a tender that says no account', "UPDATE tenders SET account = NULL WHERE kind = 'account'; UPDATE accounts SET balance = -500"],
  ])('is checked: %s is found', async (_, damage) => {
    const till = await openTill();
    value(await till.sell([onAccount()]));
    value(await till.receive(5_00));
    expect(await crossCheck(till.db)).toBeUndefined();
    await till.db.script(damage);
    expect(await crossCheck(till.db)).toBeDefined();
  });
});

describe('a wallet', () => {
  test('pays once by a reference, in whatever sale and however long ago', async () => {
    const till = await openTill();
    const { locator } = value(await till.sell([byWallet('412345678901')]));
    const again = await till.sell([byWallet('412345678901')], JONAS);
    expect(again).toMatchObject({ refusal: { code: 'WALLET_USED', details: { wallet: '412345678901', locator } } });
    expect(codeOf(await till.sell([byWallet('999999', 50_00), byWallet('999999', 50_00)]))).toBe('WALLET_USED');
  });

  test('that two desks type at once pays once', async () => {
    const till = await openTill();
    const holds = [await till.hold(ANA), await till.hold(JONAS)] as const;
    const replies = await Promise.all([
      till.confirm(holds[0], [byWallet('ONCE4711')], ANA),
      till.confirm(holds[1], [byWallet('ONCE4711')], JONAS),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is refunded by a supervisor, who says so once and not before the minute of undo is over', async () => {
    const till = await openTill();
    const { bookingId, locator } = value(await till.sell([byWallet('412345678901')]));
    await till.cancel(bookingId);
    const [refund] = await till.due();
    expect(refund).toMatchObject({ bookingId, locator, amount: 100_00, currency: 'USD', wallet: '412345678901', reason: 'cancelled' });
    const refundId = refund?.refundId ?? 0;
    expect(codeOf(await till.sent(refundId))).toBe('REFUND_WAITS');
    expect(await crossCheck(till.db)).toBeUndefined();
    till.clock.advance(MINUTE_MS);
    value(await till.sent(refundId));
    expect(await till.due()).toEqual([]);
    expect(codeOf(await till.sent(refundId))).toBe('REFUND_NOT_DUE');
    expect(codeOf(await till.sent(99))).toBe('REFUND_NOT_DUE');
    const { history } = value(await till.hub.ask('bookings.get', { bookingId }, ANA));
    expect(history.map(({ text }) => text)).toContain('100.00 USD given back to the wallet');
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('is not refunded when the cancellation is taken back', async () => {
    const till = await openTill();
    const { bookingId } = value(await till.sell([byWallet('412345678901')]));
    await till.cancel(bookingId);
    value(await till.undo(bookingId));
    expect(await till.due()).toEqual([]);
    expect(await crossCheck(till.db)).toBeUndefined();
  });
});

test('money goes back to cards and wallets first, then to accounts, cash and vouchers', async () => {
  const till = await openTill();
  const { bookingId } = value(await till.sell([cash(30_00), onAccount(30_00), byWallet('412345678901', 40_00)]));
  const { to } = await till.quote(bookingId);
  expect(to.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['wallet', 40_00],
    ['account', 30_00],
    ['cash', 30_00],
  ]);
});

test('a shift counts wallets and accounts apart from the drawer, and tells them while the count is blind', async () => {
  const till = await openTill();
  value(await till.hub.execute('shift.open', { requestId: till.requestId(), floats: [{ currency: 'USD', amount: 50_00 }] }, ANA));
  value(await till.sell([cash(30_00), onAccount(30_00), byWallet('412345678901', 40_00)]));
  const { shift } = value(await till.hub.ask('shift.now', {}, ANA));
  expect(shift?.totals.tenders).toEqual([
    { kind: 'cash', currency: 'USD', documents: null, taken: null, back: null },
    { kind: 'account', currency: 'USD', documents: 1, taken: 30_00, back: 0 },
    { kind: 'wallet', currency: 'USD', documents: 1, taken: 40_00, back: 0 },
  ]);
  const counts = [{ currency: 'USD', pieces: [], loose: 80_00 }];
  const counted = await till.hub.execute('shift.count', { requestId: till.requestId(), shiftId: shift?.shiftId ?? 0, counts }, ANA);
  expect(value(counted).counted?.currencies).toMatchObject([{ expected: 80_00, counted: 80_00 }]);
});

import { describe, expect, test } from 'vitest';
import { JobRunner } from '../../../main/jobs/job-runner.ts';
import { giveUpPayments, PAYMENT_FORGOTTEN_MS } from '../../../main/payment/give-up-payments.ts';
import { paymentJobs } from '../../../main/payment/payment-jobs.ts';
import { SimulatedTerminal } from '../../../main/payment/simulated-terminal.ts';
import { Payments } from '../../../main/payment/take-payment.ts';
import type { Terminal, TerminalAnswer } from '../../../main/payment/terminal.ts';
import type { PaymentRow } from '../../../main/store/tables/payments-table.ts';
import { PAYMENT_ANSWER_MS_MAX, PAYMENT_GRACE_MS, UNDO_MS } from '../../../shared/bounds.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { TEST_CARDS } from '../../../shared/methods/tenders.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { HERE, seatAt } from '../support/here.ts';
import { ANA, type Confirm, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';
import { HandTerminal } from './hand-terminal.ts';

type TestCard = (typeof TEST_CARDS)[number];
const noWait = async () => {};
const connection = { ...seatAt(), session: undefined, caller: HERE, notify: () => {} };

async function withHold(
  terminal: Terminal | undefined,
  wait: (ms: number, signal?: AbortSignal) => Promise<void> = () => new Promise(() => {}),
  seat = '15A',
) {
  const till = await openTestHub();
  const flight = await till.addFlight();
  const held = value(await till.hold(flight.id, [seat]));
  const payments = new Payments({ hub: till.hub, terminal, wait });
  const timer = new FakeTimer(till.clock);
  const jobs = new JobRunner({ hub: till.hub, work: paymentJobs(terminal), timer, random: () => 0.5, tried: () => {} });
  jobs.start();
  return {
    ...till,
    payments,
    jobs,
    timer,
    flight,
    held,
    confirm: (tenders: Confirm['tenders'], requestId = 'the-request') =>
      payments.confirm({ session: undefined, actor: ANA, connection }, { requestId, ...sale(held, { tenders }) }),
    payment: (reference: string) => till.db.query<PaymentRow>('SELECT * FROM payments WHERE reference = ?').get(reference),
    state: async () => value(await till.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking.state,
  };
}

const card = (amount = 100_00, testCard: TestCard | null = null): Confirm['tenders'][number] => ({
  kind: 'card',
  amount,
  approvalCode: null,
  testCard,
});
const approved: TerminalAnswer = { kind: 'approved', approvalCode: '071642' };

describe('a card at the desk’s terminal', () => {
  test('is asked once, and its approval stands on the tender', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    terminal.answer(approved);
    expect(value(await reply)).toMatchObject({ state: 'CONFIRMED', tenders: [{ kind: 'card', approvalCode: '071642' }] });
    expect(terminal.asked).toMatchObject([{ amount: 100_00, currency: 'USD' }]);
  });

  test('protects its hold while the terminal works, so that a slow one cannot lose a seat', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    till.clock.advance(5 * MINUTE_MS - 1);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    till.clock.advance(PAYMENT_GRACE_MS - 1);
    expect(codeOf(await till.hold(till.flight.id, ['15A'], {}, JONAS))).toBe('SEAT_HELD');
    expect(codeOf(await till.hub.execute('holds.release', { requestId: till.requestId(), bookingId: till.held.bookingId }, ANA))).toBe(
      'PAYMENT_UNDER_WAY',
    );
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe('ok');
  });

  test('approved too late, it takes the same seats again if they are free', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    till.clock.advance(10 * MINUTE_MS);
    value(await till.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null));
    expect(await till.claims(till.flight.id)).toEqual([]);
    terminal.answer(approved);
    expect(value(await reply).state).toBe('CONFIRMED');
    expect(await till.claims(till.flight.id)).toEqual(['15A']);
    expect(await till.counters(till.flight.id)).toMatchObject([{ held: 0, sold: 1 }]);
  });

  test('approved too late with the seat gone, it is reversed by itself and sells nothing', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    till.clock.advance(10 * MINUTE_MS);
    const other = value(await till.hold(till.flight.id, ['15A'], {}, JONAS));
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe('PAYMENT_TOO_LATE');
    await eventLoopTurns();
    expect(terminal.reversed).toEqual(['the-request.0']);
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'REVERSED' });
    expect(value(await till.hub.ask('bookings.get', { bookingId: other.bookingId }, JONAS)).booking.state).toBe('HOLD');
  });

  test('the same request again while the terminal works waits for the same answer and charges once', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const replies = [till.confirm([card()]), till.confirm([card()])];
    await terminal.whenAsked();
    expect(codeOf(await till.confirm([card(50_00), card(50_00)])), 'another sale of that number meanwhile').toBe('REQUEST_REUSED');
    terminal.answer(approved);
    const [first, second] = await Promise.all(replies);
    expect(first).toEqual(second);
    expect(await till.confirm([card()]), 'and again afterwards').toEqual(first);
    expect(terminal.asked).toHaveLength(1);
    expect(codeOf(await till.confirm([card(50_00), card(50_00)]))).toBe('REQUEST_REUSED');
  });

  test('a crash while the terminal worked: at the next start it is reversed, and the seats stay for another tender', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    void till.confirm([card()]);
    await terminal.whenAsked();
    expect(await giveUpPayments(till.hub)).toBe(1);
    await eventLoopTurns();
    expect(terminal.reversed).toEqual(['the-request.0']);
    expect(await till.state()).toBe('HOLD');
    expect(await till.claims(till.flight.id)).toEqual(['15A']);
    expect(await giveUpPayments(till.hub)).toBe(0);
  });

  test('an answer that the store could not keep is reversed once nobody can be waiting for it', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    void till.confirm([card()]);
    await terminal.whenAsked();
    till.clock.advance(PAYMENT_FORGOTTEN_MS - 1);
    expect(await giveUpPayments(till.hub, PAYMENT_FORGOTTEN_MS)).toBe(0);
    till.clock.advance(1);
    expect(await giveUpPayments(till.hub, PAYMENT_FORGOTTEN_MS)).toBe(1);
    await eventLoopTurns();
    expect(terminal.reversed).toEqual(['the-request.0']);
  });

  test('a card that is read for as long as the computer slept is not given up while its answer is awaited, and keeps its money', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    till.clock.step(2 * PAYMENT_FORGOTTEN_MS);
    expect(await giveUpPayments(till.hub, PAYMENT_FORGOTTEN_MS, till.payments.asked)).toBe(0);
    expect(terminal.reversed).toEqual([]);
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe('ok');
    expect([...till.payments.asked]).toEqual([]);
  });

  test.each<[string, string, RefusalCode]>([
    ['the flight is cancelled', 'UPDATE flights SET cancelled = 1', 'FLIGHT_CANCELLED'],
    ['the flight has left', 'UPDATE flights SET departs_at = 1', 'FLIGHT_DEPARTED'],
    ['the seat is gone with the aircraft', "UPDATE flights SET seat_map = 'dash-8-400'", 'SEAT_UNKNOWN'],
  ])('approved when %s meanwhile, it is reversed by itself and sells nothing', async (_what, change, code) => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal, undefined, '30A');
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    await till.db.change(change).run();
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe(code);
    await eventLoopTurns();
    expect(terminal.reversed).toEqual(['the-request.0']);
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'REVERSED' });
    expect(await till.state()).toBe('PAYMENT_FAILED');
    expect(await till.claims(till.flight.id)).toEqual([]);
    expect(codeOf(await till.confirm([card()])), 'the same answer when asked again').toBe(code);
  });

  test('a refund of a cancelled booking goes back through the terminal', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    terminal.answer(approved);
    const { bookingId } = value(await reply);
    const quote = value(await till.hub.execute('bookings.cancelQuote', { requestId: till.requestId(), bookingId }, ANA));
    value(await till.hub.execute('bookings.cancel', { requestId: till.requestId(), bookingId, offerId: quote.offerId }, ANA));
    await eventLoopTurns();
    till.timer.pass(UNDO_MS);
    await eventLoopTurns();
    expect(terminal.refunded).toMatchObject([[expect.any(String), 100_00]]);
  });

  test('without a terminal the approval code has to be typed', async () => {
    const till = await withHold(undefined);
    expect(codeOf(await till.confirm([card(99_99)], 'wrong-amount')), 'said last, as in the list').toBe('TENDERS_MISMATCH');
    expect(codeOf(await till.confirm([card()]))).toBe('TERMINAL_MISSING');
    expect(codeOf(await till.confirm([{ kind: 'card', amount: 100_00, approvalCode: '083914', testCard: null }]))).toBe('ok');
  });
});

describe('the simulated terminal', () => {
  test.each<[TestCard, string, string]>([
    ['approve', 'ok', 'CONFIRMED'],
    ['decline', 'PAYMENT_DECLINED', 'HOLD'],
    ['decline-once', 'ok', 'CONFIRMED'],
    ['time-out', 'PAYMENT_TIMED_OUT', 'HOLD'],
    ['refuse-return', 'ok', 'CONFIRMED'],
  ])('%s: %s', async (testCard, code, state) => {
    const till = await withHold(new SimulatedTerminal({ wait: noWait }), (ms) =>
      ms < 10_000 || testCard === 'time-out' ? noWait() : new Promise(() => {}),
    );
    expect(codeOf(await till.confirm([card(100_00, testCard)]))).toBe(code);
    expect(await till.state()).toBe(state);
    expect(await till.claims(till.flight.id)).toEqual(['15A']);
    expect(codeOf(await till.confirm([card(100_00, testCard)])), 'the same answer when asked again').toBe(code);
  });
});

describe('a charge that may have been made is never forgotten', () => {
  const timedOut = (ms: number) => (ms === PAYMENT_ANSWER_MS_MAX ? noWait() : new Promise<void>(() => {}));

  test('the terminal does not answer: the agent reads that the charge is being reversed, and the history tells it', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal, timedOut);
    const reply = await till.confirm([card()]);
    expect(reply).toMatchObject({
      refusal: { code: 'PAYMENT_TIMED_OUT', message: 'The terminal did not answer. The charge is being reversed.' },
    });
    await eventLoopTurns();
    expect(terminal.reversed).toEqual(['the-request.0']);
    const { history } = value(await till.hub.ask('bookings.get', { bookingId: till.held.bookingId }, ANA));
    expect(history.slice(0, 3).map(({ text }) => text)).toEqual([
      'Charge of 100.00 USD reversed',
      'Charge of 100.00 USD is being reversed: no answer from the terminal',
      'Not paid: no answer from the terminal; 15A kept for another tender',
    ]);
    expect(codeOf(await till.confirm([card()])), 'the same answer when asked again').toBe('PAYMENT_TIMED_OUT');
    expect(terminal.asked).toHaveLength(1);
  });

  test('a store that cannot keep the sale: the card is reversed at once, and asked again it is not sold', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    await till.db.script('PRAGMA query_only = 1');
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe('STORE_READ_ONLY');
    expect(terminal.reversed).toEqual(['the-request.0']);
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'PENDING' });
    await till.db.script('PRAGMA query_only = 0');
    expect(codeOf(await till.confirm([card()]))).toBe('PAYMENT_TIMED_OUT');
    expect(terminal.asked, 'a reversed charge is not asked for again').toHaveLength(1);
    await eventLoopTurns();
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'REVERSED' });
  });

  test('the hold is protected anew at each card of a split payment, so that four slow cards do not lose it', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    till.clock.advance(5 * MINUTE_MS - 1);
    const reply = till.confirm([card(25_00), card(25_00), card(25_00), card(25_00)]);
    for (let asked = 1; asked <= 4; asked++) {
      await terminal.whenAsked();
      till.clock.advance(PAYMENT_GRACE_MS - 1);
      expect(codeOf(await till.hold(till.flight.id, ['15A'], {}, JONAS)), `while card ${asked} is asked`).toBe('SEAT_HELD');
      terminal.answer(approved);
      await eventLoopTurns(5);
    }
    expect(codeOf(await reply)).toBe('ok');
  });
});

describe('a quit while a card is asked', () => {
  test('waits for the card and sells it, and takes nothing new meanwhile', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    till.hub.refuseNew();
    const closed = till.payments.close();
    expect(codeOf(await till.hold(till.flight.id, ['16A']))).toBe('HUB_CLOSING');
    expect(codeOf(await till.confirm([{ kind: 'cash', amount: 100_00, given: 100_00 }], 'cash-at-quit'))).toBe('HUB_CLOSING');
    terminal.answer(approved);
    await closed;
    expect(codeOf(await reply)).toBe('ok');
    await till.jobs.close();
    expect(await till.state()).toBe('CONFIRMED');
    await till.hub.close();
  });

  test('of a terminal that does not answer: the charge is reversed before the store closes', async () => {
    const terminal = new HandTerminal();
    let over = () => {};
    const till = await withHold(terminal, () => new Promise((resolve) => (over = resolve)));
    const reply = till.confirm([card()]);
    await terminal.whenAsked();
    till.hub.refuseNew();
    const closed = till.payments.close().then(() => till.jobs.close());
    over();
    await closed;
    expect(codeOf(await reply)).toBe('PAYMENT_TIMED_OUT');
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'REVERSED' });
  });

  test('asks no second card: the first is reversed', async () => {
    const terminal = new HandTerminal();
    const till = await withHold(terminal);
    const reply = till.confirm([card(60_00), card(40_00)]);
    await terminal.whenAsked();
    till.hub.refuseNew();
    const closed = till.payments.close().then(() => till.jobs.close());
    terminal.answer(approved);
    await closed;
    expect(codeOf(await reply)).toBe('PAYMENT_STOPPED');
    expect(terminal.asked).toHaveLength(1);
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'REVERSED' });
    expect(await till.payment('the-request.1')).toMatchObject({ state: 'DECLINED' });
  });
});

import { describe, expect, test } from 'vitest';
import { PAYMENT_FORGOTTEN_MS, settleInterruptedPayments, watchRefunds } from '../../../main/payment/settle-open-payments.ts';
import { SimulatedTerminal } from '../../../main/payment/simulated-terminal.ts';
import { takePaymentMethod } from '../../../main/payment/take-payment.ts';
import type { Charge, Terminal, TerminalAnswer } from '../../../main/payment/terminal.ts';
import { PAYMENT_GRACE_MS } from '../../../shared/bounds.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { TEST_CARDS } from '../../../shared/methods/bookings.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { ANA, type Confirm, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

type TestCard = (typeof TEST_CARDS)[number];
const noWait = async () => {};
const connection = { session: undefined, notify: () => {} };

/** Answers when the test says so. */
class HandTerminal implements Terminal {
  readonly kind = 'attached';
  readonly asked: Charge[] = [];
  readonly reversed: string[] = [];
  readonly refunded: [string, number][] = [];
  #answers: ((answer: TerminalAnswer) => void)[] = [];
  #waiting: (() => void)[] = [];
  authorise(charge: Charge): Promise<TerminalAnswer> {
    this.asked.push(charge);
    for (const heard of this.#waiting.splice(0)) heard();
    return new Promise((answer) => this.#answers.push(answer));
  }
  async reverse(reference: string) {
    this.reversed.push(reference);
  }
  async refund(reference: string, amount: number) {
    this.refunded.push([reference, amount]);
  }
  answer(answer: TerminalAnswer) {
    this.#answers.shift()?.(answer);
  }
  whenAsked(): Promise<void> {
    return this.#answers.length > 0 ? Promise.resolve() : new Promise((heard) => this.#waiting.push(heard));
  }
}

async function withHold(
  terminal: Terminal | undefined,
  wait: (ms: number, signal?: AbortSignal) => Promise<void> = () => new Promise(() => {}),
  seat = '15A',
) {
  const it = await openTestHub();
  const flight = await it.addFlight();
  const held = value(await it.hold(flight.id, [seat]));
  const asked = new Set<string>();
  const method = takePaymentMethod({ hub: it.hub, terminal, wait, asked });
  return {
    ...it,
    asked,
    flight,
    held,
    confirm: (tenders: Confirm['tenders'], requestId = 'the-request') =>
      method({ session: undefined, actor: ANA, connection }, { requestId, ...sale(held, { tenders }) }),
    state: async () => value(await it.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking.state,
  };
}

const card = (amount = 100_00, testCard: TestCard | null = null): Confirm['tenders'][number] => ({
  kind: 'card',
  amount,
  approvalCode: null,
  testCard,
});
const approved: TerminalAnswer = { kind: 'approved', approvalCode: '071642' };
const settled = () => new Promise((next) => setImmediate(next));

describe('a card at the desk’s terminal', () => {
  test('is asked once, and its approval stands on the tender', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    const reply = it.confirm([card()]);
    await terminal.whenAsked();
    terminal.answer(approved);
    expect(value(await reply)).toMatchObject({ state: 'CONFIRMED', tenders: [{ kind: 'card', approvalCode: '071642' }] });
    expect(terminal.asked).toMatchObject([{ amount: 100_00, currency: 'USD' }]);
  });

  test('protects its hold while the terminal works, so that a slow one cannot lose a seat', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    it.clock.advance(5 * MINUTE_MS - 1);
    const reply = it.confirm([card()]);
    await terminal.whenAsked();
    it.clock.advance(PAYMENT_GRACE_MS - 1);
    expect(codeOf(await it.hold(it.flight.id, ['15A'], {}, JONAS))).toBe('SEAT_HELD');
    expect(codeOf(await it.hub.execute('holds.release', { requestId: it.requestId(), bookingId: it.held.bookingId }, ANA))).toBe(
      'PAYMENT_UNDER_WAY',
    );
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe('ok');
  });

  test('approved too late, it takes the same seats again if they are free', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    const reply = it.confirm([card()]);
    await terminal.whenAsked();
    it.clock.advance(10 * MINUTE_MS);
    value(await it.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null));
    expect(await it.claims(it.flight.id)).toEqual([]);
    terminal.answer(approved);
    expect(value(await reply).state).toBe('CONFIRMED');
    expect(await it.claims(it.flight.id)).toEqual(['15A']);
    expect(await it.counters(it.flight.id)).toMatchObject([{ held: 0, sold: 1 }]);
  });

  test('approved too late with the seat gone, it is refunded by itself and sells nothing', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    watchRefunds(it.hub, terminal);
    const reply = it.confirm([card()]);
    await terminal.whenAsked();
    it.clock.advance(10 * MINUTE_MS);
    const other = value(await it.hold(it.flight.id, ['15A'], {}, JONAS));
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe('PAYMENT_TOO_LATE');
    for (let turn = 0; turn < 20 && terminal.refunded.length === 0; turn++) await settled();
    expect(terminal.refunded).toMatchObject([[expect.any(String), 100_00]]);
    expect(value(await it.hub.ask('bookings.get', { bookingId: other.bookingId }, JONAS)).booking.state).toBe('HOLD');
  });

  test('when the second of two cards is declined, the first is given back', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    watchRefunds(it.hub, terminal);
    const reply = it.confirm([card(60_00), card(40_00)]);
    await terminal.whenAsked();
    terminal.answer(approved);
    await settled();
    await terminal.whenAsked();
    terminal.answer({ kind: 'declined', reason: 'no funds', retryAfterMs: null });
    expect(codeOf(await reply)).toBe('PAYMENT_DECLINED');
    for (let turn = 0; turn < 20 && terminal.refunded.length === 0; turn++) await settled();
    expect(terminal.refunded).toMatchObject([[expect.any(String), 60_00]]);
    expect(await it.state()).toBe('PAYMENT_FAILED');
  });

  test('the same request again while the terminal works waits for the same answer and charges once', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    const replies = [it.confirm([card()]), it.confirm([card()])];
    await terminal.whenAsked();
    expect(codeOf(await it.confirm([card(50_00), card(50_00)])), 'another sale of that number meanwhile').toBe('REQUEST_REUSED');
    terminal.answer(approved);
    const [first, second] = await Promise.all(replies);
    expect(first).toEqual(second);
    expect(await it.confirm([card()]), 'and again afterwards').toEqual(first);
    expect(terminal.asked).toHaveLength(1);
    expect(codeOf(await it.confirm([card(50_00), card(50_00)]))).toBe('REQUEST_REUSED');
  });

  test('a crash while the terminal worked: at the next start it is reversed and the seats are free', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    void it.confirm([card()]);
    await terminal.whenAsked();
    expect(await settleInterruptedPayments(it.hub, terminal)).toBe(1);
    expect(terminal.reversed).toHaveLength(1);
    expect(await it.state()).toBe('PAYMENT_FAILED');
    expect(await it.claims(it.flight.id)).toEqual([]);
    expect(await settleInterruptedPayments(it.hub, terminal)).toBe(0);
  });

  test('an answer that the store could not keep is reversed once nobody can be waiting for it', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    void it.confirm([card()]);
    await terminal.whenAsked();
    it.clock.advance(PAYMENT_FORGOTTEN_MS - 1);
    expect(await settleInterruptedPayments(it.hub, terminal, PAYMENT_FORGOTTEN_MS)).toBe(0);
    it.clock.advance(1);
    expect(await settleInterruptedPayments(it.hub, terminal, PAYMENT_FORGOTTEN_MS)).toBe(1);
    expect(terminal.reversed).toHaveLength(1);
  });

  test('a card that is read for as long as the computer slept is not given up while its answer is awaited, and keeps its money', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    const reply = it.confirm([card()]);
    await terminal.whenAsked();
    it.clock.step(2 * PAYMENT_FORGOTTEN_MS);
    expect(await settleInterruptedPayments(it.hub, terminal, PAYMENT_FORGOTTEN_MS, it.asked)).toBe(0);
    expect(terminal.reversed).toEqual([]);
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe('ok');
    expect([...it.asked]).toEqual([]);
  });

  test.each<[string, string, RefusalCode]>([
    ['the flight is cancelled', 'UPDATE flights SET cancelled = 1', 'FLIGHT_CANCELLED'],
    ['the flight has left', 'UPDATE flights SET departs_at = 1', 'FLIGHT_DEPARTED'],
    ['the seat is gone with the aircraft', "UPDATE flights SET seat_map = 'dash-8-400'", 'SEAT_UNKNOWN'],
  ])('approved when %s meanwhile, it is refunded by itself and sells nothing', async (_what, change, code) => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal, undefined, '30A');
    watchRefunds(it.hub, terminal);
    const reply = it.confirm([card()]);
    await terminal.whenAsked();
    await it.db.change(change).run();
    terminal.answer(approved);
    expect(codeOf(await reply)).toBe(code);
    for (let turn = 0; turn < 20 && terminal.refunded.length === 0; turn++) await settled();
    expect(terminal.refunded).toMatchObject([[expect.any(String), 100_00]]);
    expect(await it.state()).toBe('PAYMENT_FAILED');
    expect(await it.claims(it.flight.id)).toEqual([]);
    expect(codeOf(await it.confirm([card()])), 'the same answer when asked again').toBe(code);
  });

  test('a refund of a cancelled booking goes back through the terminal', async () => {
    const terminal = new HandTerminal();
    const it = await withHold(terminal);
    watchRefunds(it.hub, terminal);
    const reply = it.confirm([card()]);
    await terminal.whenAsked();
    terminal.answer(approved);
    const { bookingId } = value(await reply);
    const quote = value(await it.hub.execute('bookings.cancelQuote', { requestId: it.requestId(), bookingId }, ANA));
    value(await it.hub.execute('bookings.cancel', { requestId: it.requestId(), bookingId, quoteId: quote.quoteId }, ANA));
    for (let turn = 0; turn < 20 && terminal.refunded.length === 0; turn++) await settled();
    expect(terminal.refunded).toMatchObject([[expect.any(String), 100_00]]);
  });

  test('without a terminal the approval code has to be typed', async () => {
    const it = await withHold(undefined);
    expect(codeOf(await it.confirm([card(99_99)], 'wrong-amount')), 'said last, as in the list').toBe('TENDERS_MISMATCH');
    expect(codeOf(await it.confirm([card()]))).toBe('TERMINAL_MISSING');
    expect(codeOf(await it.confirm([{ kind: 'card', amount: 100_00, approvalCode: '083914', testCard: null }]))).toBe('ok');
  });
});

describe('the simulated terminal', () => {
  test.each<[TestCard, string, string]>([
    ['approve', 'ok', 'CONFIRMED'],
    ['decline', 'PAYMENT_DECLINED', 'PAYMENT_FAILED'],
    ['decline-once', 'ok', 'CONFIRMED'],
    ['time-out', 'PAYMENT_TIMED_OUT', 'PAYMENT_FAILED'],
  ])('%s: %s', async (testCard, code, state) => {
    const it = await withHold(new SimulatedTerminal(noWait), (ms) =>
      ms < 10_000 || testCard === 'time-out' ? noWait() : new Promise(() => {}),
    );
    expect(codeOf(await it.confirm([card(100_00, testCard)]))).toBe(code);
    expect(await it.state()).toBe(state);
    expect(await it.claims(it.flight.id)).toEqual(state === 'CONFIRMED' ? ['15A'] : []);
    expect(codeOf(await it.confirm([card(100_00, testCard)])), 'the same answer when asked again').toBe(code);
  });
});

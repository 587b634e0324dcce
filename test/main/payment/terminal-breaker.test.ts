import { expect, test } from 'vitest';
import { Payments } from '../../../main/payment/take-payment.ts';
import type { Charge, Terminal, TerminalAnswer } from '../../../main/payment/terminal.ts';
import { TerminalBreaker } from '../../../main/payment/terminal-breaker.ts';
import { TERMINAL_FAILURES_MAX, TERMINAL_REST_MS } from '../../../shared/bounds.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { HERE, seatAt } from '../support/here.ts';
import { ANA, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

/** Breaks off, declines or approves as the test says. */
class MoodyTerminal implements Terminal {
  readonly kind = 'attached';
  readonly asked: Charge[] = [];
  mood: 'broken' | 'declines' | 'approves' = 'broken';
  async authorise(charge: Charge): Promise<TerminalAnswer> {
    this.asked.push(charge);
    if (this.mood === 'broken') throw new Error('the line is broken');
    if (this.mood === 'declines') return { kind: 'declined', reason: 'no funds', retryAfterMs: null };
    return { kind: 'approved', approvalCode: '071642' };
  }
  async reverse() {
    return { kind: 'done' } as const;
  }
  async refund() {
    return { kind: 'done' } as const;
  }
}

async function openTill() {
  const store = await openTestHub();
  const flight = await store.addFlight({ fixed: true });
  const terminal = new MoodyTerminal();
  const troubles: string[] = [];
  const breaker = new TerminalBreaker({ now: () => store.hub.now(), trouble: (problem) => void troubles.push(problem) });
  // Waits between tries are over at once; the limit of an answer is never reached.
  const wait = (ms: number) => (ms <= 4_000 ? Promise.resolve() : new Promise<void>(() => {}));
  const payments = new Payments({ hub: store.hub, terminal, wait, breaker });
  let row = 19;
  const call = { session: undefined, actor: ANA, connection: { ...seatAt(), session: undefined, caller: HERE, notify: () => {} } };
  const hold = async () => value(await store.hold(flight.id, [`${++row}A`]));
  const pay = async (held: Awaited<ReturnType<typeof hold>>, kind: 'card' | 'cash' = 'card', requestId = store.requestId()) => {
    const { total: amount } = held;
    const tender = kind === 'cash' ? { kind, amount, given: amount } : { kind, amount, approvalCode: null, testCard: null };
    return payments.confirm(call, { requestId, ...sale(held, { tenders: [tender] }) });
  };
  return { ...store, terminal, troubles, hold, pay, asked: () => terminal.asked.length };
}

test('after five failures in a row the terminal is left alone for 30 s: cards are refused at once, the hold stays, cash sells', async () => {
  const till = await openTill();
  expect(codeOf(await till.pay(await till.hold()))).toBe('PAYMENT_TIMED_OUT');
  expect(till.asked()).toBe(4);
  expect(till.troubles).toEqual([]);
  // The fifth failure opens it, and the card is not tried again.
  expect(codeOf(await till.pay(await till.hold()))).toBe('PAYMENT_TIMED_OUT');
  expect(till.asked()).toBe(5);
  expect(till.troubles).toEqual([expect.stringContaining('failed 5 times in a row')]);

  const held = await till.hold();
  const refused = await till.pay(held);
  expect(refused).toMatchObject({ refusal: { code: 'TERMINAL_RESTS', details: { comeAgainMs: TERMINAL_REST_MS } } });
  expect(till.asked()).toBe(5);
  const stored = value(await till.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking;
  expect(stored).toMatchObject({ state: 'HOLD', payingSince: null, tenderFailedAt: null });
  expect(codeOf(await till.pay(held, 'cash'))).toBe('ok');
});

test.each([
  ['works, and cards are taken again', 'approves', 'ok', 6, '', 'ok', 7],
  ['says no, which is an answer too', 'declines', 'PAYMENT_DECLINED', 6, '', 'PAYMENT_DECLINED', 7],
  ['fails, and it rests once more', 'broken', 'PAYMENT_TIMED_OUT', 6, 'failed 6 times', 'TERMINAL_RESTS', 6],
] as const)('after the rest one card tries it: it %s', async (_, mood, code, asked, trouble, next, then) => {
  const till = await openTill();
  await till.pay(await till.hold());
  await till.pay(await till.hold());
  till.clock.advance(TERMINAL_REST_MS - 1);
  expect(codeOf(await till.pay(await till.hold()))).toBe('TERMINAL_RESTS');
  till.clock.advance(1);
  till.terminal.mood = mood;
  expect(codeOf(await till.pay(await till.hold()))).toBe(code);
  expect(till.asked()).toBe(asked);
  expect(till.troubles.at(-1)).toContain(trouble);
  expect(codeOf(await till.pay(await till.hold()))).toBe(next);
  expect(till.asked()).toBe(then);
});

test('a terminal that works again tells how long it was left alone, over all its rests', () => {
  const clock = new FakeClock();
  const rests: number[] = [];
  const breaker = new TerminalBreaker({ now: () => clock.now(), trouble: () => {}, works: (restedMs) => rests.push(restedMs) });
  for (let failure = 0; failure < TERMINAL_FAILURES_MAX; failure++) breaker.heard(false);
  clock.advance(TERMINAL_REST_MS);
  breaker.heard(false);
  expect(rests, 'it rests on').toEqual([]);
  clock.advance(TERMINAL_REST_MS + 7);
  breaker.heard(true);
  breaker.heard(true);
  expect(rests).toEqual([2 * TERMINAL_REST_MS + 7]);
});

test('while one card tries it, others are refused', async () => {
  const till = await openTill();
  await till.pay(await till.hold());
  await till.pay(await till.hold());
  till.clock.advance(TERMINAL_REST_MS);
  till.terminal.mood = 'approves';
  const [one, other] = [await till.hold(), await till.hold()];
  const codes = (await Promise.all([till.pay(one), till.pay(other)])).map(codeOf);
  expect(codes.sort()).toEqual(['TERMINAL_RESTS', 'ok']);
});

test('the repeat of a sale that was made is answered with the sale, even while the terminal rests', async () => {
  const till = await openTill();
  till.terminal.mood = 'approves';
  const held = await till.hold();
  const sold = await till.pay(held, 'card', 'sold-before-the-rest');
  till.terminal.mood = 'broken';
  await till.pay(await till.hold());
  await till.pay(await till.hold());
  expect(await till.pay(held, 'card', 'sold-before-the-rest')).toEqual(sold);
});

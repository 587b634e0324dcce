import { describe, expect, test } from 'vitest';
import { JobRunner } from '../../../main/jobs/job-runner.ts';
import { giveUpPayments } from '../../../main/payment/give-up-payments.ts';
import { paymentJobs } from '../../../main/payment/payment-jobs.ts';
import { Payments } from '../../../main/payment/take-payment.ts';
import type { TerminalAnswer } from '../../../main/payment/terminal.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { PaymentRow } from '../../../main/store/tables/payments-table.ts';
import { PAYMENT_ANSWER_MS_MAX, UNDO_MS } from '../../../shared/bounds.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { HERE, seatAt } from '../support/here.ts';
import { ANA, type Confirm, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';
import { HandTerminal } from './hand-terminal.ts';

const connection = { ...seatAt(), session: undefined, caller: HERE, notify: () => {} };
const approved: TerminalAnswer = { kind: 'approved', approvalCode: '071642' };
const declined: TerminalAnswer = { kind: 'declined', reason: 'no funds', retryAfterMs: null };
type Tenders = Confirm['tenders'];
const card = (amount: number, charge?: string): Tenders[number] => ({
  ...{ kind: 'card', amount, approvalCode: null, testCard: null },
  ...(charge === undefined ? {} : { charge }),
});
const cash = (amount: number): Tenders[number] => ({ kind: 'cash', amount, given: amount });

/** A desk with a hold of 100.00 that runs for five minutes, and a terminal that answers by hand. */
async function atTill({ silent = false } = {}) {
  const till = await openTestHub();
  const flight = await till.addFlight();
  const held = value(await till.hold(flight.id, ['15A']));
  const terminal = new HandTerminal();
  const wait = (ms: number) => (silent && ms === PAYMENT_ANSWER_MS_MAX ? Promise.resolve() : new Promise<void>(() => {}));
  const payments = new Payments({ hub: till.hub, terminal, wait });
  const timer = new FakeTimer(till.clock);
  const jobs = new JobRunner({ hub: till.hub, work: paymentJobs(terminal), timer, random: () => 0.5, tried: () => {} });
  jobs.start();
  const call = { session: undefined, actor: ANA, connection };
  const confirm = (tenders: Tenders, requestId = till.requestId()) => payments.confirm(call, { requestId, ...sale(held, { tenders }) });
  const on = () => ({ requestId: till.requestId(), bookingId: held.bookingId });
  return {
    ...till,
    ...{ flight, held, terminal, timer, payments, confirm, on },
    giveUp: (actor = ANA) => payments.giveUp({ ...call, actor }, { bookingId: held.bookingId }),
    /** Asks for a sale whose cards are answered one after the other. */
    async pay(tenders: Tenders, answers: readonly TerminalAnswer[], requestId = till.requestId()) {
      const reply = confirm(tenders, requestId);
      for (const answer of answers) {
        await terminal.whenAsked();
        terminal.answer(answer);
        await eventLoopTurns(3);
      }
      return reply;
    },
    booking: async () => value(await till.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking,
    payment: (reference: string) => till.db.query<PaymentRow>('SELECT * FROM payments WHERE reference = ?').get(reference),
    async events() {
      const rows = await till.db.query<{ type: string }>('SELECT type FROM journal ORDER BY event').all();
      return rows.map(({ type }) => type);
    },
    async endHold() {
      const { expiresAt } = value(await till.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking;
      till.clock.advance((expiresAt ?? 0) - till.clock.now());
      value(await till.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null));
      await eventLoopTurns();
    },
  };
}

describe('after a tender failed', () => {
  test('a declined card released the seats at once: now they stay, and cash sells them', async () => {
    const till = await atTill();
    till.clock.advance(MINUTE_MS);
    const until = till.held.expiresAt;
    expect(await till.pay([card(100_00)], [declined])).toMatchObject({
      refusal: { code: 'PAYMENT_DECLINED', details: { reason: 'no funds', until, taken: 0 } },
    });
    expect(await till.booking()).toMatchObject({ state: 'HOLD', expiresAt: until, payingSince: null, tenderFailedAt: till.clock.now() });
    expect(codeOf(await till.hold(till.flight.id, ['15A'], {}, JONAS))).toBe('SEAT_HELD');
    expect(codeOf(await till.confirm([cash(100_00)]))).toBe('ok');
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('the seats stay two minutes at least, but only once, so that nobody keeps seats by being declined', async () => {
    const till = await atTill();
    till.clock.advance(5 * MINUTE_MS - 1);
    await till.pay([card(100_00)], [declined]);
    expect((await till.booking()).expiresAt).toBe(till.clock.now() + 2 * MINUTE_MS);
    till.clock.advance(2 * MINUTE_MS - 1);
    await till.pay([card(100_00)], [declined]);
    expect((await till.booking()).expiresAt, 'what was left of the first two minutes').toBe(till.clock.now() + 1);
    const last = till.confirm([card(100_00)]);
    await till.terminal.whenAsked();
    till.clock.advance(30_000);
    till.terminal.answer(declined);
    expect(codeOf(await last)).toBe('PAYMENT_FAILED');
    expect(await till.booking()).toMatchObject({ state: 'PAYMENT_FAILED', expiresAt: null });
    expect(await till.claims(till.flight.id)).toEqual([]);
  });

  test('with 0 in the settings the seats are released at once, as before', async () => {
    const till = await atTill();
    value(await till.hub.execute('settings.set', { requestId: till.requestId(), name: 'tenderMinutes', value: 0 }, MERCY));
    const reply = await till.pay([card(60_00), card(40_00)], [approved, declined], 'the-request');
    expect(reply).toMatchObject({
      refusal: { code: 'PAYMENT_FAILED', message: 'The payment failed: no funds. What was charged is being reversed.' },
    });
    await eventLoopTurns();
    expect(till.terminal.reversed).toEqual(['the-request.0']);
    expect((await till.booking()).state).toBe('PAYMENT_FAILED');
    expect(await till.claims(till.flight.id)).toEqual([]);
  });

  test('a card that was declined alone charged nothing (it was said that what was charged is being reversed)', async () => {
    const till = await atTill();
    value(await till.hub.execute('settings.set', { requestId: till.requestId(), name: 'tenderMinutes', value: 0 }, MERCY));
    const reply = await till.pay([card(100_00)], [declined]);
    expect(reply).toMatchObject({ refusal: { message: 'The payment failed: no funds. No card was charged.' } });
  });
});

describe('a card of a split payment that was approved before the other was declined', () => {
  async function withTaken() {
    const till = await atTill();
    const reply = await till.pay([card(60_00), card(40_00)], [approved, declined], 'the-request');
    return { ...till, reply };
  }

  test('was reversed: now it stands taken, and the hold says so', async () => {
    const till = await withTaken();
    expect(till.reply).toMatchObject({ refusal: { code: 'PAYMENT_DECLINED', details: { taken: 60_00 } } });
    expect(till.terminal.reversed).toEqual([]);
    expect((await till.booking()).tenders).toMatchObject([
      { kind: 'card', amount: 60_00, approvalCode: '071642', charge: 'the-request.0', refunded: 0 },
    ]);
    const { holds } = value(await till.hub.ask('holds.ofDesk', {}, ANA));
    expect(holds).toMatchObject([{ tenders: [{ charge: 'the-request.0' }] }]);
    expect(await till.pay([card(60_00), card(40_00)], [], 'the-request'), 'the same answer when asked again').toEqual(till.reply);
  });

  test('becomes part of the sale without asking the terminal again, and is refunded as any other', async () => {
    const till = await withTaken();
    const sold = value(await till.confirm([card(60_00, 'the-request.0'), cash(40_00)]));
    expect(sold).toMatchObject({ state: 'CONFIRMED', tenders: [{ approvalCode: '071642', charge: 'the-request.0' }, { kind: 'cash' }] });
    expect(till.terminal.asked).toHaveLength(2);
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'APPROVED' });
    const quote = value(await till.hub.execute('bookings.cancelQuote', till.on(), ANA));
    value(await till.hub.execute('bookings.cancel', { ...till.on(), offerId: quote.offerId }, ANA));
    await eventLoopTurns();
    expect(till.terminal.refunded, 'the cancellation may still be undone').toEqual([]);
    till.timer.pass(UNDO_MS);
    await eventLoopTurns();
    expect(till.terminal.refunded).toEqual([['the-request.0.r1', 60_00]]);
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test('is reversed when the sale is paid in another way', async () => {
    const till = await withTaken();
    expect(codeOf(await till.confirm([cash(100_00)]))).toBe('ok');
    await eventLoopTurns();
    expect(till.terminal.reversed).toEqual(['the-request.0']);
    expect((await till.events()).slice(-3)).toEqual(['booking.confirmed', 'payment.reversalDue', 'payment.reversed']);
  });

  test('is reversed when the hold is released', async () => {
    const till = await withTaken();
    expect(value(await till.hub.execute('holds.release', till.on(), ANA))).toMatchObject({ state: 'RELEASED', tenders: [] });
    await eventLoopTurns();
    expect(till.terminal.reversed).toEqual(['the-request.0']);
  });

  test('is reversed when the hold ends, which is PAYMENT_FAILED then, told and listed for review', async () => {
    const till = await withTaken();
    await till.endHold();
    expect((await till.booking()).state).toBe('PAYMENT_FAILED');
    expect(till.terminal.reversed).toEqual(['the-request.0']);
    expect((await till.events()).slice(-4)).toEqual([
      ...['payment.tenderFailed', 'payment.failed', 'payment.reversalDue', 'payment.reversed'],
    ]);
    expect(value(await till.hub.ask('payments.failed', {}, MERCY))).toMatchObject({
      payments: [
        {
          ...{ bookingId: till.held.bookingId, desk: ANA.desk, reason: 'no other tender was taken in time', total: 100_00, passengers: 1 },
          charges: [
            { amount: 60_00, standing: 'returned' },
            { amount: 40_00, standing: 'declined', reason: 'no funds' },
          ],
        },
      ],
      more: 0,
    });
    expect(await crossCheck(till.db)).toBeUndefined();
  });

  test.each<[string, (booking: string) => Tenders]>([
    ['of another amount', (charge) => [card(59_00, charge), cash(41_00)]],
    ['that nobody knows', () => [card(60_00, 'another.0'), cash(40_00)]],
    ['that was declined', () => [card(40_00, 'the-request.1'), cash(60_00)]],
    ['twice', (charge) => [card(60_00, charge), card(60_00, charge)]],
  ])('a charge %s pays nothing', async (what, tenders) => {
    const till = await withTaken();
    if (what === 'twice') await till.db.change('UPDATE bookings SET total = 12000').run();
    const wrong = await till.confirm(tenders('the-request.0'));
    expect(['CHARGE_NOT_TAKEN', 'TENDERS_MISMATCH']).toContain(codeOf(wrong));
    expect(await till.payment('the-request.0')).toMatchObject({ state: 'TAKEN' });
  });
});

describe('a terminal that is given up', () => {
  test('could not be: now the asking ends, the charge is reversed, and the seats stay', async () => {
    const till = await atTill();
    const reply = till.confirm([card(100_00)], 'the-request');
    await till.terminal.whenAsked();
    expect(value(await till.giveUp())).toEqual({ bookingId: till.held.bookingId });
    expect(await reply).toMatchObject({ refusal: { code: 'PAYMENT_GIVEN_UP', details: { until: till.held.expiresAt } } });
    await eventLoopTurns();
    expect(till.terminal.reversed).toEqual(['the-request.0']);
    expect(await till.booking()).toMatchObject({ state: 'HOLD', payingSince: null });
    expect(await till.confirm([card(100_00)], 'the-request'), 'the same answer when asked again').toEqual(await reply);
    expect(codeOf(await till.confirm([cash(100_00)]))).toBe('ok');
  });

  test('is no longer asked, of another desk, or asked no more: refused', async () => {
    const till = await atTill();
    expect(codeOf(await till.giveUp())).toBe('NO_CARD_ASKED');
    const reply = till.confirm([card(100_00)]);
    await till.terminal.whenAsked();
    expect(codeOf(await till.giveUp(JONAS))).toBe('NO_CARD_ASKED');
    till.terminal.answer(approved);
    expect(codeOf(await reply)).toBe('ok');
    expect(codeOf(await till.giveUp())).toBe('NO_CARD_ASKED');
  });

  test('approved a moment later, its charge is reversed and never sold', async () => {
    const till = await atTill();
    const reply = till.confirm([card(100_00)], 'the-request');
    await till.terminal.whenAsked();
    await till.giveUp();
    till.terminal.answer(approved);
    expect(codeOf(await reply)).toBe('PAYMENT_GIVEN_UP');
    const late = [{ tender: 0, reference: 'the-request.0', approvalCode: '071642' }];
    const tenders = [card(100_00)];
    expect(codeOf(await till.hub.change('payments.confirm', { ...sale(till.held, { tenders }), approved: late }, ANA, null))).toBe(
      'CHARGE_NOT_TAKEN',
    );
    await eventLoopTurns();
    expect(till.terminal.reversed).toEqual(['the-request.0']);
  });
});

test('a silent terminal released the seats: now they stay, and its charge is reversed', async () => {
  const till = await atTill({ silent: true });
  expect(codeOf(await till.confirm([card(100_00)], 'the-request'))).toBe('PAYMENT_TIMED_OUT');
  await eventLoopTurns();
  expect(till.terminal.reversed).toEqual(['the-request.0']);
  expect((await till.booking()).state).toBe('HOLD');
});

test('an attempt that a restart gave up ends no other attempt, whoever repeats it', async () => {
  const till = await atTill();
  void till.confirm([card(60_00), card(40_00)], 'the-first');
  await till.terminal.whenAsked();
  expect(await giveUpPayments(till.hub)).toBe(2);
  expect(await till.events()).toEqual([
    ...['hold.placed', 'payment.begun', 'payment.tenderFailed', 'payment.reversalDue', 'payment.reversalDue'],
  ]);
  const charges = [{ reference: 'the-second.0', amount: 100_00 }];
  const begun = { ...sale(till.held, { tenders: [card(100_00)] }), charges, terminal: true };
  value(await till.hub.change('payments.begin', begun, ANA, 'the-second.begin'));
  const late = { bookingId: till.held.bookingId, reason: 'no answer', final: false };
  const first = [{ reference: 'the-first.0', approvalCode: null, mayBeCharged: true }];
  value(await till.hub.change('payments.fail', { ...late, charges: first }, ANA, 'the-first.fail'));
  expect((await till.booking()).payingSince, 'the second attempt goes on').not.toBeNull();
});

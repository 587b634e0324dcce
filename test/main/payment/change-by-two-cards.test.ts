import { expect, test } from 'vitest';
import { commands } from '../../../main/commands/registry.ts';
import type { CommandTable } from '../../../main/engine/engine.ts';
import { Payments } from '../../../main/payment/take-payment.ts';
import type { TerminalAnswer } from '../../../main/payment/terminal.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { OFFER_MS } from '../../../shared/bounds.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/instants.ts';
import { refuse } from '../../../shared/refusals.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { HERE, seatAt } from '../support/here.ts';
import { ANA, type Confirm, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';
import { HandTerminal } from './hand-terminal.ts';

const approved: TerminalAnswer = { kind: 'approved', approvalCode: '071642' };
const card = (amount: number): Confirm['tenders'][number] => ({ kind: 'card', amount, approvalCode: null, testCard: null });

/** A sold booking at 100.00, and the offer of a dearer flight whose seats are held for so many minutes from now on. */
async function atTill(minutes = 5, own: Partial<typeof commands> = {}) {
  const till = await openTestHub({ commands: { ...commands, ...own } as unknown as CommandTable });
  const flight = await till.addFlight({ fixed: true });
  const later = await till.addFlight({ fixed: true, departs_at: till.clock.now() + 60 * HOUR_MS, base_fare: 150_00 });
  const held = value(await till.hold(flight.id, ['15A']));
  const { bookingId } = value(await till.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, till.requestId()));
  const hold = value(await till.hold(later.id, ['15A'], { minutes }));
  const change = { kind: 'flights' as const, hold: hold.bookingId, replaces: [1] };
  const offer = value(await till.hub.execute('bookings.changeQuote', { requestId: till.requestId(), bookingId, change }, ANA));
  const terminal = new HandTerminal();
  const payments = new Payments({ hub: till.hub, terminal, wait: () => new Promise<void>(() => {}) });
  const call = { session: undefined, actor: ANA, connection: { ...seatAt(), session: undefined, caller: HERE, notify: () => {} } };
  const tenders = [card(20_00), card(offer.total - 20_00)];
  return {
    ...{ ...till, later, hold, bookingId, terminal },
    take: () => payments.change(call, { requestId: till.requestId(), bookingId, offerId: offer.offerId, tenders }),
    async answer(after: number) {
      await terminal.whenAsked();
      till.clock.advance(after);
      terminal.answer(approved);
      await eventLoopTurns(3);
    },
  };
}

test.each([
  ['its hold', 5, 4 * MINUTE_MS],
  ['its offer', 20, OFFER_MS - MINUTE_MS],
])('never again: a change that was paid with two cards lost %s while the second card was asked', async (_, minutes, begun) => {
  const till = await atTill(minutes);
  till.clock.advance(begun);
  const reply = till.take();
  await till.answer(110 * SECOND_MS);
  await till.answer(110 * SECOND_MS);
  expect(value(await reply)).toMatchObject({ legs: [{ flightId: till.later.id, seats: ['15A'] }], total: till.hold.total });
  expect(await crossCheck(till.db)).toBeUndefined();
});

test('when another offer is asked for meanwhile, the second card is not asked, and the first is given back', async () => {
  const till = await atTill();
  const reply = till.take();
  await till.terminal.whenAsked();
  const change = { kind: 'flights' as const, hold: till.hold.bookingId, replaces: [1] };
  value(
    await till.hub.execute(
      'bookings.changeQuote',
      { requestId: till.requestId(), bookingId: till.bookingId, change },
      { ...JONAS, desk: ANA.desk },
    ),
  );
  till.terminal.answer(approved);
  expect(codeOf(await reply)).toBe('OFFER_REPLACED');
  expect(till.terminal.asked).toHaveLength(1);
  const due = await till.db.query<{ state: string }>('SELECT state FROM payments WHERE amount = 2000').get();
  expect(due?.state).toBe('REVERSAL_DUE');
});

test.each([
  ['second card', 'changes.renew', 1],
  ['change', 'changes.take', 2],
] as const)(
  'what got another aircraft before the %s was not to be done "in some seconds": its cards are given back',
  async (_, step, asked) => {
    const till = await atTill(5, { [step]: async () => refuse('FLIGHT_CHANGING', { flightId: 2, flight: 'B6 102' }) });
    const reply = till.take();
    for (let card = 1; card <= asked; card++) await till.answer(0);
    expect(await reply).toMatchObject({
      refusal: {
        code: 'CHANGE_UNPAID',
        message: 'The change is not paid: B6 102 is getting another aircraft. What was charged is being reversed.',
      },
    });
    const due = await till.db.query<{ state: string }>('SELECT state FROM payments WHERE amount = 2000').get();
    expect(due?.state).toBe('REVERSAL_DUE');
  },
);

import { describe, expect, test } from 'vitest';
import { Payments } from '../../../main/payment/take-payment.ts';
import type { Terminal, TerminalAnswer } from '../../../main/payment/terminal.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { HERE, seatAt } from '../support/here.ts';
import { ANA, type Confirm, codeOf, JONAS, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

/** What an agent types about a passenger: no other text of the store holds any of it by chance. */
const SECRETS = ['Zyxwaldo', 'Qorvina', '2013-01-02', '999 123 987', 'zyx.example', 'Plimsoll'];
const PASSENGERS: Confirm['passengers'] = [
  { type: 'ADT', surname: 'Zyxwaldo', given: 'Qorvina', title: 'MISS', birthDate: '2013-01-02', with: null },
];
const SALE: Partial<Confirm> = {
  passengers: PASSENGERS,
  contact: { phone: '+1 999 123 987', email: 'q@zyx.example', askedBy: 'Plimsoll' },
};
const approved: TerminalAnswer = { kind: 'approved', approvalCode: '071642' };

/** A sale to somebody of 13, by card; `meanwhile` happens while the terminal works. */
async function sell(answer: TerminalAnswer | 'broken', more: Partial<Confirm> = {}, meanwhile: (till: TestHub) => unknown = () => {}) {
  const till = await openTestHub();
  const flight = await till.addFlight();
  const held = value(await till.hold(flight.id, ['15A']));
  const told: string[] = [];
  till.hub.on((events, texts) => told.push(...texts, JSON.stringify(events)));
  const terminal: Terminal = {
    kind: 'attached',
    async authorise() {
      await meanwhile(till);
      if (answer === 'broken') throw new Error('the line is broken');
      return answer;
    },
    async reverse() {
      return { kind: 'done' } as const;
    },
    async refund() {
      return { kind: 'done' } as const;
    },
  };
  const method = new Payments({ hub: till.hub, terminal, wait: (ms) => (ms <= 4_000 ? Promise.resolve() : new Promise(() => {})) }).confirm;
  const tenders: Confirm['tenders'] = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null }];
  const connection = { ...seatAt(), session: undefined, caller: HERE, notify: () => {} };
  const reply = await method(
    { session: undefined, actor: ANA, connection },
    { requestId: 'the-sale', ...sale(held, { ...SALE, tenders, ...more }) },
  );
  return { ...till, told, code: codeOf(reply), bookingId: held.bookingId, flight };
}

/** Everything that is told or kept for others than who may see the booking: the journal, events, reports. */
async function publicText({
  db,
  told,
  reports,
}: {
  db: TestHub['db'];
  told: readonly string[];
  reports: readonly string[];
}): Promise<string> {
  const journal = await db.query<object>('SELECT * FROM journal').all();
  return [...journal.map((row) => JSON.stringify(row)), ...told, ...reports].join('\n');
}

const otherAircraft = (till: TestHub) => till.db.change("UPDATE flights SET seat_map = '737-800', equipment = '738'").run();

describe('what was typed about a passenger never stands in the journal, in an event or in a report', () => {
  test.each<[string, RefusalCode | 'ok', () => ReturnType<typeof sell>]>([
    ['sold', 'ok', () => sell(approved)],
    [
      'a name that is refused',
      'NAME_INVALID',
      () => sell(approved, { passengers: [{ ...(PASSENGERS[0] as (typeof PASSENGERS)[0]), given: '李' }] }),
    ],
    [
      'an age that is refused',
      'AGE_MISMATCH',
      () => sell(approved, { passengers: [{ ...(PASSENGERS[0] as (typeof PASSENGERS)[0]), birthDate: '2020-01-02' }] }),
    ],
    ['a card that is declined', 'PAYMENT_DECLINED', () => sell({ kind: 'declined', reason: 'no funds', retryAfterMs: null })],
    ['a terminal that breaks off', 'PAYMENT_TIMED_OUT', () => sell('broken')],
    ['a seat that became an exit row while the card was charged', 'EXIT_ROW_TOO_YOUNG', () => sell(approved, {}, otherAircraft)],
    [
      'a flight that was cancelled while the card was charged',
      'FLIGHT_CANCELLED',
      () => sell(approved, {}, (till) => till.db.change('UPDATE flights SET cancelled = 1').run()),
    ],
    [
      'a seat that was sold to another while the card was charged',
      'PAYMENT_TOO_LATE',
      () =>
        sell(approved, {}, async (till) => {
          till.clock.advance(10 * MINUTE_MS);
          value(await till.hold(1, ['15A'], {}, JONAS));
        }),
    ],
  ])('%s: %s', async (_what, code, run) => {
    const till = await run();
    expect(till.code).toBe(code);
    const text = await publicText(till);
    expect(text).toContain('hold.placed');
    expect(SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });

  test('quoted and cancelled', async () => {
    const till = await sell(approved);
    const { bookingId } = till;
    const { offerId } = value(await till.hub.execute('bookings.cancelQuote', { requestId: till.requestId(), bookingId }, ANA));
    value(await till.hub.execute('bookings.cancel', { requestId: till.requestId(), bookingId, offerId }, ANA));
    const text = await publicText(till);
    expect(text).toContain('booking.cancelled');
    expect(SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });
});

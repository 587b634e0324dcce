import { describe, expect, test } from 'vitest';
import { Payments } from '../../../main/payment/take-payment.ts';
import type { Charge, Terminal, TerminalAnswer } from '../../../main/payment/terminal.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { HERE, seatAt } from '../support/here.ts';
import { ANA, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

const RETRY_MS = 700;
const LONGEST_RETRY_MS = 4_000;
const ANSWERS = {
  approved: { kind: 'approved', approvalCode: '071642' },
  again: { kind: 'declined', reason: 'the card was not read', retryAfterMs: RETRY_MS },
  'at once': { kind: 'declined', reason: 'the card was not read', retryAfterMs: 0 },
  refused: { kind: 'declined', reason: 'no funds', retryAfterMs: null },
} satisfies Record<string, TerminalAnswer>;
type Answer = keyof typeof ANSWERS | 'broken' | 'silent';

/** Answers one after the other as it is told, and approves from then on: whoever asks too often gets a yes. */
class ScriptedTerminal implements Terminal {
  readonly kind = 'attached';
  readonly asked: Charge[] = [];
  readonly #script: Answer[];
  constructor(script: readonly Answer[]) {
    this.#script = [...script];
  }
  async authorise(charge: Charge): Promise<TerminalAnswer> {
    this.asked.push(charge);
    const answer = this.#script.shift() ?? 'approved';
    if (answer === 'broken') throw new Error('the line is broken');
    return answer === 'silent' ? new Promise(() => {}) : ANSWERS[answer];
  }
  async reverse() {
    return { kind: 'done' } as const;
  }
  async refund() {
    return { kind: 'done' } as const;
  }
}

describe('how often a card is tried', () => {
  test.each<[script: Answer[], tries: number, waits: number, code: RefusalCode | 'ok']>([
    [['approved'], 1, 0, 'ok'],
    [['again', 'approved'], 2, 1, 'ok'],
    [['again', 'again', 'approved'], 3, 2, 'ok'],
    [['again', 'again', 'again', 'approved'], 4, 3, 'ok'],
    [['again', 'again', 'again', 'again', 'approved'], 4, 3, 'PAYMENT_DECLINED'], // never a fifth time
    [['at once', 'at once', 'at once', 'at once', 'approved'], 4, 3, 'PAYMENT_DECLINED'],
    [['refused', 'approved'], 1, 0, 'PAYMENT_DECLINED'],
    [['again', 'refused', 'approved'], 2, 1, 'PAYMENT_DECLINED'],
    [['again', 'again', 'refused', 'approved'], 3, 2, 'PAYMENT_DECLINED'],
    [['broken', 'approved'], 2, 1, 'ok'],
    [['again', 'broken', 'approved'], 3, 2, 'ok'],
    [['broken', 'broken', 'broken', 'broken', 'approved'], 4, 3, 'PAYMENT_TIMED_OUT'],
    [['broken', 'refused', 'approved'], 2, 1, 'PAYMENT_DECLINED'],
    [['silent', 'approved'], 1, 0, 'PAYMENT_TIMED_OUT'],
    [['again', 'again', 'silent', 'approved'], 3, 2, 'PAYMENT_TIMED_OUT'],
  ])('%j: asked %i times', async (script, tries, waits, code) => {
    const till = await openTestHub();
    const held = value(await till.hold((await till.addFlight()).id, ['15A']));
    const terminal = new ScriptedTerminal(script);
    const waited: number[] = [];
    // Waits between tries are over at once. The limit of an answer is reached where the terminal says nothing.
    const wait = async (ms: number): Promise<void> => {
      if (ms <= LONGEST_RETRY_MS) waited.push(ms);
      else if (script[terminal.asked.length] !== 'silent') await new Promise(() => {});
    };
    const method = new Payments({ hub: till.hub, terminal, wait }).confirm;
    const tenders = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null }] as const;
    const call = { session: undefined, actor: ANA, connection: { ...seatAt(), session: undefined, caller: HERE, notify: () => {} } };
    const reply = await method(call, { requestId: 'card-is-tried', ...sale(held, { tenders: [...tenders] }) });
    expect(codeOf(reply)).toBe(code);
    expect(terminal.asked).toHaveLength(tries);
    expect(waited, 'after 1, 2 and 4 s').toEqual([1_000, 2_000, 4_000].slice(0, waits));
    expect(new Set(terminal.asked.map(({ reference }) => reference)).size, 'one reference, so that it can be charged once').toBe(1);
    // Sold, or kept for another tender.
    expect(await till.claims(held.legs[0]?.flightId ?? 0)).toEqual(['15A']);
  });
});

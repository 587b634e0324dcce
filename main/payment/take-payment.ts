import { isDeepStrictEqual } from 'node:util';
import { assert } from '../../shared/assert.ts';
import { PAYMENT_ANSWER_MS_MAX, RETURN_ANSWER_MS_MAX, TERMINAL_FAILURES_MAX } from '../../shared/bounds.ts';
import { accept, type RefusalCode, type Refused, refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubCall, HubMethod } from '../hub/hub-methods.ts';
import { type Change, changePaying } from './change-paying.ts';
import { type ChargeOutcome, chargeCard, type Waiter } from './charge-cards.ts';
import { needsTerminal, type PaidReply, type Paying, SOME_CHARGED, type Stays } from './paying.ts';
import { type Confirm, salePaying } from './sale-paying.ts';
import type { Terminal } from './terminal.ts';
import type { TerminalBreaker } from './terminal-breaker.ts';

interface AskedCharge {
  readonly tender: number;
  readonly reference: string;
  readonly amount: number;
  readonly testCard: Extract<Confirm['tenders'][number], { kind: 'card' }>['testCard'];
}

const GIVEN_UP = 'the terminal was given up';

/** Refusals of a sale after which no other tender can pay its hold. */
const LOST_SEATS: ReadonlySet<RefusalCode> = new Set([
  'FLIGHT_CANCELLED',
  'FLIGHT_DEPARTED',
  'CONNECTION_INVALID',
  'SEAT_UNKNOWN',
  'SEAT_OTHER_CABIN',
]);

export interface PaymentsOptions {
  readonly hub: InnerHub;
  readonly terminal: Terminal | undefined;
  readonly wait: Waiter;
  /** Leaves a terminal alone that fails again and again; without it the terminal is always asked. */
  readonly breaker?: TerminalBreaker;
}

/**
 * Takes the payment of a sale (`bookings.confirm`) or of a change (`bookings.change`).
 *
 * The problem: a card terminal may take a minute, may never answer, and knows nothing of transactions. The process may be killed at any
 * moment. No charge may be forgotten, and no seat may be lost to a slow terminal.
 * Without a card for the desk's terminal a sale is one command. With one it has three steps, and each is safe to repeat. The first writes down
 * what the terminal will be asked, and protects the hold for a bounded grace. The second asks the terminal, outside any transaction. The third
 * confirms the sale, or ends the attempt (commands/fail-payment.ts). A change is paid in the same steps; if it is not, the booking stays as it was.
 * 1. A charge is never forgotten. However the attempt ends, the charge is part of a sale, or stands taken for a live hold, or is known not to have
 *    been made, or a job reverses it. If the store cannot keep even that, the charge stays PENDING and is given up later, or at the next start.
 * 2. A payment that was given up is never sold, because a reversal may get through although nobody heard of it.
 * 3. A repeat of the same request while the terminal works waits for the same answer.
 * 4. A payment whose answer is awaited belongs to the call that waits. Upkeep leaves it alone, however long the computer slept.
 */
export class Payments {
  readonly #options: PaymentsOptions;
  readonly #underWay = new Map<string, { readonly body: readonly unknown[]; readonly reply: Promise<PaidReply> }>();
  readonly #asked = new Set<string>();
  /** Bookings for which a card is being asked, with the desk that asks and the way to give the terminal up. */
  readonly #asking = new Map<number, { readonly desk: string; readonly stop: AbortController }>();
  /** Charges that were reversed while the store could not record it. */
  readonly #givenUp = new Set<string>();
  #stopped = false;

  constructor(options: PaymentsOptions) {
    this.#options = options;
  }

  /** References that the terminal is being asked about now. Nobody else may settle them meanwhile. */
  get asked(): ReadonlySet<string> {
    return this.#asked;
  }

  readonly confirm = ({ actor }: HubCall, input: Confirm): Promise<PaidReply> =>
    this.#once(actor, input, () => this.#pay(actor, input, salePaying(this.#options.hub, actor, input)));

  readonly change: HubMethod<'bookings.change'> = ({ actor }, input) =>
    this.#once(actor, input, () => this.#pay(actor, input, changePaying(this.#options.hub, actor, input)));

  #once(actor: Actor, input: Confirm | Change, pay: () => Promise<PaidReply>): Promise<PaidReply> {
    const body = [actor.user, actor.desk, input];
    const same = this.#underWay.get(input.requestId);
    if (same) return isDeepStrictEqual(same.body, body) ? same.reply : Promise.resolve(refuse('REQUEST_REUSED'));
    if (this.#stopped) return Promise.resolve(refuse('HUB_CLOSING'));
    const reply = pay().finally(() => this.#underWay.delete(input.requestId));
    this.#underWay.set(input.requestId, { body, reply });
    return reply;
  }

  /**
   * Gives up the terminal that is asked for a card of this booking. The sale is answered with PAYMENT_GIVEN_UP. A card that was approved just then
   * is sold all the same.
   */
  readonly giveUp: HubMethod<'payments.giveUp'> = async ({ actor }, { bookingId }) => {
    const asking = this.#asking.get(bookingId);
    if (asking?.desk !== actor.desk) return refuse('NO_CARD_ASKED', { bookingId });
    asking.stop.abort();
    return accept({ bookingId });
  };

  /** Takes no new payment from now on. False, and nothing is changed, while a card is being asked. */
  stopUnlessAsked(): boolean {
    if (this.#asked.size > 0) return false;
    this.#stopped = true;
    return true;
  }

  /** Takes payments again, because what they were stopped for was given up. */
  goOn(): void {
    this.#stopped = false;
  }

  /**
   * Takes no new payment and resolves when those under way have ended: the card that is being asked is confirmed, or given up, and
   * none is asked after it. No later than the terminal's time limit.
   */
  async close(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled([...this.#underWay.values()].map(({ reply }) => reply));
  }

  async #pay(actor: Actor, input: Confirm | Change, paying: Paying): Promise<PaidReply> {
    const { terminal } = this.#options;
    const { requestId, bookingId } = input;
    const charges: AskedCharge[] = input.tenders.flatMap((tender, place) =>
      needsTerminal(tender)
        ? [{ tender: place, reference: `${requestId}.${place}`, amount: tender.amount, testCard: tender.testCard }]
        : [],
    );
    if (charges.length === 0) return paying.finish([]);
    const rests = await this.#restProblem(bookingId, charges);
    if (rests) return rests;
    for (const { reference } of charges) this.#asked.add(reference);
    try {
      const asked = charges.map(({ reference, amount }) => ({ reference, amount }));
      const begun = await paying.begin(asked, terminal !== undefined);
      if (!begun.ok) return begun;
      assert(terminal, 'a payment does not begin without a terminal');
      const stop = new AbortController();
      this.#asking.set(bookingId, { desk: actor.desk, stop });
      return await this.#takeCharges(terminal, actor, input, paying, charges, begun.value.currency, stop.signal);
    } finally {
      this.#asking.delete(bookingId);
      for (const { reference } of charges) this.#asked.delete(reference);
      this.#options.breaker?.release();
    }
  }

  /** Refuses cards at once while the terminal rests. A repeat is let through: what it asks for may be done already. */
  async #restProblem(bookingId: number, charges: readonly AskedCharge[]): Promise<Refused | undefined> {
    const { hub, terminal, breaker } = this.#options;
    const until = terminal && breaker?.restsUntil();
    if (until === undefined) return undefined;
    const known = await hub.look('payments.byReference', { references: charges.map(({ reference }) => reference) });
    if (known.ok && known.value.length > 0) return undefined;
    const comeAgainMs = Math.max(0, until - hub.now());
    return refuse('TERMINAL_RESTS', { bookingId, until, comeAgainMs, failures: TERMINAL_FAILURES_MAX });
  }

  async #takeCharges(
    terminal: Terminal,
    actor: Actor,
    { requestId, bookingId }: Confirm | Change,
    paying: Paying,
    charges: readonly AskedCharge[],
    currency: string,
    stop: AbortSignal,
  ): Promise<PaidReply> {
    const { hub, wait } = this.#options;
    const approved: { tender: number; reference: string; approvalCode: string }[] = [];
    const { breaker } = this.#options;
    const mayRetry = () => !this.#stopped && !breaker?.isOpen;
    const heard = (worked: boolean) => breaker?.heard(worked);

    /**
     * Ends the attempt. `unsure`: a charge that may or may not have been made. `final`: no other tender can pay it. Returns what stays for another
     * tender; undefined when the seats do not stay, or nobody knows.
     */
    const giveUp = async (reason: string, unsure?: string, final = false): Promise<Stays | undefined> => {
      const codes = new Map(approved.map(({ reference, approvalCode }) => [reference, approvalCode]));
      const all = charges.map(({ reference }) => {
        const approvalCode = codes.get(reference) ?? null;
        return { reference, approvalCode, mayBeCharged: approvalCode !== null || reference === unsure };
      });
      const kept = await hub.change('payments.fail', { bookingId, reason, charges: all, final }, actor, `${requestId}.fail`);
      if (kept.ok) return kept.value.until === null ? undefined : { until: kept.value.until, taken: kept.value.taken };
      if (kept.refusal.code === 'REQUEST_REUSED') return undefined;
      await this.#reverseUnkept(
        terminal,
        all.filter(({ mayBeCharged }) => mayBeCharged).map(({ reference }) => reference),
      );
      return undefined;
    };
    /** Ends the attempt because of a card, and says how. */
    const failed = async (code: RefusalCode, reason: string, unsure?: string): Promise<Refused> => {
      const stays = await giveUp(reason, unsure);
      const charged = approved.length > 0 || unsure !== undefined ? SOME_CHARGED : 'No card was charged';
      return paying.failed(code, reason, charged, stays && { ...stays, currency });
    };

    for (const [place, { tender, reference, amount, testCard }] of charges.entries()) {
      let outcome = await this.#settledEarlier(reference);
      if (!outcome && place > 0) {
        if (this.#stopped) {
          await giveUp('Aisle was shut down', undefined, true);
          return refuse('PAYMENT_STOPPED', { bookingId });
        }
        const gone = await paying.renew(place);
        if (gone) {
          await giveUp(gone.refusal.message);
          return gone;
        }
      }
      outcome ??= await chargeCard(
        terminal,
        { reference, amount, currency, testCard },
        { answerMs: PAYMENT_ANSWER_MS_MAX, wait, heard, mayRetry, stop },
      );
      if (outcome.kind === 'approved') {
        approved.push({ tender, reference, approvalCode: outcome.approvalCode });
        continue;
      }
      if (outcome.kind === 'declined') return failed('PAYMENT_DECLINED', outcome.reason);
      if (outcome.kind === 'given-up') return failed('PAYMENT_GIVEN_UP', GIVEN_UP, reference);
      return failed('PAYMENT_TIMED_OUT', 'no answer from the terminal', reference);
    }
    // From here on it is sold, or it is not: there is no card to give up any more.
    this.#asking.delete(bookingId);

    const paid = await paying.finish(approved);
    // The writer is gone, so nobody knows whether it was committed. The next start finds it out from the store.
    if (paid.ok || paid.refusal.code === 'HUB_UNREACHABLE') return paid;
    // Every console hears the reason, because it goes into the journal. So it must not hold a passenger's name.
    const { code, details, message } = paid.refusal;
    await giveUp('name' in details ? 'the passengers no longer fit' : message, undefined, LOST_SEATS.has(code));
    return paid;
  }

  /** The store can keep nothing, so no job can be stored. The charges are reversed at once, and recorded later. */
  async #reverseUnkept(terminal: Terminal, references: readonly string[]): Promise<void> {
    for (const reference of references) this.#givenUp.add(reference);
    const limit = new AbortController();
    const overdue = this.#options.wait(RETURN_ANSWER_MS_MAX, limit.signal).catch(() => {});
    const tried = references.map(async (reference) => terminal.reverse(reference, limit.signal));
    await Promise.race([Promise.allSettled(tried), overdue]);
    limit.abort();
  }

  /** What became of a charge that was stored or given up earlier. A repeat must not ask the terminal again. */
  async #settledEarlier(reference: string): Promise<ChargeOutcome | undefined> {
    if (this.#givenUp.has(reference)) return { kind: 'no-answer' };
    const found = await this.#options.hub.look('payments.byReference', { references: [reference] });
    const payment = found.ok ? found.value[0] : undefined;
    if (!payment || payment.state === 'PENDING') return undefined;
    if (payment.reason === GIVEN_UP) return { kind: 'given-up' };
    if (payment.state === 'DECLINED') return { kind: 'declined', reason: payment.reason };
    return payment.approval_code === null ? { kind: 'no-answer' } : { kind: 'approved', approvalCode: payment.approval_code };
  }
}

import { type ReturnFault, SimulatedTerminal } from '../../main/payment/simulated-terminal.ts';
import type { Charge, Refund, ReturnAnswer, Terminal, TerminalAnswer } from '../../main/payment/terminal.ts';
import { PAYMENT_RETRY_MS, RETURN_ANSWER_MS_MAX } from '../../shared/bounds.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How soon a card that was not read may be tried again, as the terminal says. */
const UNREAD_RETRY_MS = 317;

/** How the bank behaves when money is to go back. tooLate: it is done, and said so when nobody listens any more. */
export type BankMood = 'well' | 'refuse' | 'refuse-for-good' | 'hang' | 'late' | 'too-late';

const FAULTS: Readonly<Record<BankMood, ReturnFault | undefined>> = {
  well: undefined,
  refuse: { kind: 'refuse', lasting: false },
  'refuse-for-good': { kind: 'refuse', lasting: true },
  hang: { kind: 'hang' },
  late: { kind: 'late', ms: RETURN_ANSWER_MS_MAX / 2 },
  'too-late': { kind: 'late', ms: RETURN_ANSWER_MS_MAX * 2 },
};

/** The hub's own training terminal, with a bank behind it that keeps books. It stays when the hub crashes. */
export class Bank implements Terminal {
  readonly kind = 'simulated';
  /** What each reference was charged, and what of it went back, by the name of each refund. */
  readonly taken = new Map<string, number>();
  readonly #refunds = new Map<string, Refund>();
  /** References whose answers are lost on the line, although the card was charged. */
  readonly broken = new Set<string>();
  /** References whose cards are never read, however often they are tried. */
  readonly unread = new Set<string>();
  /** How often in a row such a card was tried at most. */
  triesMost = 0;
  readonly #tries = new Map<string, { readonly count: number; readonly answeredAt: number }>();
  mood: BankMood = 'well';
  /** Hears of each try to give money back, before anything is done. `twice`: another try of the same is still under way. */
  onReturn: (kind: 'reversal' | 'refund', reference: string, twice: boolean) => void = () => {};
  readonly #returning = new Set<string>();
  readonly #terminal: SimulatedTerminal;
  readonly #time: VirtualTime;

  constructor(time: VirtualTime) {
    this.#time = time;
    this.#terminal = new SimulatedTerminal({ wait: time.wait, returnFault: () => FAULTS[this.mood] });
  }

  async authorise(charge: Charge, signal: AbortSignal): Promise<TerminalAnswer> {
    if (this.unread.has(charge.reference)) return this.#notRead(charge.reference);
    const answer = await this.#terminal.authorise(charge, signal);
    if (answer.kind === 'approved') this.taken.set(charge.reference, charge.amount);
    if (this.broken.has(charge.reference)) throw new Error('the line is broken');
    return answer;
  }

  /** Says that the card may be tried again. Whoever does so as soon as that tries the same payment still. */
  #notRead(reference: string): TerminalAnswer {
    const now = this.#time.steady;
    const before = this.#tries.get(reference);
    const count = before && PAYMENT_RETRY_MS.some((ms) => before.answeredAt === now - ms) ? before.count + 1 : 1;
    this.#tries.set(reference, { count, answeredAt: now });
    this.triesMost = Math.max(this.triesMost, count);
    return { kind: 'declined', reason: 'the card was not read', retryAfterMs: UNREAD_RETRY_MS };
  }

  reverse(reference: string, signal: AbortSignal): Promise<ReturnAnswer> {
    this.onReturn('reversal', reference, this.#returning.has(reference));
    if (this.#gives) this.taken.delete(reference);
    return this.#followed(reference, signal, this.#terminal.reverse(reference, signal));
  }

  /** The same refund told twice is given once, as the port asks. */
  refund(refund: Refund, signal: AbortSignal): Promise<ReturnAnswer> {
    const { called } = refund;
    this.onReturn('refund', called, this.#returning.has(called));
    if (this.#gives) this.#refunds.set(called, refund);
    return this.#followed(called, signal, this.#terminal.refund(refund, signal));
  }

  /** What went back of a charge in all. */
  givenBack(charge: string): number {
    return [...this.#refunds.values()].reduce((sum, { reference, amount }) => sum + (reference === charge ? amount : 0), 0);
  }

  #followed(reference: string, signal: AbortSignal, answer: Promise<ReturnAnswer>): Promise<ReturnAnswer> {
    this.#returning.add(reference);
    const over = () => void this.#returning.delete(reference);
    signal.addEventListener('abort', over);
    answer.then(over, over);
    return answer;
  }

  /** The hub is gone, and whatever it waited for. */
  hungUp(): void {
    this.#returning.clear();
  }

  get #gives(): boolean {
    return this.mood === 'well' || this.mood === 'late' || this.mood === 'too-late';
  }
}

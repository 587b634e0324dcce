import { hash } from 'node:crypto';
import type { Charge, Refund, ReturnAnswer, Terminal, TerminalAnswer } from './terminal.ts';

/** How long the cardholder takes, so that the screen's waiting state is seen in training too. */
const ANSWER_MS = 600;
const RETRY_MS = 300;
const DONE: ReturnAnswer = { kind: 'done' };

/** A fault in one try of a reversal or refund. late: it is done, but the answer comes only after `ms`. */
export type ReturnFault =
  | { readonly kind: 'refuse'; readonly lasting: boolean }
  | { readonly kind: 'hang' }
  | { readonly kind: 'late'; readonly ms: number };

export interface SimulatedTerminalOptions {
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called at each try of a reversal or refund. Returns the fault, if there is one. */
  readonly returnFault?: (reference: string) => ReturnFault | undefined;
}

/**
 * The terminal of training. It answers as the card that was chosen on the screen says, and moves no money. It keeps the promises of the port:
 * one reference charges once, and never after its reversal.
 */
export class SimulatedTerminal implements Terminal {
  readonly kind = 'simulated';
  readonly #answers = new Map<string, TerminalAnswer>();
  readonly #tries = new Map<string, number>();
  readonly #reversed = new Set<string>();
  /** Charges of the card whose bank refuses to take money back, and how often it still does so. */
  readonly #refusing = new Map<string, number>();
  readonly #options: SimulatedTerminalOptions;

  constructor(options: SimulatedTerminalOptions) {
    this.#options = options;
  }

  async authorise(charge: Charge, signal: AbortSignal): Promise<TerminalAnswer> {
    const known = this.#answers.get(charge.reference);
    if (known) return known;
    await this.#options.wait(ANSWER_MS, signal);
    if (this.#reversed.has(charge.reference)) return { kind: 'declined', reason: 'this charge was reversed', retryAfterMs: null };
    const tries = (this.#tries.get(charge.reference) ?? 0) + 1;
    this.#tries.set(charge.reference, tries);
    switch (charge.testCard) {
      case 'time-out':
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      case 'decline':
        return { kind: 'declined', reason: 'the bank refused the card', retryAfterMs: null };
      case 'decline-once':
        if (tries === 1) return { kind: 'declined', reason: 'the card was not read', retryAfterMs: RETRY_MS };
        break;
      case 'refuse-return':
        this.#refusing.set(charge.reference, 1);
        break;
      default:
    }
    const approvalCode = hash('sha256', charge.reference, 'hex').replace(/\D/g, '').padEnd(6, '0').slice(0, 6);
    const answer: TerminalAnswer = { kind: 'approved', approvalCode };
    this.#answers.set(charge.reference, answer);
    return answer;
  }

  reverse(reference: string, signal: AbortSignal): Promise<ReturnAnswer> {
    return this.#giveBack(reference, signal, () => {
      this.#answers.delete(reference);
      this.#reversed.add(reference);
    });
  }

  refund({ reference }: Refund, signal: AbortSignal): Promise<ReturnAnswer> {
    return this.#giveBack(reference, signal, () => {});
  }

  async #giveBack(reference: string, signal: AbortSignal, done: () => void): Promise<ReturnAnswer> {
    const refusing = this.#refusing.get(reference) ?? 0;
    if (refusing > 0) {
      this.#refusing.set(reference, refusing - 1);
      return { kind: 'refused', reason: 'the card is closed', lasting: true };
    }
    const fault = this.#options.returnFault?.(reference);
    if (fault?.kind === 'refuse') return { kind: 'refused', reason: 'the bank is closed', lasting: fault.lasting };
    if (fault?.kind === 'hang') return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    done();
    if (fault?.kind === 'late') await this.#options.wait(fault.ms, signal);
    return DONE;
  }
}

import { hash } from 'node:crypto';
import type { Charge, Terminal, TerminalAnswer } from './terminal.ts';

/** How long the cardholder takes, so that the screen's waiting state is seen in training too. */
const ANSWER_MS = 600;
const RETRY_MS = 300;

/**
 * The terminal of the training mode. It does what the card chosen on the screen says, keeps to the port's promises
 * (one reference charges once) and moves no money.
 */
export class SimulatedTerminal implements Terminal {
  readonly kind = 'simulated';
  readonly #answers = new Map<string, TerminalAnswer>();
  readonly #tries = new Map<string, number>();
  readonly #wait: (ms: number, signal: AbortSignal) => Promise<void>;

  constructor(wait: (ms: number, signal: AbortSignal) => Promise<void>) {
    this.#wait = wait;
  }

  async authorise(charge: Charge, signal: AbortSignal): Promise<TerminalAnswer> {
    const known = this.#answers.get(charge.reference);
    if (known) return known;
    await this.#wait(ANSWER_MS, signal);
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
      default:
    }
    const approvalCode = hash('sha256', charge.reference, 'hex').replace(/\D/g, '').padEnd(6, '0').slice(0, 6);
    const answer: TerminalAnswer = { kind: 'approved', approvalCode };
    this.#answers.set(charge.reference, answer);
    return answer;
  }

  async reverse(reference: string): Promise<void> {
    this.#answers.delete(reference);
  }

  async refund(): Promise<void> {}
}

import { SimulatedTerminal } from '../../main/payment/simulated-terminal.ts';
import type { Charge, Terminal, TerminalAnswer } from '../../main/payment/terminal.ts';

/** The desk's own training terminal, with a bank behind it that keeps books. It stays when the desk crashes. */
export class Bank implements Terminal {
  readonly kind = 'simulated';
  /** What each reference was charged, and what of it went back. */
  readonly taken = new Map<string, number>();
  readonly givenBack = new Map<string, number>();
  /** References whose answers are lost on the line, although the card was charged. */
  readonly broken = new Set<string>();
  readonly #terminal: SimulatedTerminal;

  constructor(wait: (ms: number, signal: AbortSignal) => Promise<void>) {
    this.#terminal = new SimulatedTerminal(wait);
  }

  async authorise(charge: Charge, signal: AbortSignal): Promise<TerminalAnswer> {
    const answer = await this.#terminal.authorise(charge, signal);
    if (answer.kind === 'approved') this.taken.set(charge.reference, charge.amount);
    if (this.broken.has(charge.reference)) throw new Error('the line is broken');
    return answer;
  }

  async reverse(reference: string): Promise<void> {
    await this.#terminal.reverse(reference);
    this.taken.delete(reference);
  }

  /** The same refund told twice is given once, as the port asks. */
  async refund(reference: string, amount: number): Promise<void> {
    await this.#terminal.refund();
    this.givenBack.set(reference, amount);
  }
}

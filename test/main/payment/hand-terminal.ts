import type { Charge, Refund, ReturnAnswer, Terminal, TerminalAnswer } from '../../../main/payment/terminal.ts';

/** Answers when the test says so; gives back at once, unless the test says otherwise. */
export class HandTerminal implements Terminal {
  readonly kind = 'attached';
  readonly asked: Charge[] = [];
  readonly reversed: string[] = [];
  /** By the name of each refund. */
  readonly refunded: [string, number][] = [];
  /** What the next tries to give back come to. */
  readonly returns: (ReturnAnswer | 'broken' | 'silent')[] = [];
  readonly #answers: ((answer: TerminalAnswer) => void)[] = [];
  readonly #waiting: (() => void)[] = [];

  authorise(charge: Charge): Promise<TerminalAnswer> {
    this.asked.push(charge);
    for (const heard of this.#waiting.splice(0)) heard();
    return new Promise((answer) => this.#answers.push(answer));
  }

  reverse(reference: string): Promise<ReturnAnswer> {
    this.reversed.push(reference);
    return this.#return();
  }

  refund({ called, amount }: Refund): Promise<ReturnAnswer> {
    this.refunded.push([called, amount]);
    return this.#return();
  }

  async #return(): Promise<ReturnAnswer> {
    const next = this.returns.shift() ?? { kind: 'done' };
    if (next === 'broken') throw new Error('the line is broken');
    return next === 'silent' ? new Promise(() => {}) : next;
  }

  answer(answer: TerminalAnswer) {
    this.#answers.shift()?.(answer);
  }

  whenAsked(): Promise<void> {
    return this.#answers.length > 0 ? Promise.resolve() : new Promise((heard) => this.#waiting.push(heard));
  }
}

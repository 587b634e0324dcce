import type { ThroughPair } from '../../store/tables/through-numbers-table.ts';

/** How many answers and how many pairs of legs are kept at most, some 4 MB. */
const ANSWERS_MAX = 16_384;
const PAIRS_MAX = 8_192;

/**
 * The through flights that searches have read, for one number of the schedule. To look for them takes a fifth of a search with one stop, and
 * nearly always there are none.
 */
export class KeptThrough {
  /** By question, that which was not asked for longest first. */
  readonly #answers = new Map<string, readonly ThroughPair[]>();
  #pairs = 0;

  get(question: string): readonly ThroughPair[] | undefined {
    const answer = this.#answers.get(question);
    if (!answer) return undefined;
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    return answer;
  }

  /** Keeps an answer in place of those that were not asked for longest. One that is too long for that is not kept. */
  keep(question: string, answer: readonly ThroughPair[]): void {
    if (answer.length > PAIRS_MAX / 8 || this.#answers.has(question)) return;
    this.#answers.set(question, answer);
    this.#pairs += answer.length;
    for (const [oldest, { length }] of this.#answers) {
      if (this.#answers.size <= ANSWERS_MAX && this.#pairs <= PAIRS_MAX) break;
      this.#answers.delete(oldest);
      this.#pairs -= length;
    }
  }

  forget(): void {
    this.#answers.clear();
    this.#pairs = 0;
  }
}

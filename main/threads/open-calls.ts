/** How a call ends. */
export interface OpenCall<Answer> {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Calls that wait for their answers, each under a number that is given again once it was answered.
 *
 * No Map, because a Map that gains and loses entries all the time is moved to a new table every few dozen of them. An old table points to the new one, and holds the calls
 * of its time. As soon as V8 has moved one table to its old heap, it moves all that follow, with half of all answers: 5 MB a second with a thousand consoles, and a
 * collection of the old heap every two seconds, for which all wait (docs/performance.md).
 */
export class OpenCalls<Answer> {
  readonly #calls: (OpenCall<Answer> | undefined)[] = [];
  readonly #free: number[] = [];

  /** Returns its number. */
  open(call: OpenCall<Answer>): number {
    const number = this.#free.pop() ?? this.#calls.length;
    this.#calls[number] = call;
    return number;
  }

  /** Takes out a call that is answered; undefined when none has this number. */
  close(number: number): OpenCall<Answer> | undefined {
    const call = this.#calls[number];
    if (!call) return undefined;
    this.#calls[number] = undefined;
    this.#free.push(number);
    return call;
  }

  /** Takes out all of them. */
  closeAll(): OpenCall<Answer>[] {
    this.#free.length = 0;
    return this.#calls.splice(0).filter((call) => call !== undefined);
  }
}

import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** Calls to a thread that are still waiting for their answers, by number. */
export class ThreadCalls<Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  #last = 0;
  #gone: Error | undefined;

  /** `ended` hears when the thread stops without having been asked to. */
  constructor(worker: Worker, ended: (error: Error) => void) {
    this.#worker = worker;
    const fail = (error: Error) => {
      if (this.#gone) return;
      this.#gone = error;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
      ended(error);
    };
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`the thread ended with ${code}`)));
  }

  call(message: object): Promise<Answer> {
    if (this.#gone) return Promise.reject(this.#gone);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...message, id });
    });
  }

  answer(id: number, answer: Answer): void {
    this.#waiting.get(id)?.resolve(answer);
    this.#waiting.delete(id);
  }

  async close(): Promise<void> {
    if (this.#gone) return;
    this.#gone = new Error('the thread is closed');
    const exit = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await exit;
  }
}

import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { OpenCalls } from './open-calls.ts';

/** Calls to a thread that are still waiting for their answers, by number. */
export class ThreadCalls<Answer> {
  readonly #worker: Worker;
  readonly #open = new OpenCalls<Answer>();
  #gone: Error | undefined;

  /** `ended` hears when the thread stops without having been asked to. */
  constructor(worker: Worker, ended: (error: Error) => void) {
    this.#worker = worker;
    const fail = (error: Error) => {
      if (this.#gone) return;
      this.#gone = error;
      for (const { reject } of this.#open.closeAll()) reject(error);
      ended(error);
    };
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`the thread ended with ${code}`)));
  }

  call(message: object): Promise<Answer> {
    if (this.#gone) return Promise.reject(this.#gone);
    return new Promise((resolve, reject) => {
      const id = this.#open.open({ resolve, reject });
      this.#worker.postMessage({ ...message, id });
    });
  }

  answer(id: number, answer: Answer): void {
    this.#open.close(id)?.resolve(answer);
  }

  async close(): Promise<void> {
    if (this.#gone) return;
    this.#gone = new Error('the thread is closed');
    const exit = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await exit;
  }
}

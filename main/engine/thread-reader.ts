import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AskedQuery, Fault, Reader } from './messages.ts';
import { ThreadCalls } from './thread-calls.ts';
import { threadFile } from './thread-file.ts';

interface FromThread {
  readonly id: number;
  readonly reply: string;
  readonly fault?: Fault;
}

export interface ThreadReaderOptions {
  readonly file: string;
  readonly cacheMiB?: number;
  readonly fault: (fault: Fault) => void;
  readonly ended: (error: Error) => void;
}

/** Starts a thread that reads a store which is open for writing elsewhere. */
export async function startReader({ file, cacheMiB, fault, ended }: ThreadReaderOptions): Promise<Reader> {
  const worker = new Worker(threadFile('reader-thread'), { workerData: { file, cacheMiB } });
  await once(worker, 'message');
  const calls = new ThreadCalls<string>(worker, ended);
  worker.on('message', (message: FromThread) => {
    if (message.fault) fault(message.fault);
    calls.answer(message.id, message.reply);
  });
  return { ask: (asked: AskedQuery) => calls.call({ asked }), close: () => calls.close() };
}

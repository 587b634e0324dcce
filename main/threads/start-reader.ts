import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AskedQuery, Fault, Reader } from '../engine/messages.ts';
import { type Caller, THE_HUB } from '../hub/caller.ts';
import type { ReaderTask } from './reader-task.ts';
import { ThreadCalls } from './thread-calls.ts';
import { threadFile } from './thread-file.ts';

type FromThread = { readonly id: number; readonly reply: string } | { readonly fault: Fault };

export interface ThreadReaderOptions extends ReaderTask {
  readonly fault: (fault: Fault) => void;
  readonly ended: (error: Error) => void;
}

/** The young heap of the thread. V8 would let it grow to 192 MiB, and the reader would not be faster. */
const YOUNG_MIB_MAX = 24;

/** Starts a thread that reads a store which is open for writing elsewhere. */
export async function startReader({ file, lane, fault, ended }: ThreadReaderOptions): Promise<Reader> {
  const worker = new Worker(threadFile('reader-thread'), {
    workerData: { file, lane } satisfies ReaderTask,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB_MAX },
  });
  await once(worker, 'message');
  const calls = new ThreadCalls<string>(worker, ended);
  worker.on('message', (message: FromThread) => {
    if ('id' in message) calls.answer(message.id, message.reply);
    else fault(message.fault);
  });
  return {
    ask: (asked: AskedQuery, { address, console }: Caller = THE_HUB) => calls.call({ asked, caller: { address, console } }),
    learn: (changes) => worker.postMessage({ learn: changes }),
    close: () => calls.close(),
  };
}

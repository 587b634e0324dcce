import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { timed } from '../measure.ts';
import type { PeerResult, PeerShare } from './peer-thread.ts';
import type { RecordedHold } from './recorded-holds.ts';

/** As many threads as cores share the clients, so that no single driver is the limit. */
export const CLIENT_THREADS = Math.max(2, availableParallelism());

export interface PeerRun extends PeerResult {
  readonly perSecond: number;
}

/** Places holds with a peer and tells how fast it was. */
export async function runPeer({ warmUp, holds, clients, ...rest }: PeerShare): Promise<PeerRun> {
  const ofThread = (all: readonly RecordedHold[], thread: number) => all.filter((_, turn) => turn % CLIENT_THREADS === thread);
  const threads = Array.from({ length: CLIENT_THREADS }, (_, thread) => {
    const share: PeerShare = {
      ...rest,
      clients: clients / CLIENT_THREADS,
      warmUp: ofThread(warmUp, thread),
      holds: ofThread(holds, thread),
    };
    return new Worker(new URL('./peer-thread.ts', import.meta.url), { workerData: share });
  });
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  let results: PeerResult[] = [];
  const ms = await timed(async () => {
    for (const thread of threads) thread.postMessage('go');
    results = (await Promise.all(threads.map((thread) => once(thread, 'message')))).map(([result]) => result as PeerResult);
  });
  await Promise.all(threads.map((thread) => thread.terminate()));
  return {
    perSecond: (holds.length * 1_000) / ms,
    samples: results.flatMap(({ samples }) => samples),
    busy: Math.max(...results.map(({ busy }) => busy)),
  };
}

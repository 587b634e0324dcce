import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { underLoad } from '../measure.ts';
import { lockedClient, type PeerStyle, postgresClient } from './peer-hold.ts';
import type { RecordedHold } from './recorded-holds.ts';

export interface PeerShare {
  readonly postgres: string;
  /** Undefined: without a lock. */
  readonly redis: string | undefined;
  readonly style: PeerStyle;
  readonly clients: number;
  /** Holds to get warm with, then those that are measured. */
  readonly warmUp: readonly RecordedHold[];
  readonly holds: readonly RecordedHold[];
}

export interface PeerResult {
  readonly samples: readonly number[];
  /** 0 to 1: near 1 this thread itself would be the limit. */
  readonly busy: number;
}

/** Clients of a peer in a thread of their own: says when they are warm, places its holds when told to, says how that went. */
const share = workerData as PeerShare;
const clients = await Promise.all(
  Array.from({ length: share.clients }, async () => {
    const plain = await postgresClient(share.postgres, share.style);
    return share.redis === undefined ? plain : lockedClient(share.redis, plain);
  }),
);
const placeAll = (holds: readonly RecordedHold[]) => {
  const free = [...clients];
  return underLoad(0, holds.length, clients.length, async (turn) => {
    const [client, hold] = [free.pop(), holds[turn]];
    if (!client || !hold) throw new Error('each hold has a client of its own');
    await client.place(hold);
    free.push(client);
  });
};
await placeAll(share.warmUp);
parentPort?.once('message', async () => {
  const before = performance.eventLoopUtilization();
  const { samples } = await placeAll(share.holds);
  const { utilization } = performance.eventLoopUtilization(before);
  for (const client of clients) await client.close();
  parentPort?.postMessage({ samples, busy: utilization } satisfies PeerResult);
});
parentPort?.postMessage('warm');

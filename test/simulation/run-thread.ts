import { parentPort, workerData } from 'node:worker_threads';
import { runActions } from './run.ts';
import { runSeeds, withPlace } from './run-seeds.ts';
import type { Order } from './start-run.ts';

const order = workerData as Order;
if ('seeds' in order) {
  const result = await runSeeds(order.seeds, order.steps, true, () => parentPort?.postMessage('seed'));
  parentPort?.postMessage({ result });
} else {
  const result: string[] = [];
  await withPlace(async (place) => {
    for (const actions of order.runs) result.push((await runActions(place, actions)).failure?.message ?? 'nothing wrong');
  });
  parentPort?.postMessage({ result });
}

import { parentPort, workerData } from 'node:worker_threads';
import { spent } from '../measure.ts';
import type { BareSale } from './bare-seller.ts';
import { BareStore, inBatches } from './bare-store.ts';
import { soldRows } from './sold-rows.ts';

const { sold, file, batch } = workerData as BareSale;
const bare = new BareStore(file);

parentPort?.on('message', async (after: number | 'close') => {
  if (after === 'close') {
    bare.close();
    parentPort?.close();
    return;
  }
  const { holds, confirms } = soldRows(sold, after);
  const [held, confirmed] = [inBatches(holds, batch), inBatches(confirms, batch)];
  const took = await spent(() => {
    for (const some of held) bare.hold(some);
    for (const some of confirmed) bare.confirm(some);
  });
  parentPort?.postMessage(took);
});

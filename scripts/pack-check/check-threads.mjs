import path from 'node:path';
import { Worker } from 'node:worker_threads';

const START_MS_MAX = 30_000;

/**
 * Starts the packed writer on a new store, from where a packed app starts it: it needs the driver, the migrations and the data
 * files, all from outside app.asar.
 * @param {string} resources
 * @param {string} folder An empty folder for the store.
 * @returns {Promise<string[]>} What is wrong, a sentence each.
 */
export async function checkThreads(resources, folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const file = path.join(resources, 'app.asar.unpacked/out/main/writer-thread.js');
  const fresh = { storeId: 'pack-check', locatorKey: 1, madeAt: 0 };
  const worker = new Worker(file, { workerData: { file: path.join(folder, 'aisle.db'), mode: 'training', fresh } });
  try {
    const first = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
      setTimeout(() => reject(new Error('it said nothing')), START_MS_MAX).unref();
    });
    return first.found ? [] : [`The packed writer thread could not open a store: ${JSON.stringify(first)}`];
  } catch (error) {
    return [`The packed writer thread does not start: ${error instanceof Error ? error.message : error}`];
  } finally {
    await worker.terminate();
  }
}

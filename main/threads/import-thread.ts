import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { doImportTask } from '../import/do-import-task.ts';
import type { ImportTask } from '../import/import-task.ts';
import { loadReference } from '../reference/load-reference.ts';

const port = parentPort;
assert(port, 'imports run as a thread');

await doImportTask(workerData as ImportTask, loadReference, async (message) => {
  port.postMessage(message);
  await once(port, 'message');
});
port.close();

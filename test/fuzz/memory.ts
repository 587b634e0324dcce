import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are still in use, on the heap and beside it, after everything unused was collected. */
export async function bytesInUse(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((next) => setImmediate(next));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { CHECK_MS, INPUT, STUCK_CHECKS_MAX } from './watchdog-cells.ts';

/** Says which input the main thread is stuck at, and ends the process: a thread that hangs cannot say so itself. */
const { cells, what } = workerData as { cells: Int32Array; what: string };
let last = -1;
let same = 0;
setInterval(() => {
  const input = Atomics.load(cells, INPUT);
  same = input === last && input >= 0 ? same + 1 : 0;
  last = input;
  if (same < STUCK_CHECKS_MAX) return;
  writeSync(2, `${what}: input ${input} hangs.\n`);
  process.kill(process.pid, 'SIGKILL');
}, CHECK_MS);

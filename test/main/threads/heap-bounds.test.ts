import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { THREAD_MIB_MAX } from '../../../main/threads/start-import.ts';
import { HUB_FLAGS } from '../../../scripts/start/hub-flags.mjs';

/** A thread that keeps what it makes until it is ended. Says how it ended, and the MiB that its old heap might have, from a process that lives on. */
const EATER = `
const { Worker } = require('node:worker_threads');
const eat = "const { parentPort } = require('node:worker_threads');" +
  "parentPort.postMessage(require('node:v8').getHeapStatistics().heap_size_limit);" +
  'for (const kept = []; ; ) kept.push(Array.from({ length: 1_000 }, (_, at) => ({ at })));';
const resourceLimits = { maxOldGenerationSizeMb: Number(process.argv[1]), maxYoungGenerationSizeMb: 12 };
const thread = new Worker(eat, { eval: true, resourceLimits });
let bytes = 0;
thread.on('message', (limit) => (bytes = limit));
thread.on('error', ({ code }) => setImmediate(() => console.log(code, Math.round(bytes / 2 ** 20) - 24)));
`;

const [YOUNG] = HUB_FLAGS as [string];

describe('a thread that needs too much memory', () => {
  it.each([
    ['asks for more than the flags of the hub give', [YOUNG, '--max-old-space-size=48'], 200, 48],
    ['asks for less', [YOUNG, '--max-old-space-size=48'], 16, 48],
    ['asks where no flag bounds the old heap', [YOUNG], 32, 32],
  ])('ends alone, at the bound that counts, when it %s', (_, flags, asked, bound) => {
    const said = execFileSync(process.execPath, [...flags, '-e', EATER, String(asked)], { encoding: 'utf8' });
    expect(said.trim()).toBe(`ERR_WORKER_OUT_OF_MEMORY ${bound}`);
  });

  it('may be an import of the same size in a window and in a hub without one', () => {
    expect(HUB_FLAGS).toContain(`--max-old-space-size=${THREAD_MIB_MAX}`);
  });
});

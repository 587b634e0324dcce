import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { spareMemoryBetween } from '../../../main/hub/spare-memory.ts';

const before = globalThis.gc;
afterEach(() => {
  globalThis.gc = before;
});

/** Some 40 MB. */
const makeRows = () => Array.from({ length: 400_000 }, (_, at) => ({ at, text: `row ${at}` }));

/** Lets a thread collect its garbage, as a flag of Node does. Counts how often it did. */
function exposeGc(): () => number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  let count = 0;
  globalThis.gc = (() => {
    count++;
    gc();
  }) as typeof globalThis.gc;
  return () => count;
}

it('collects much garbage at once, where Node was started with the flag for it', () => {
  exposeGc();
  const spare = spareMemoryBetween();
  const used = makeRows().length + getHeapStatistics().used_heap_size;
  spare();
  expect(getHeapStatistics().used_heap_size).toBeLessThan(used - 20_000_000);
});

it('does not collect at each piece what a thread still needs', () => {
  const count = exposeGc();
  const spare = spareMemoryBetween();
  const kept = makeRows();
  for (let piece = 0; piece < 20; piece++) spare();
  expect(count()).toBe(1);
  expect(kept).toHaveLength(400_000);
});

it('does nothing without that flag', () => {
  globalThis.gc = undefined;
  makeRows();
  expect(spareMemoryBetween()).not.toThrow();
});

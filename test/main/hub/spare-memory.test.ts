import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { spareMemory } from '../../../main/hub/spare-memory.ts';

const before = globalThis.gc;
afterEach(() => {
  globalThis.gc = before;
});

/** Some 40 MB that nobody needs any more. */
function makeGarbage(): number {
  const rows = Array.from({ length: 400_000 }, (_, at) => ({ at, text: `row ${at}` }));
  return rows.length + getHeapStatistics().used_heap_size;
}

it('collects much garbage at once, where Node was started with the flag for it', () => {
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc') as typeof globalThis.gc;
  const used = makeGarbage();
  spareMemory();
  expect(getHeapStatistics().used_heap_size).toBeLessThan(used - 20_000_000);
});

it('does nothing without that flag', () => {
  globalThis.gc = undefined;
  makeGarbage();
  expect(spareMemory).not.toThrow();
});

import { expect, test } from 'vitest';
import { flashSale } from './flash-sale.ts';
import { readArguments } from './read-arguments.ts';
import { reconnectStorm } from './reconnect-storm.ts';

const TIMEOUT_MS = 600_000;
const SOME = ['--secure', '--consoles', '120', '--seed', '20261129'];

test(
  'consoles that lose the hub at once while others sell come back as who they were, hear all that they missed, and the books balance',
  async () => {
    const { problems, times, sold } = await reconnectStorm(readArguments(['--storm', ...SOME]), () => {});
    expect(problems).toEqual([]);
    expect(Object.values(times).map(({ count }) => count)).toEqual([120, 120]);
    expect(sold).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);

test.each([[], ['--line', 'order'], ['--line', 'lot']])(
  'consoles that all want the last hundred seats get a hundred (%s %s)',
  async (...line) => {
    const { problems, sold } = await flashSale(readArguments(['--flash', ...line, ...SOME]), () => {});
    expect(problems).toEqual([]);
    expect(sold).toBe(100);
  },
  TIMEOUT_MS,
);

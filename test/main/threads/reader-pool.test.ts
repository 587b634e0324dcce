import { expect, test } from 'vitest';
import type { AskedQuery, Reader } from '../../../main/engine/messages.ts';
import { poolSize, startReaderPool } from '../../../main/threads/reader-pool.ts';
import { ANA } from '../support/test-hub.ts';

/** Readers that answer when the test says so, with the lane and number of who answers. */
async function pool(quick: number, long: number) {
  const waiting: (() => void)[] = [];
  const told: string[] = [];
  const names: string[] = [];
  const reader = await startReaderPool(
    async (lane): Promise<Reader> => {
      const name = `${lane} ${names.filter((one) => one.startsWith(lane)).length + 1}`;
      names.push(name);
      return {
        ask: () => new Promise((resolve) => waiting.push(() => resolve(name))),
        learn: (changes) => told.push(`${name} learns ${changes.length}`),
        close: async () => void told.push(`${name} closes`),
      };
    },
    { quick, long },
  );
  const ask = (name: string, input: object = {}): Promise<string> =>
    reader.ask({ name, body: JSON.stringify(input), actor: ANA, now: 0 as AskedQuery['now'] });
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((next) => setImmediate(next));
  };
  return { reader, ask, answer, told };
}

test.each([
  [1, { quick: 1, long: 1 }],
  [2, { quick: 1, long: 1 }],
  [4, { quick: 1, long: 2 }],
  [8, { quick: 2, long: 3 }],
  [64, { quick: 2, long: 3 }],
])('on %d processors %o threads read', (processors, size) => {
  expect(poolSize(processors)).toEqual(size);
});

test.each([
  ['flights.seatMap', { flightId: 1 }, 'quick 1'],
  ['flights.search', { maxStops: 0 }, 'quick 1'],
  ['flights.search', { maxStops: 1 }, 'long 1'],
  ['flights.carriers', { maxStops: 2 }, 'long 1'],
  ['flights.board', { from: 'JFK' }, 'quick 1'],
  ['flights.board', { from: null }, 'long 1'],
  ['pricing.flights', {}, 'long 1'],
  ['journal.page', {}, 'long 1'],
])('%s with %o is read by the lane of %s', async (name, input, lane) => {
  const { ask, answer } = await pool(1, 1);
  const asked = ask(name, input);
  await answer();
  expect(await asked).toBe(lane);
});

test('the thread that has least to do is asked, and all are told what changes', async () => {
  const { reader, ask, answer, told } = await pool(2, 1);
  const first = [ask('settings.get'), ask('settings.get'), ask('settings.get')];
  await answer();
  await answer();
  const next = ask('settings.get');
  for (let turn = 0; turn < 2; turn++) await answer();
  expect(await Promise.all([...first, next])).toEqual(['quick 1', 'quick 2', 'quick 1', 'quick 2']);
  reader.learn([]);
  await reader.close();
  expect(told).toEqual([
    ...['quick 1', 'quick 2', 'long 1'].map((name) => `${name} learns 0`),
    'quick 1 closes',
    'quick 2 closes',
    'long 1 closes',
  ]);
});

test('a reader that fails fails its question alone', async () => {
  const reader = await startReaderPool(
    async (lane): Promise<Reader> => ({
      ask: () => (lane === 'long' ? Promise.reject(new Error('the thread ended')) : Promise.resolve('fine')),
      learn() {},
      async close() {},
    }),
    { quick: 1, long: 1 },
  );
  const ask = (name: string) => reader.ask({ name, body: '{}', actor: ANA, now: 0 as AskedQuery['now'] });
  await expect(ask('pricing.flights')).rejects.toThrow('the thread ended');
  expect(await ask('settings.get')).toBe('fine');
});

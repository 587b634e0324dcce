import { expect, it } from 'vitest';
import { Limiter } from '../../../main/sessions/limiter.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';

it('lets so many work at once, the rest in their order, and goes on after a failure', async () => {
  const limiter = new Limiter(2, 2);
  const done: number[] = [];
  const open: (() => void)[] = [];
  const work = (number: number) => limiter.take(() => new Promise<void>((end) => open.push(end)).then(() => void done.push(number)));
  const failing = limiter.take(() => Promise.reject(new Error('broken')));
  const all = [work(1), work(2), work(3)];
  await expect(failing).rejects.toThrow('broken');
  expect(open.length).toBe(2);
  expect(limiter.full).toBe(false);
  while (done.length < 3) {
    open.shift()?.();
    await eventLoopTurns(1);
  }
  await Promise.all(all);
  expect(done).toEqual([1, 2, 3]);
});

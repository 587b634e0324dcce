import { expect, it } from 'vitest';
import { FairLimiter } from '../../../main/hub/fair-limiter.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { HERE } from '../support/here.ts';

const at = (console: string) => ({ ...HERE, console });

it('lets so many work at once, the rest of a console in their order, and goes on after a failure', async () => {
  const limiter = new FairLimiter(2, 2);
  const done: number[] = [];
  const open: (() => void)[] = [];
  const work = (number: number) => limiter.take(HERE, () => new Promise<void>((end) => open.push(end)).then(() => void done.push(number)));
  const failing = limiter.take(HERE, () => Promise.reject(new Error('broken')));
  const all = [work(1), work(2), work(3)];
  await expect(failing).rejects.toThrow('broken');
  expect(open.length).toBe(2);
  while (done.length < 3) {
    open.shift()?.();
    await eventLoopTurns(1);
  }
  await Promise.all(all);
  expect(done).toEqual([1, 2, 3]);
});

it('three consoles that fill all places keep nobody out: a newcomer takes the place of a task of theirs and is next in turn', async () => {
  const limiter = new FairLimiter(1, 6);
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (console: string, task: string) =>
    limiter.take(at(console), async () => {
      order.push(task);
      await new Promise<void>((end) => ends.push(end));
      return task;
    });
  const flood = Array.from({ length: 12 }, (_, turn) => ask(`flood ${turn % 3}`, `flood ${turn}`));
  const honest = ask('desk', 'desk');
  const all = Promise.all([...flood, honest]);
  for (let turn = 0; turn < 7; turn++) {
    ends.shift()?.();
    await eventLoopTurns(1);
  }
  const answers = await all;
  expect(answers.at(-1)).toBe('desk');
  // One of the flood was under way, and each of its consoles has one turn before the newcomer's.
  expect(order.indexOf('desk')).toBeLessThanOrEqual(4);
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(6);
});

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneAtATime } from '../../scripts/setup/one-at-a-time.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'aisle-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => path.join(folder, '.setup-lock');

test('the second waits until the first is done', async () => {
  const order: string[] = [];
  let letGo = () => {};
  const first = oneAtATime(folder, async () => {
    order.push('first begins');
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
    order.push('first ends');
  });
  const second = oneAtATime(folder, async () => {
    order.push('second begins');
  });
  letGo();
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins']);
  expect(existsSync(lock())).toBe(false);
});

test('a lock whose owner is gone is taken over', async () => {
  mkdirSync(lock());
  // No system gives a process this number.
  writeFileSync(path.join(lock(), 'pid'), '2147483647');
  let done = false;
  await oneAtATime(folder, async () => {
    done = true;
  });
  expect(done).toBe(true);
});

test('a failure frees the lock', async () => {
  await expect(oneAtATime(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock())).toBe(false);
});

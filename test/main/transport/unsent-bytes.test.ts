import { expect, test } from 'vitest';
import { UnsentBytes } from '../../../main/transport/unsent-bytes.ts';

test('has room as long as what waits, and all that was sent since it was measured, stays below the bound', () => {
  let [waiting, measured, now] = [0, 0, 0];
  const unsent = new UnsentBytes(
    1_000,
    () => {
      measured += 1;
      return waiting;
    },
    () => now,
  );
  for (let turn = 0; turn < 10; turn++) expect(unsent.hasRoom(100)).toBe(true);
  expect(measured).toBe(0);
  // All was read meanwhile.
  expect(unsent.hasRoom(100)).toBe(true);
  expect(measured).toBe(1);
  waiting = 950;
  for (let turn = 0; turn < 9; turn++) unsent.hasRoom(100);
  expect([unsent.hasRoom(100), unsent.hasRoom(100), unsent.hasRoom(50)]).toEqual([false, false, true]);
  // A hub that is full is not measured with every frame.
  expect(measured).toBe(2);
  waiting = 0;
  expect(unsent.hasRoom(100)).toBe(false);
  now += 10;
  expect(unsent.hasRoom(100)).toBe(true);
  // Whoever gave way has left room at once.
  waiting = 1_000;
  for (let turn = 0; turn < 10; turn++) unsent.hasRoom(100);
  waiting = 0;
  unsent.freed();
  expect(unsent.hasRoom(1_000)).toBe(true);
  waiting = 1_000;
  expect(unsent.hasRoom(1)).toBe(false);
});

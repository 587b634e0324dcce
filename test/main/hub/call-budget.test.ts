import { expect, it } from 'vitest';
import { CallBudget } from '../../../main/hub/call-budget.ts';

it('allows so many at once, then so many a second, and saves up no more than that', () => {
  const budget = new CallBudget(3, 2, 0);
  expect([budget.take(0), budget.take(0), budget.take(0)]).toEqual([0, 0, 0]);
  expect(budget.take(0)).toBe(1);
  expect(budget.take(499)).toBe(1);
  expect(budget.take(500)).toBe(0);
  expect(budget.take(500)).toBe(1);
  const hour = 3_600_000;
  expect([1, 2, 3, 4].map(() => budget.take(hour))).toEqual([0, 0, 0, 1]);
});

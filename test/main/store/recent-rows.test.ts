import { expect, it } from 'vitest';
import { RecentRows } from '../../../main/store/recent-rows.ts';

it('keeps the newest half of what it may keep, and never more than that', () => {
  const rows = new RecentRows<{ id: number; text: string }>(10);
  for (let id = 1; id <= 100; id++) {
    rows.set({ id, text: `${id}` });
    const kept = Array.from({ length: id }, (_, at) => at + 1).filter((one) => rows.get(one) !== undefined);
    expect(kept.length).toBeLessThanOrEqual(10);
    expect(kept.slice(-5)).toEqual(Array.from({ length: Math.min(5, id) }, (_, at) => Math.max(0, id - 5) + at + 1));
  }
});

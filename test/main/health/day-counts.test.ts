import { expect, test } from 'vitest';
import { DayCounts } from '../../../main/health/day-counts.ts';
import { DAY_MS } from '../../../shared/instants.ts';

const STARTED = Date.UTC(2026, 10, 21, 12);

test('passengers who are denied boarding are counted today, and no more tomorrow', () => {
  const counts = new DayCounts('UTC', STARTED);
  const data = { denialId: 1, flightId: 1, cabin: 'Y', booking: 1, wayId: null, owed: null, currency: null } as const;
  const denied = (at: number) => ({ event: 1, at, type: 'boarding.denied', user: 'osei', desk: 'T1-01', data }) as const;
  counts.count([denied(STARTED + 1), denied(STARTED + 2)], []);
  expect(counts.today(STARTED + 3)).toMatchObject({ denied: 2, holds: 0 });
  expect(counts.today(STARTED + DAY_MS)).toMatchObject({ denied: 0 });
});

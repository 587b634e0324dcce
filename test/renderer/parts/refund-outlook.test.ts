import { expect, test } from 'vitest';
import { refundOutlookText } from '../../../renderer/parts/refund-outlook.tsx';
import { HOUR_MS } from '../../../shared/instants.ts';

const TIERS = [
  { overMinutes: 24 * 60, percent: 100 },
  { overMinutes: 6 * 60, percent: 50 },
  { overMinutes: 0, percent: 0 },
];
/** Friday 27 November 2026, 20:15 in New York. */
const DEPARTS = Date.UTC(2026, 10, 28, 1, 15);
const FLIGHT = { departsAt: DEPARTS, origin: 'JFK', originZone: 'America/New_York' };

test.each([
  [TIERS, 48, 'full refund until Thu 20:15, 50 % back until Fri 14:15, then nothing comes back; times JFK'],
  // Exactly 24 hours before departure is not over 24 hours.
  [TIERS, 24, '50 % back until Fri 14:15, then nothing comes back; times JFK'],
  // Thursday and Friday alone would be read as those of this week.
  [TIERS, 240, 'full refund until Thu 26 Nov 20:15, 50 % back until Fri 27 Nov 14:15, then nothing comes back; times JFK'],
  [TIERS, 6, 'nothing comes back'],
  [TIERS, 0, 'nothing comes back after departure'],
  [[{ overMinutes: 0, percent: 75 }], 48, '75 % back until Fri 20:15; times JFK'],
  [
    [
      { overMinutes: 24 * 60, percent: 50 },
      { overMinutes: 6 * 60, percent: 50 },
    ],
    48,
    '50 % back until Fri 14:15, then nothing comes back; times JFK',
  ],
])('the refund is told with the moments of this flight: %j, %i h before', (tiers, hours, text) => {
  expect(refundOutlookText(tiers, FLIGHT, DEPARTS - hours * HOUR_MS).replaceAll('\u00a0', ' ')).toBe(text);
});

import type { PolicyRule } from '../../../shared/pricing/policy.ts';

/** Every kind of rule that multiplies or adds, and all rails: the longest stack that a supervisor would write. */
export const FULL_POLICY: readonly PolicyRule[] = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  {
    rule: 'loadCurve',
    over: 'flight',
    knots: [
      { taken: 0, change: 0 },
      { taken: 60, change: 10 },
      { taken: 90, change: 30 },
      { taken: 100, change: 50 },
    ],
  },
  {
    rule: 'daysAhead',
    knots: [
      { days: 0, change: 40 },
      { days: 21, change: 0 },
      { days: 90, change: -10 },
    ],
  },
  { rule: 'weekday', change: [0, 0, 0, 0, 5, 50, 50] },
  { rule: 'holiday', days: [{ date: '2026-12-25', name: 'Christmas', change: 100 }] },
  { rule: 'season', name: 'Summer', from: '06-15', to: '08-31', change: 15 },
  { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 150 } },
  { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } },
  { rule: 'floor', amounts: { USD: 20_00 } },
  { rule: 'ceiling', amounts: { USD: 9_000_00 } },
  { rule: 'rounding', to: 100, less: 0 },
];

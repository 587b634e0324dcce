import type { PolicyRule } from './policy.ts';

const CABINS_BY_FARE = { F: 400, J: 250, W: 150, Y: 100 };
const BUSINESS_TWICE = { F: 400, J: 200, W: 150, Y: 100 };
const FILED = { rule: 'filedBase', percent: CABINS_BY_FARE } as const;
const AS_FILED = { rule: 'roundingAsFiled' } as const;

/** Policies to begin from. The first two are how flights were priced before there were policies. */
export const POLICY_TEMPLATES: Readonly<Record<string, readonly PolicyRule[]>> = {
  /** Base fare, and up to half of it on top as the cabin fills. */
  demand: [
    FILED,
    {
      rule: 'loadCurve',
      over: 'cabin',
      knots: [
        { taken: 0, change: 0 },
        { taken: 100, change: 50 },
      ],
    },
    AS_FILED,
  ],
  /** The same price at any load. */
  fixed: [
    { rule: 'amountBase', currency: 'USD', fares: { F: 300_00, J: 200_00, W: 150_00, Y: 100_00 }, otherwise: CABINS_BY_FARE },
    { rule: 'rounding', to: 1, less: 0 },
  ],
  /** The load of the whole flight counts, and business costs twice as much as economy. */
  wholeFlight: [
    { rule: 'filedBase', percent: BUSINESS_TWICE },
    {
      rule: 'loadCurve',
      over: 'flight',
      knots: [
        { taken: 0, change: 0 },
        { taken: 100, change: 50 },
      ],
    },
    AS_FILED,
  ],
  steps: [
    FILED,
    {
      rule: 'loadTiers',
      over: 'cabin',
      tiers: [
        { below: 70, percent: 100 },
        { below: 90, percent: 130 },
      ],
      above: 150,
    },
    AS_FILED,
  ],
  tiers: [
    FILED,
    {
      rule: 'loadTiers',
      over: 'cabin',
      tiers: [
        { below: 50, percent: 70 },
        { below: 80, percent: 100 },
        { below: 95, percent: 130 },
      ],
      above: 180,
    },
    AS_FILED,
  ],
  weekendsAndSeats: [
    FILED,
    {
      rule: 'loadCurve',
      over: 'cabin',
      knots: [
        { taken: 0, change: 0 },
        { taken: 100, change: 50 },
      ],
    },
    { rule: 'weekday', change: [0, 0, 0, 0, 0, 50, 50] },
    { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 150 } },
    AS_FILED,
  ],
};

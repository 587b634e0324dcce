import type { PolicyRule } from './policy.ts';

/** What a seat of each cabin usually costs, in percent of the filed fare, which is for economy. */
export const CABINS_BY_FARE = { F: 400, J: 250, W: 150, Y: 100 };
const BUSINESS_TWICE = { F: 400, J: 200, W: 150, Y: 100 };
const FILED = { rule: 'filedBase', percent: CABINS_BY_FARE } as const;
/** Kept in most of the world, on the same day each year. */
const HOLIDAYS = [2026, 2027, 2028, 2029, 2030].flatMap((year) => [
  { date: `${year}-01-01`, name: 'New Year', change: 100 },
  { date: `${year}-12-25`, name: 'Christmas', change: 100 },
]);
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
  /** Four classes in economy. Seats are kept for the dearer ones by what is still expected of them. */
  classes: [
    {
      rule: 'bookingClasses',
      over: 'cabin',
      currency: 'USD',
      cabins: {
        F: [],
        J: [
          { code: 'J', fare: 900_00, mean: 6, deviation: 3 },
          { code: 'D', fare: 640_00, mean: 9, deviation: 4 },
        ],
        W: [],
        Y: [
          { code: 'Y', fare: 389_00, mean: 18, deviation: 6 },
          { code: 'B', fare: 289_00, mean: 29, deviation: 8 },
          { code: 'M', fare: 219_00, mean: 42, deviation: 11 },
          { code: 'Q', fare: 169_00, mean: 88, deviation: 21 },
        ],
      },
      otherwise: CABINS_BY_FARE,
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
  /** Half again at weekends, twice the fare on holidays. The days of a calendar are added to these. */
  weekendsAndHolidays: [FILED, { rule: 'weekday', change: [0, 0, 0, 0, 0, 50, 50] }, { rule: 'holiday', days: HOLIDAYS }, AS_FILED],
  /** What a seat offers. */
  seatTypes: [FILED, { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 150 } }, AS_FILED],
  /** 39.00 and 0.11 a mile in whole US dollars, as flights cost for which a schedule brought no fare. */
  byDistance: [
    {
      rule: 'distanceBase',
      currency: 'USD',
      start: { F: 156_00, J: 97_50, W: 58_50, Y: 39_00 },
      perMile: { F: 44, J: 28, W: 17, Y: 11 },
      otherwise: CABINS_BY_FARE,
    },
    { rule: 'rounding', to: 100, less: 0 },
  ],
};

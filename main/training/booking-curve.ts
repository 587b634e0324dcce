/**
 * The share of a flight's final sales that is on the books so many days before departure. Rounded means of 182 departures (NOTICE names the
 * source), without blank cells and days that were loaded twice. In the last week the real means stand up to 2 % above the final number,
 * because people cancel: here the curve ends at 1.
 */
export const BOOKING_CURVE: readonly (readonly [days: number, share: number])[] = [
  [0, 1],
  [7, 0.995],
  [10, 0.98],
  [14, 0.95],
  [21, 0.88],
  [30, 0.77],
  [45, 0.67],
  [60, 0.62],
  [75, 0.57],
  [90, 0.5],
  [120, 0.37],
  [150, 0.27],
  [180, 0.17],
  [240, 0.03],
  [300, 0.01],
  [340, 0],
];

/** The earliest day before departure on which anything is sold. */
export const FIRST_SALE_DAYS = 340;

/** The share on the books `days` before departure, from 0 to 1, in a straight line between the days of the table. */
export function shareSold(days: number): number {
  for (let at = 1; at < BOOKING_CURVE.length; at++) {
    const [[nearer, more], [farther, less]] = [BOOKING_CURVE[at - 1] ?? [0, 1], BOOKING_CURVE[at] ?? [0, 0]];
    if (days <= farther) return less + ((more - less) * (farther - Math.max(days, nearer))) / (farther - nearer);
  }
  return 0;
}

/** How many days before departure the sale is made with which the curve reaches this share: the other way round. */
export function leadDays(share: number): number {
  for (let at = 1; at < BOOKING_CURVE.length; at++) {
    const [[nearer, more], [farther, less]] = [BOOKING_CURVE[at - 1] ?? [0, 1], BOOKING_CURVE[at] ?? [0, 0]];
    if (share >= less) return nearer + ((farther - nearer) * (more - Math.min(share, more))) / (more - less);
  }
  return FIRST_SALE_DAYS;
}

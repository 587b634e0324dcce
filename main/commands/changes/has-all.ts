import type { BookedLeg } from '../../../shared/methods/booking-view.ts';

/** Whether a booking has all of these segments. */
export const hasAll = (legs: readonly Pick<BookedLeg, 'segment'>[], segments: readonly number[]): boolean =>
  segments.every((segment) => legs.some((leg) => leg.segment === segment));

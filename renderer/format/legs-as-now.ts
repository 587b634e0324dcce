import { leftBehind } from '../../shared/left-behind.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';

/** In the order of the legs; undefined where the hub has not told it. */
export type Scheduled = readonly LegNow[] | undefined;

/** The legs at the times and to the places of the schedule of now. One that does not fly stays as it was sold. */
export const legsAsNow = (legs: readonly BookedLeg[], scheduled: Scheduled): BookedLeg[] =>
  legs.map((leg, at) => {
    const now = scheduled?.[at];
    if (!now || now.kind === 'cancelled') return leg;
    const { departsAt, arrivesAt, originZone, destination, destinationZone, equipment } = now;
    return { ...leg, originZone, departsAt, arrivesAt, destination, destinationZone, equipment };
  });

/** When each leg leaves with its passengers; never, where the carrier has cancelled it, made them miss it, or left them behind before it. */
export const departuresNow = (legs: readonly BookedLeg[], scheduled: Scheduled): number[] => {
  const behind = leftBehind(
    legs,
    ({ missed }, at) => scheduled?.[at]?.kind === 'cancelled' || missed === 'carrier',
    (leg, at) => scheduled?.[at] ?? leg,
  );
  return legs.map(({ departsAt }, at) => (behind[at] ? Number.POSITIVE_INFINITY : (scheduled?.[at]?.departsAt ?? departsAt)));
};

/** Whether the flight at this place and the next one both fly, so that somebody changes from one to the other. */
export const connectsNow = (scheduled: Scheduled, at: number): boolean =>
  scheduled?.[at]?.kind !== 'cancelled' && scheduled?.[at + 1]?.kind !== 'cancelled';

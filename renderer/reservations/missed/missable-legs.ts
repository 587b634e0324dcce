import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import { departuresNow } from '../../format/legs-as-now.ts';

/** Flights of a booking that may have been missed, or are said to be: those that leave within the hour or left in the last two days. The hub decides. */
export function missableLegs({ state, legs }: BookingView, scheduled: readonly LegNow[] | undefined, now: number): readonly BookedLeg[] {
  if (state !== 'CONFIRMED') return [];
  const leaves = departuresNow(legs, scheduled);
  return legs.filter(({ missed }, at) => {
    const departsAt = leaves[at] ?? 0;
    const isCancelled = scheduled?.[at]?.kind === 'cancelled';
    return missed !== undefined || (!isCancelled && departsAt - now <= HOUR_MS && now - departsAt < 2 * DAY_MS);
  });
}

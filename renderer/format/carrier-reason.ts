import { doneByCarrier } from '../../shared/done-by-carrier.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { Scheduled } from './legs-as-now.ts';

/** Why the carrier gives all of the price back, `cancelled by AA`. Undefined where the refund rules of the sale hold. */
export function carrierReason(legs: readonly BookedLeg[], scheduled: Scheduled): string | undefined {
  const given = legs.find((leg) => leg.given !== undefined);
  const done = legs.map(({ flight, seats, missed }, at) => {
    const kind = scheduled?.[at]?.kind ?? 'none';
    // Said at this desk a moment ago, it stands on the booking before the hub has told what it means.
    return { flight, seats, kind: missed === 'carrier' && kind !== 'cancelled' ? ('missed' as const) : kind };
  });
  // Whoever was given another flight may still have the money instead.
  return doneByCarrier(done) ?? (given && `changed by ${given.flight.split(' ')[0]}`);
}

export const allGoesBack = (reason: string): string => `All goes back, without a fee: ${reason}.`;

import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { Refused } from '../../shared/refusals.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { countHeld } from '../store/tables/cabin-counters-table.ts';
import { claimSeat, claimsOfLeg } from '../store/tables/claims-table.ts';
import { takePromotionsAgain } from '../store/tables/promotions-table.ts';
import { cabinSeats } from '../views/cabin-seats.ts';
import { weightProblem } from './aircraft/weight-problem.ts';
import { giveWayAgain } from './blocks/give-way-again.ts';
import type { CommandContext } from './command.ts';
import { expireDueHoldsOn } from './expire-holds.ts';

/** What stands in the way of a booking that wants its seats again: a seat that somebody else has, or with no seat a cabin that may not sell so many, a flight that cannot carry them, or a cabin that has no seat left for who chooses later. */
export interface SeatGone {
  readonly leg: BookedLeg;
  readonly seat: string | undefined;
  /** Set where the seats are free and the flight cannot carry the party. */
  readonly heavy?: Refused;
}

/**
 * Claims and counts the seats again that a booking had before, and uses its promotions again. They count as held. Returns what is gone; then the
 * command must refuse, because some of it may be done.
 */
export async function retakeSeats(context: CommandContext, row: BookingRow): Promise<SeatGone | undefined> {
  const { db, cache, reference } = context;
  for (const leg of legsOf(row)) {
    // Holds on this flight that are due are ended first, because a due hold has no right to its seats.
    await expireDueHoldsOn(context, leg.flightId);
    for (const claim of claimsOfLeg(row, leg)) {
      if (await claimSeat(db, claim)) continue;
      const free = await giveWayAgain(context, leg.flightId, claim.seat);
      if (!free || !(await claimSeat(db, claim))) return { leg, seat: claim.seat };
    }
    const flight = await cache.flight(leg.flightId);
    const plan = reference.seatPlan(flight?.seat_map ?? '');
    const capacity = plan?.capacity[leg.cabin] ?? leg.seats.length;
    if (!(await countHeld(db, leg.flightId, leg.cabin, leg.seats.length, capacity))) return { leg, seat: undefined };
    if (plan && (await cabinSeats(db, leg.flightId, plan, leg.cabin)).short > 0) return { leg, seat: undefined };
    const heavy = flight && (await weightProblem(context, flight, partyOf(row), [row.id]));
    if (heavy) return { leg, seat: undefined, heavy };
  }
  await takePromotionsAgain(db, row.id, legsOf(row));
  return undefined;
}

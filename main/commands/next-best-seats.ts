import { bestSeats } from '../rules/seat-choice.ts';
import { usableOf } from '../store/known-blocks.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { cabinCounters, mayStillHold } from '../store/tables/flights-table.ts';
import { bestSeatsLeft } from '../views/seats-left.ts';
import type { CommandContext } from './command.ts';
import type { PlannedLeg } from './planned-leg.ts';

/** The seats that a refusal offers instead: the best ones for the same party in the same cabin, or none. Seats of `bookingId` count as free. */
export async function nextBestSeats(
  { db, now }: CommandContext,
  leg: Pick<PlannedLeg, 'flight' | 'plan' | 'party' | 'cabin'>,
  bookingId = 0,
): Promise<readonly string[]> {
  const taken = await takenSeats(db, leg.flight.id, bookingId);
  const counters = (await cabinCounters(db, leg.flight.id)).find(({ cabin }) => cabin === leg.cabin);
  const mayHold = mayStillHold(counters, await usableOf(db, leg.flight.id, leg.cabin, leg.plan.capacity[leg.cabin]));
  const [best] = bestSeats(leg.plan, { taken, mayHold }, leg.party, leg.cabin);
  if (best) return best.seats;
  const at = { flightId: leg.flight.id, plan: leg.plan, cabin: leg.cabin };
  return (await bestSeatsLeft({ db, now }, at, { taken, mayHold }, leg.party))[0]?.seats ?? [];
}

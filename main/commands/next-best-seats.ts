import { bestSeats } from '../rules/seat-choice.ts';
import { usableOf } from '../store/known-blocks.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { cabinCounters, mayStillHold } from '../store/tables/flights-table.ts';
import { bestSeatsLeft } from '../views/seats-left.ts';
import type { CommandContext } from './command.ts';
import type { PlannedLeg } from './planned-leg.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * The seats that a refusal offers instead: the best ones for the same party in the same cabin, or none. Seats of `bookingId` count as free, those of
 * `also` as taken.
 */
export async function nextBestSeats(
  { db, now }: CommandContext,
  leg: Pick<PlannedLeg, 'flight' | 'plan' | 'party' | 'cabin'>,
  bookingId = 0,
  also: ReadonlySet<string> = NONE,
): Promise<readonly string[]> {
  const taken = new Set([...(await takenSeats(db, leg.flight.id, bookingId)), ...also]);
  const counters = (await cabinCounters(db, leg.flight.id)).find(({ cabin }) => cabin === leg.cabin);
  const mayHold = mayStillHold(counters, await usableOf(db, leg.flight.id, leg.cabin, leg.plan.capacity[leg.cabin]));
  const [best] = bestSeats(leg.plan, { taken, mayHold }, leg.party, leg.cabin);
  if (best) return best.seats;
  const at = { flightId: leg.flight.id, plan: leg.plan, cabin: leg.cabin };
  return (await bestSeatsLeft({ db, now }, at, { taken, mayHold }, leg.party))[0]?.seats ?? [];
}

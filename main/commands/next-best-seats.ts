import { bestSeats } from '../rules/seat-choice.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import type { CommandContext } from './command.ts';
import type { PlannedLeg } from './plan-hold.ts';

/** The seats that a refusal offers instead: the best ones for the same party in the same cabin, or none. Seats of `bookingId` count as free. */
export async function nextBestSeats({ db }: CommandContext, leg: PlannedLeg, bookingId = 0): Promise<readonly string[]> {
  const taken = await takenSeats(db, leg.flight.id, bookingId);
  return (
    bestSeats(
      leg.plan,
      taken,
      leg.party.map((passenger) => passenger.type),
      leg.cabin,
    )[0]?.seats ?? []
  );
}

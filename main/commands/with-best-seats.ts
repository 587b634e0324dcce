import { assert } from '../../shared/assert.ts';
import { staysOnBoard } from '../rules/through-flight.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { takenOnBoard } from '../views/seats-on-board.ts';
import type { CommandContext } from './command.ts';
import { expireDueHoldsOn } from './expire-holds.ts';
import { nextBestSeats } from './next-best-seats.ts';
import type { PlannedLeg } from './planned-leg.ts';

/** The same legs with the best seats where nobody named some. Where the party does not fit, it stays without, and the cabin is refused as full. */
export async function withBestSeats(context: CommandContext, legs: readonly PlannedLeg[]): Promise<readonly PlannedLeg[]> {
  const seated: PlannedLeg[] = [];
  for (const [place, leg] of legs.entries()) {
    if (leg.unnamed !== 'best') {
      seated.push(leg);
      continue;
    }
    await expireDueHoldsOn(context, leg.flight.id);
    const seats = await bestOf(context, legs, place, seated);
    seated.push(seats.length === 0 ? leg : { ...leg, seats });
  }
  return seated;
}

/**
 * The best seats of one leg. A party that stays on board keeps those of the leg before where they are free, and begins in seats that are free on both.
 * For both legs the same seats are looked for, so the choice is the same as long as it can be.
 */
async function bestOf(
  context: CommandContext,
  legs: readonly PlannedLeg[],
  place: number,
  seated: readonly PlannedLeg[],
): Promise<readonly string[]> {
  const leg = legs[place];
  assert(leg, 'a leg of the itinerary');
  const [before, next] = [seated[place - 1], legs[place + 1]];
  const other =
    before && staysOnBoard(before.flight, leg.flight) ? before : next && staysOnBoard(leg.flight, next.flight) ? next : undefined;
  if (!other || other.cabin !== leg.cabin) return nextBestSeats(context, leg);
  const taken = await takenSeats(context.db, leg.flight.id, 0);
  const there = await takenOnBoard(context, leg, other.flight);
  const kept =
    other === before && other.seats.length === leg.party.length && other.seats.every((seat) => isFreeToKeep(leg, other, seat, taken));
  if (kept) return other.seats;
  const both = await nextBestSeats(context, leg, 0, there);
  return both.length > 0 ? both : nextBestSeats(context, leg);
}

/** An exit row is kept by who was given it on the other leg. */
const isFreeToKeep = ({ plan, cabin }: PlannedLeg, other: PlannedLeg, seat: string, taken: ReadonlySet<string>): boolean => {
  const same = plan.byName.get(seat);
  return same?.cabin === cabin && same.sellable && same.exit === other.plan.byName.get(seat)?.exit && !taken.has(seat);
};

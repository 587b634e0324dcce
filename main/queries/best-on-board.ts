import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import type { FreeSeats, SeatChoice } from '../rules/seat-choice.ts';
import { staysOnBoard } from '../rules/through-flight.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';
import { takenOnBoard } from '../views/seats-on-board.ts';
import type { QueryContext } from './query.ts';

const CHOICES_MAX = 3;

interface OnBoard {
  readonly row: FlightRow;
  readonly plan: SeatPlan;
  readonly cabin: Cabin;
  /** The other leg of the through flight, and the seats that the party has there; none yet: empty. */
  readonly staysOn: { readonly flightId: number; readonly seats: readonly string[] };
}

/**
 * The choices for one leg of a through flight: first the seats that the party has on the other leg, then seats that are free on both, then those for
 * which it must get up on the way. An exit row is kept by who has it on the other leg, and never given without being asked for, here as elsewhere.
 */
export async function bestOnBoard(
  context: QueryContext,
  { row, plan, cabin, staysOn }: OnBoard,
  { taken, mayHold }: FreeSeats,
  party: number,
  choose: (free: FreeSeats) => Promise<readonly SeatChoice[]>,
): Promise<readonly SeatChoice[]> {
  const other = await flightById(context.db, staysOn.flightId);
  if (!other || !(staysOnBoard(row, other) || staysOnBoard(other, row))) return choose({ taken, mayHold });
  const there = await takenOnBoard(context, { plan, cabin }, other);
  const kept = staysOn.seats.every((seat) => {
    const same = plan.byName.get(seat);
    return same?.cabin === cabin && same.sellable && !taken.has(seat) && !there.has(seat);
  });
  const same: SeatChoice[] = kept && staysOn.seats.length === party && mayHold >= party ? [{ seats: staysOn.seats, relaxed: [] }] : [];
  const both = await choose({ taken: new Set([...taken, ...there]), mayHold });
  const stop = row.origin === other.destination ? row.origin : row.destination;
  const either = (await choose({ taken, mayHold })).map(({ seats, relaxed }) => ({
    seats,
    relaxed: [...relaxed, `other seats from ${stop} on`],
  }));
  const choices = new Map<string, SeatChoice>();
  for (const choice of [...same, ...both, ...either]) {
    const key = choice.seats.join(' ');
    if (!choices.has(key)) choices.set(key, choice);
  }
  return [...choices.values()].slice(0, CHOICES_MAX);
}

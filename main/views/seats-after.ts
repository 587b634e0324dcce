import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import type { FleetLoser } from '../../shared/methods/fleet.ts';
import { CABINS, type Seat } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { type LosingParty, type SpecialSeats, seatsLike } from '../rules/seats-like.ts';
import { seatLost } from '../rules/seats-lost.ts';
import { trustSeats } from '../store/checks/trust-seats.ts';
import type { ReadDatabase } from '../store/database.ts';
import { partyOf } from '../store/tables/bookings-table.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { type Aboard, aboardOf } from './aboard.ts';
import { openLosers, seatingOrder } from './open-losers.ts';

/** A passenger who cannot stay where the leg says. */
export interface SeatMove {
  /** Among the seats of the leg. */
  readonly place: number;
  readonly from: string;
  /** The seat as it was; undefined for who was to choose one later. */
  readonly had: Seat | undefined;
  readonly to: Seat | undefined;
  readonly why: FleetLoser['why'];
}

export interface PartyMoves extends Aboard {
  readonly moves: readonly SeatMove[];
}

interface SeatsAfter {
  readonly db: ReadDatabase;
  readonly now: Instant;
  readonly setApart: ReadonlySet<number>;
}

interface OtherMap {
  /** Of the flight. */
  readonly id: number;
  readonly before: SeatPlan;
  readonly after: SeatPlan;
  /** The newest booking that was made for the map before, where the flight has had the other one for a while. Who booked later has agreed to an exit row of it. */
  readonly lastBooking?: number;
}

/**
 * Who of a flight loses a seat when it gets another map, and the seat that each of them gets, in the order in which they get them:
 * who flies on, then families, then as they were booked. A party is seated as a whole or not at all. Then those who choose later lose theirs,
 * where fewer seats are left than passengers who choose. It only reads.
 */
export async function seatsAfter(
  { db, now, setApart }: SeatsAfter,
  { id: flightId, before, after, lastBooking = Number.MAX_SAFE_INTEGER }: OtherMap,
  special: SpecialSeats,
): Promise<PartyMoves[]> {
  await trustSeats(db, flightId);
  const all = (await aboardOf(db, flightId, setApart))
    // A hold that is due has no right to a seat.
    .filter(({ row }) => row.expires_at === null || !isDue(instant(row.expires_at), now));
  const taken = await takenSeats(db, flightId, 0);
  const moved: PartyMoves[] = [];
  for (const one of all.toSorted(seatingOrder)) {
    const sold = one.row.id > lastBooking ? after : before;
    const lost = one.leg.seats.map((name) => seatLost(name, one.leg.cabin, sold, after));
    if (!lost.some(Boolean)) continue;
    const moves = movesOf(one, lost, { before, after, taken, special });
    for (const { from } of moves) taken.delete(from);
    for (const { to } of moves) if (to) taken.add(to.seat);
    moved.push({ ...one, moves });
  }
  for (const cabin of CABINS) {
    const free = (after.ofCabin.get(cabin) ?? []).filter(({ seat, sellable }) => sellable && !taken.has(seat)).length;
    for (const one of openLosers(
      all.filter(({ leg }) => leg.cabin === cabin),
      free,
    ))
      moved.push({
        ...one,
        moves: one.leg.seats.flatMap((from, place): SeatMove[] =>
          from === 'open' ? [{ place, from, had: undefined, to: undefined, why: 'fewer' }] : [],
        ),
      });
  }
  return moved;
}

function movesOf(
  { row, leg }: Aboard,
  lost: readonly ReturnType<typeof seatLost>[],
  {
    before,
    after,
    taken,
    special,
  }: Pick<OtherMap, 'before' | 'after'> & { readonly taken: ReadonlySet<string>; readonly special: SpecialSeats },
): SeatMove[] {
  const losing: LosingParty = {
    party: seatedOn(partyOf(row), leg.segment),
    seats: leg.seats.map((name, place) => (lost[place] ? before : after).byName.get(name)),
    lose: lost.flatMap((why, place) => (why ? [place] : [])),
  };
  const free = (after.ofCabin.get(leg.cabin) ?? []).filter(({ seat }) => !taken.has(seat));
  const given = seatsLike(free, losing, special);
  return leg.seats.flatMap((from, place): SeatMove[] => {
    const [why, to] = [lost[place], given?.get(place)];
    if (!why && (!to || to.seat === from)) return [];
    return [{ place, from, had: losing.seats[place], to, why: why ?? 'family' }];
  });
}

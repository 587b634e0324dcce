import { dateOfDay } from '../../../shared/instants.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import type { FleetLoser } from '../../../shared/methods/fleet.ts';
import type { Seat } from '../../../shared/seat-map.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { partyOf } from '../../store/tables/bookings-table.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import { passengersOfBooking } from '../../store/tables/sale-record.ts';
import { listedName } from '../../views/listed-name.ts';
import type { PlannedFlight } from '../../views/plan-take-over.ts';
import type { PartyMoves, SeatMove } from '../../views/seats-after.ts';
import type { QueryContext } from '../query.ts';

/** The first passengers who lose a seat, by day and flight, for a person to read. */
export async function losersOf(
  { db, locators }: Pick<QueryContext, 'db' | 'locators'>,
  change: readonly PlannedFlight[],
  plan: SeatPlan,
  most: number,
): Promise<FleetLoser[]> {
  const losers: FleetLoser[] = [];
  const byDay = change.toSorted((a, b) => a.flight.service_day - b.flight.service_day || a.flight.id - b.flight.id);
  for (const { flight, parties } of byDay) {
    for (const party of parties) {
      const { row, leg, moves } = party;
      const people = await peopleOf(db, party);
      for (const move of moves) {
        if (losers.length === most) return losers;
        losers.push({
          ...{ flightId: flight.id, flight: flightName(flight), date: dateOfDay(flight.service_day) },
          ...{ origin: flight.origin, destination: flight.destination },
          ...{ bookingId: row.id, locator: locators.of(row.id), state: row.state === 'HOLD' ? 'HOLD' : 'CONFIRMED' },
          passenger: people[move.place]?.name ?? '',
          type: people[move.place]?.type ?? '',
          ...{ cabin: leg.cabin, seat: move.from, why: move.why, to: move.to?.seat ?? null },
          rowsOn: move.to && move.had ? move.to.row - move.had.row : null,
          sameKind: move.to !== undefined && (move.had === undefined || isSameKind(move.had, move.to)),
          beside: isBesideParty(party, move, plan),
        });
      }
    }
  }
  return losers;
}

/** Those who sit on the leg, in the order of its seats. A hold has no names yet. */
async function peopleOf(db: ReadDatabase, { row, leg }: PartyMoves): Promise<{ readonly name: string; readonly type: string }[]> {
  const names = await passengersOfBooking(db, row.id);
  const party = partyOf(row);
  return seatedOn(party, leg.segment).map(({ passenger, type }) => {
    const named = names[party.findIndex((one) => one.passenger === passenger)];
    return { name: named ? listedName(named) : '', type };
  });
}

const isSameKind = (one: Seat, other: Seat): boolean => one.window === other.window && one.aisle === other.aisle;

/** Beside another of the party as they sit then. */
function isBesideParty({ leg, moves }: PartyMoves, { place, to }: SeatMove, plan: SeatPlan): boolean {
  if (!to) return false;
  const others = leg.seats.map((name, at) => moves.find((move) => move.place === at)?.to ?? plan.byName.get(name));
  return others.some(
    (other, at) => at !== place && other?.rowIndex === to.rowIndex && other.block === to.block && Math.abs(other.place - to.place) === 1,
  );
}

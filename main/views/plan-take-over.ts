import { FLEET_AHEAD_DAYS, FLEET_FLIGHTS_MAX, FLEET_LOSERS_MAX } from '../../shared/bounds.ts';
import { DAY_MS, dayNumber, type Instant } from '../../shared/instants.ts';
import { accept, type Refused, type Reply, refuse } from '../../shared/refusals.ts';
import type { OwnMapTurn } from '../fleet/own-maps.ts';
import { seenSeal } from '../fleet/seen-seal.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import { seatLost } from '../rules/seats-lost.ts';
import type { ReadDatabase } from '../store/database.ts';
import { scheduleGeneration } from '../store/tables/schedule-generation.ts';
import { blocksOfFlight, type SeatBlockRow } from '../store/tables/seat-blocks-table.ts';
import { type PartyMoves, seatsAfter } from './seats-after.ts';
import { type TurnedFlight, turnedFlights } from './turned-flights.ts';

interface TakeOverContext {
  readonly db: ReadDatabase;
  readonly now: Instant;
  readonly reference: Reference;
  readonly setApart: ReadonlySet<number>;
}

interface AskedTurn {
  readonly from: string;
  readonly until: string | null;
  readonly onlyUnsold: boolean;
}

/** A flight that changes map, who moves on it, and the blocks that end. */
export interface PlannedFlight {
  readonly flight: TurnedFlight;
  readonly parties: readonly PartyMoves[];
  readonly blocksEnd: readonly SeatBlockRow[];
}

export interface TakeOverPlan {
  readonly change: readonly PlannedFlight[];
  /** Flights with passengers that keep their map. */
  readonly keep: readonly TurnedFlight[];
  readonly seen: string;
}

/** All that a take-over would do. The command does exactly what the preview has told, because both ask here. It only reads. */
export async function planTakeOver(
  context: TakeOverContext,
  about: Pick<OwnMapTurn, 'id' | 'carrier' | 'equipment' | 'configuration'>,
  after: SeatPlan,
  asked: AskedTurn,
): Promise<Reply<TakeOverPlan>> {
  const wrong = daysProblem(asked, context.now);
  if (wrong) return wrong;
  const { db } = context;
  const days = { fromDay: dayNumber(asked.from), untilDay: asked.until === null ? null : dayNumber(asked.until) };
  const flights = await turnedFlights(context, { ...about, ...days });
  const change = asked.onlyUnsold ? flights.filter(({ booked }) => booked === 0) : flights;
  if (change.length > FLEET_FLIGHTS_MAX) return refuse('FLEET_TOO_MANY', { most: FLEET_FLIGHTS_MAX, what: 'flights' });
  const planned: PlannedFlight[] = [];
  let lose = 0;
  for (const flight of change) {
    const parties = flight.booked === 0 ? [] : await seatsAfter(context, { id: flight.id, before: flight.before, after }, 'whoHadOne');
    lose += parties.reduce((sum, { moves }) => sum + moves.length, 0);
    if (lose > FLEET_LOSERS_MAX) return refuse('FLEET_TOO_MANY', { most: FLEET_LOSERS_MAX, what: 'seats of passengers' });
    const blocks = flight.touched === 0 ? [] : await blocksOfFlight(db, flight.id);
    const gone = ({ seat, cabin }: SeatBlockRow): boolean => seatLost(seat, cabin, after, after) === 'gone';
    planned.push({ flight, parties, blocksEnd: blocks.filter(gone) });
  }
  const losers = planned.flatMap(({ flight, parties }) =>
    parties.flatMap(({ row, moves }) =>
      moves.map(({ place, from }) => ({ bookingId: row.id, flightId: flight.id, seat: `${place} ${from}` })),
    ),
  );
  const keep = asked.onlyUnsold ? flights.filter(({ booked }) => booked === 1) : [];
  return accept({ change: planned, keep, seen: seenSeal(await scheduleGeneration(db), losers) });
}

/** The first day may be yesterday's: it is still today somewhere. */
function daysProblem({ from, until }: AskedTurn, now: Instant): Refused | undefined {
  const [first, today] = [dayNumber(from), Math.floor(now / DAY_MS)];
  const problem =
    first < today - 1
      ? 'the first day is over'
      : first > today + FLEET_AHEAD_DAYS
        ? `the first day is more than ${FLEET_AHEAD_DAYS} days ahead`
        : until !== null && until < from
          ? 'the last day is before the first'
          : undefined;
  return problem === undefined ? undefined : refuse('FLEET_DAYS', { problem });
}

import { assert } from '../../../shared/assert.ts';
import type { LegChangeKind } from '../../../shared/leg-change.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { minor, sum } from '../../../shared/money.ts';
import { seatsSaid } from '../../../shared/open-seat.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import type { FlightRow } from '../../store/tables/flights-table.ts';
import type { Changing, PlannedChange } from '../changes/planned-change.ts';
import { flightPart } from '../leg-of-flight.ts';
import { faresCarried } from './fares-carried.ts';

/** A flight of a way on, with the seats of the party there. */
export interface WayFlight {
  readonly flight: FlightRow;
  readonly cabin: Cabin;
  readonly seats: readonly string[];
}

/**
 * Other flights of the carrier's giving instead of some segments of a booking. Nothing is to be paid and no fee is kept; what chosen seats cost that
 * are lost goes back.
 */
export async function planWay(
  { context, row, party, legs, passengers }: Changing,
  replaces: readonly number[],
  way: readonly WayFlight[],
  given: LegChangeKind,
): Promise<PlannedChange> {
  const { reference } = context;
  const old = legs.filter(({ segment }) => replaces.includes(segment));
  const back = old.every((leg) => leg.back) ? { back: true as const } : {};
  const planned = way.map((one) => {
    const { flight } = one;
    const plan = reference.seatPlan(flight.seat_map);
    const [origin, destination] = flownBetween(reference, flight);
    assert(plan && origin && destination, `flight ${flight.id} flies with facts that this Aisle does not know`);
    return { ...one, plan, party, part: flightPart(flight, origin, destination).part };
  });
  const fares = await faresCarried(context, old, planned, row.currency);
  const last = Math.max(...legs.map(({ segment }) => segment));
  const added = planned.map(({ part, cabin, seats }, at): BookedLeg => {
    const priced = fares[at];
    assert(priced, `flight ${part.flightId} has a price`);
    return { segment: last + 1 + at, ...part, cabin, ...back, seats: [...seats], ...priced, given };
  });
  const lost = sum(old.map(legTotal)) - sum(added.map(legTotal));
  const names = (all: readonly BookedLeg[]): string => all.map(({ flight }) => flight).join(', ');
  return {
    after: {
      ...{ party, passengers },
      legs: [...legs.filter((leg) => !old.includes(leg)), ...added].toSorted((one, other) => one.departsAt - other.departsAt),
    },
    lines: lost === 0 ? [] : [{ label: 'Chosen seats lost', detail: seatsSaid(old.flatMap(({ seats }) => seats)), amount: minor(-lost) }],
    ...{ kept: 0, rule: '', given, note: `${names(added)} instead of ${names(old)}, given by the carrier` },
  };
}

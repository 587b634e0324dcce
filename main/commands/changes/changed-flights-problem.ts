import { assert } from '../../../shared/assert.ts';
import { DAY_MS, instant, isDue } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { sameWay } from '../../../shared/ways.ts';
import { followProblem } from '../../rules/connections.ts';
import { leftBehindNow } from '../../rules/left-behind-now.ts';
import type { FlightRow } from '../../store/tables/flights-table.ts';
import { isUncounted } from '../../store/uncounted-flights.ts';
import type { CommandContext } from '../command.ts';

/** Those of `legs` that have a seat which the others have not. */
const withMore = (legs: readonly BookedLeg[], others: readonly BookedLeg[]): readonly BookedLeg[] =>
  legs.filter(({ flightId, seats }) => {
    const has = others.filter((leg) => leg.flightId === flightId).flatMap((leg) => leg.seats);
    // Several passengers may have no seat yet, so each is counted.
    return seats.some((seat) => count(seats, seat) > count(has, seat));
  });

const count = (seats: readonly string[], one: string): number => seats.filter((seat) => seat === one).length;

/** Legs of `before` on which the same seats are those of other passengers. */
const swapped = (before: readonly BookedLeg[], after: readonly BookedLeg[]): readonly BookedLeg[] =>
  before.filter(({ segment, seats }) => {
    const now = after.find((leg) => leg.segment === segment)?.seats;
    return now?.length === seats.length && now.some((seat, at) => seat !== seats[at]);
  });

/**
 * Why flights stand against a change. A flight on which seats are given up or swapped must not have left, and one on which seats are taken must be
 * flown; flights must follow one another.
 */
export async function changedFlightsProblem(
  { db, cache, now, reference }: CommandContext,
  before: readonly BookedLeg[],
  after: readonly BookedLeg[],
): Promise<Refused | undefined> {
  const taking = withMore(after, before);
  const flightOf = async ({ flightId }: BookedLeg) => {
    const flight = await cache.flight(flightId);
    assert(flight, `flight ${flightId} is booked and not known`);
    return flight;
  };
  for (const leg of taking)
    if ((await flightOf(leg)).cancelled === 1) return refuse('FLIGHT_CANCELLED', { flightId: leg.flightId, flight: leg.flight });
  const flights: FlightRow[] = [];
  for (const leg of before) flights.push(await flightOf(leg));
  // A flight that the carrier cancelled never left, one that was missed left without them, and so did those after it: they are given up later too.
  const behind = leftBehindNow(before, flights, 'anybody');
  const givenUp = withMore(before, after).filter((leg) => !behind[before.indexOf(leg)]);
  for (const leg of [...givenUp, ...taking, ...swapped(before, after)])
    if (isDue(instant((await flightOf(leg)).departs_at), now))
      return refuse('FLIGHT_DEPARTED', { flightId: leg.flightId, flight: leg.flight });
  for (const { flightId, flight } of taking) if (await isUncounted(db, flightId)) return refuse('FLIGHT_CHANGING', { flightId, flight });
  for (const [at, leg] of after.entries()) {
    const previous = after[at - 1];
    if (!previous || (!taking.includes(leg) && !taking.includes(previous))) continue;
    const problem = followProblem({ flight: await flightOf(previous), leg: previous }, { flight: await flightOf(leg), leg }, reference);
    if (problem && (isConnection(previous, leg) || !sameWay(previous, leg)))
      return refuse('CONNECTION_INVALID', { flight: leg.flight, before: previous.flight, problem });
  }
  return undefined;
}

/** Flights that follow within a day must let the passengers change. A later one begins another journey. */
const isConnection = (before: BookedLeg, next: BookedLeg): boolean => next.departsAt - before.arrivesAt < DAY_MS;

import { LIST_PICKUPS_MAX } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { LIST_CURVE_DAYS } from '../../../shared/pricing/curve-days.ts';
import { type FlightFilter, readFlightFilter } from '../../../shared/pricing/flight-filter.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import {
  type CabinCounter,
  COUNTERS_BY_FLIGHT,
  type CounterOfFlight,
  FLIGHTS_AT_ONCE,
  type FlightRow,
} from '../../store/tables/flights-table.ts';
import { NO_COUNTERS } from '../../views/flight-view.ts';
import type { Query, QueryContext } from '../query.ts';
import { asksForPickUp, fits, fitsPickUp, mayFit } from './fits-filter.ts';
import { flightMoves } from './flight-moves.ts';
import { type LookedAt, type LookOptions, lookAt, lookOptions } from './looked-at.ts';
import { pricedFlight } from './priced-flight.ts';
import { scopeDepartures } from './scope-departures.ts';
import { sortFlights } from './sort-flights.ts';

/**
 * Flights of a filter line, by money at stake.
 *
 * The problem: a scope can hold a million flights, and what a list shows of each is worked out from all its sales.
 * 1. At most LIST_FLIGHTS_MAX flights are looked at, the next departures first, and the answer says until when. Each costs its row, its counters
 *    and its prices: about 20 us.
 * 2. Sales one by one are read for the flights that are shown, and for others only if the line compares or sorts by pick-up.
 * 3. It is a report (read-length.ts): it pauses between its statements, so that it holds up neither boards nor seat maps.
 */
export const pricingFlights: Query<Input<'pricing.flights'>, Output<'pricing.flights'>> = async (context, input) => {
  const { db, now, reference } = context;
  const read = readFlightFilter(input.filter);
  if (!read.ok) {
    const { at, length, says } = read.problem;
    return refuse('FILTER_WRONG', { part: input.filter.slice(at, at + length), says, at, length });
  }
  const scope = await scopeDepartures(context, read.filter);
  if (!scope.ok) return scope;
  const rows = scope.rows.filter((row) => mayFit(read.filter, row));
  const options = await lookOptions(context);
  let found = await look(context, rows, read.filter, options);

  const bySales = asksForPickUp(read.filter) || input.sort === 'pickup';
  if (bySales && found.length > LIST_PICKUPS_MAX)
    return refuse('LIST_TOO_LONG', { most: LIST_PICKUPS_MAX, advice: 'Ask for fewer days or one airport, or leave out the pick-up' });
  const movesOf = async (flights: readonly LookedAt[]) => {
    const moves = await flightMoves(
      db,
      reference,
      flights.map(({ row }) => row),
    );
    return ({ row, load }: LookedAt) => moves(row.id).get(load.cabin) ?? [];
  };
  let moved = await movesOf(bySales ? found : []);
  if (bySales) found = found.filter((flight) => fitsPickUp(read.filter, moved(flight), now));
  const shown = sortFlights(found, input.sort, input.reversed, moved, now).slice(0, input.limit);
  if (!bySales) moved = await movesOf(shown);
  return accept({
    flights: shown.map((flight) => pricedFlight(flight, moved(flight), now, LIST_CURVE_DAYS)),
    matched: found.length,
    of: scope.rows.length,
    until: scope.until,
    pastLeft: options.past.left,
  });
};

/** Those that fit, apart from the pick-up. */
async function look(context: QueryContext, rows: readonly FlightRow[], filter: FlightFilter, options: LookOptions): Promise<LookedAt[]> {
  const found: LookedAt[] = [];
  for (let first = 0; first < rows.length; first += FLIGHTS_AT_ONCE) {
    const some = rows.slice(first, first + FLIGHTS_AT_ONCE);
    const counters = await countersOf(context, some);
    for (const row of some) {
      const flight = await lookAt(row, counters.get(row.id) ?? NO_COUNTERS, filter.cabin, options);
      if (flight && fits(filter, flight)) found.push(flight);
    }
  }
  return found;
}

async function countersOf({ db }: QueryContext, rows: readonly FlightRow[]): Promise<Map<number, CabinCounter[]>> {
  const group = [...rows.map(({ id }) => id), ...Array<number>(FLIGHTS_AT_ONCE - rows.length).fill(0)];
  return Map.groupBy(await db.query<CounterOfFlight>(COUNTERS_BY_FLIGHT).all(...group), ({ flight_id }) => flight_id);
}

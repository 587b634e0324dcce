import { create } from 'zustand';
import { LIST_FLIGHTS_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import { FLIGHT_SORTS, type FlightSort, type PricedFlight } from '../../shared/methods/pricing-list.ts';
import { readFlightFilter } from '../../shared/pricing/flight-filter.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

export type FlightList = Output<'pricing.flights'>;

interface FlightsState {
  /** What stands in the filter line; null until the tab was opened. */
  readonly line: string | null;
  readonly sort: FlightSort;
  readonly reversed: boolean;
  /** The newest answer, with its rows in the order in which they were first shown. */
  readonly list: FlightList | null;
  /** Why there is none for the line as it stands. */
  readonly refusal: Refusal | null;
  readonly asking: boolean;
  /** Counts the questions: an answer to an earlier one is not shown. */
  readonly round: number;
  /** The flight that is shown beside the list. */
  readonly chosen: number | null;
}

const NOTHING: FlightsState = {
  ...{ line: null, sort: 'stake', reversed: false, list: null, refusal: null, asking: false, round: 0, chosen: null },
};

export const useFlights = create<FlightsState>(() => NOTHING);

onSessionOver(() => useFlights.setState(({ round }) => ({ ...NOTHING, round: round + 1 })));

/** Begins with a line, unless one stands there already that was not replaced. */
export function beginFlights(line: string, replace: boolean): void {
  if (useFlights.getState().line !== null && !replace) return;
  useFlights.setState({ line });
  void askFlights();
}

export const typeLine = (line: string): void => useFlights.setState({ line });

/** The next column in their order, the most first; `by`: this one, and once more the other way round. */
export function sortFlightsBy(by?: FlightSort): void {
  const { sort, reversed } = useFlights.getState();
  const next = by ?? FLIGHT_SORTS[(FLIGHT_SORTS.indexOf(sort) + 1) % FLIGHT_SORTS.length] ?? 'stake';
  useFlights.setState({ sort: next, reversed: next === sort ? !reversed : false });
  void askFlights();
}

export const chooseFlight = (chosen: number): void => useFlights.setState({ chosen });

/** Asks for the line as it stands. `keep`: the rows stay in their places and only their figures change. A line that cannot be read is not sent. */
export async function askFlights(keep = false): Promise<void> {
  const { line, sort, reversed, round: before } = useFlights.getState();
  if (line === null || !readFlightFilter(line).ok) return;
  const round = before + 1;
  useFlights.setState({ round, asking: !keep });
  const by = keep ? 'console' : 'person';
  const reply = await call('pricing.flights', { filter: line, sort, reversed, limit: LIST_FLIGHTS_SHOWN_MAX }, by);
  const now = useFlights.getState();
  if (now.round !== round) return;
  if (!reply.ok) {
    useFlights.setState({ asking: false, refusal: reply.refusal, ...(keep ? {} : { list: null }) });
    return;
  }
  const flights = keep && now.list ? inPlace(now.list.flights, reply.value.flights) : reply.value.flights;
  // A flight of the heat table may be chosen, which stands in no list.
  const stays = keep ? now.chosen !== null : flights.some(({ flightId }) => flightId === now.chosen);
  useFlights.setState({
    asking: false,
    refusal: null,
    list: { ...reply.value, flights },
    chosen: stays ? now.chosen : (flights[0]?.flightId ?? null),
  });
  // Past flights are read over several questions. Each one compares more routes, and then the order may be another.
  if (reply.value.pastLeft > 0) await askFlights();
}

/** New figures in the old order. A flight that is not among the new ones keeps what it had. */
function inPlace(shown: readonly PricedFlight[], fresh: readonly PricedFlight[]): PricedFlight[] {
  const byId = new Map(fresh.map((flight) => [flight.flightId, flight]));
  return shown.map((flight) => byId.get(flight.flightId) ?? flight);
}

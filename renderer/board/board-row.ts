import type { CabinLoad, FlightSummary, Itinerary } from '../../shared/methods/flights.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import type { TypedParty } from '../format/read-party.ts';

/** One row of the board: an itinerary that was searched, or a single flight of a departures board. */
export interface BoardRow extends Omit<Itinerary, 'flights'> {
  readonly flights: readonly FlightSummary[];
}

/** Who needs seats, and so pays. */
export type Party = Pick<TypedParty, 'adults' | 'children'>;
export const seated = ({ adults, children }: Party): number => adults + children;

/** One cabin of a row: the fewest free seats of its flights and what the whole party pays, in minor units. */
export interface RowCabin {
  readonly cabin: Cabin;
  readonly capacity: number;
  readonly authorised: number;
  readonly sold: number;
  readonly held: number;
  readonly free: number;
  /** For one person over all flights. */
  readonly each: number;
  /** The flight with the fewest free seats, whose load is shown. */
  readonly flight: string;
}

export const freeOf = ({ authorised, sold, held }: Pick<CabinLoad, 'authorised' | 'sold' | 'held'>): number => authorised - sold - held;

export const firstFlight = (row: BoardRow): FlightSummary => row.flights[0] as FlightSummary;
export const lastFlight = (row: BoardRow): FlightSummary => row.flights.at(-1) as FlightSummary;
/** A row is sold as a whole, so one cancelled flight is enough. */
export const isCancelled = (row: BoardRow): boolean => row.flights.some(({ cancelled }) => cancelled);
/** One number for legs between which nobody changes planes: `QX 41`, else `QX 41, QX 7`. */
export const flightsText = ({ flights, connections }: BoardRow): string =>
  flights.flatMap(({ flight }, at) => (connections[at - 1]?.staysOnBoard ? [] : [flight])).join(', ');

/** The numbers of other carriers under which the flights of a row are sold too. */
export const marketedText = (row: BoardRow): string => row.flights.flatMap(({ marketedAs = [] }) => marketedAs).join(', ');

/** The currency in which all of some flights are priced; null when they are not priced in one. */
const currencyOf = (flights: readonly FlightSummary[]): string | null => {
  const [first] = flights;
  return first && flights.every(({ currency }) => currency === first.currency) ? first.currency : null;
};

/** The currency of all prices of a list; null when there are several, so that each price has to name its own. */
export const commonCurrency = (rows: readonly BoardRow[]): string | null => currencyOf(rows.flatMap(({ flights }) => flights));

/** A cabin that every flight of the row has; undefined when one has it not, since a sale keeps to one cabin. */
export function rowCabin(row: BoardRow, cabin: Cabin): RowCabin | undefined {
  let fullest: (CabinLoad & { flight: string }) | undefined;
  let each = 0;
  for (const { cabins, flight } of row.flights) {
    const load = cabins.find((one) => one.cabin === cabin);
    if (!load) return undefined;
    each += load.price;
    if (!fullest || freeOf(load) < freeOf(fullest)) fullest = { ...load, flight };
  }
  if (!fullest) return undefined;
  const { capacity, authorised, sold, held, flight } = fullest;
  return { cabin, capacity, authorised, sold, held, free: freeOf(fullest), each, flight };
}

/** The cabins of a row as the board groups them: the best in front, economy last, what lies between in the middle. */
export function cabinGroups(row: BoardRow): { front: readonly RowCabin[]; middle: readonly RowCabin[]; economy: readonly RowCabin[] } {
  const all = CABINS.map((cabin) => rowCabin(row, cabin)).filter((one) => one !== undefined);
  const economy = all.filter(({ cabin }) => cabin === 'Y');
  const [front, ...middle] = all.filter(({ cabin }) => cabin !== 'Y');
  return { front: front ? [front] : [], middle, economy };
}

/** How many cabins in front of economy the rows have at most: 0, 1, or 2 for more. A column of the list that would stay empty is left out. */
export function frontCabinsOf(rows: readonly BoardRow[]): 0 | 1 | 2 {
  let most: 0 | 1 | 2 = 0;
  for (const { flights } of rows) {
    const count = CABINS.filter(
      (cabin) => cabin !== 'Y' && flights.every(({ cabins }) => cabins.some((one) => one.cabin === cabin)),
    ).length;
    if (count > 1) return 2;
    if (count === 1) most = 1;
  }
  return most;
}

/** The cheapest cabin that seats the party on every flight, or the one asked for, as the hub's search works it out. */
export function bestCabin(row: BoardRow, party: Party, asked: Cabin | null): { cabin: Cabin | null; total: number | null } {
  let best: RowCabin | undefined;
  if (currencyOf(row.flights) === null) return { cabin: null, total: null };
  for (const cabin of asked ? [asked] : CABINS) {
    const found = rowCabin(row, cabin);
    if (found && found.free >= seated(party) && (!best || found.each < best.each)) best = found;
  }
  return best ? { cabin: best.cabin, total: best.each * seated(party) } : { cabin: null, total: null };
}

/** The row with its flights as they are now; the same row when none of `fresh` is one of its flights. */
export function withFlights(row: BoardRow, fresh: ReadonlyMap<number, FlightSummary>, party: Party, asked: Cabin | null): BoardRow {
  if (!row.flights.some(({ flightId }) => fresh.has(flightId))) return row;
  const next = { ...row, flights: row.flights.map((flight) => fresh.get(flight.flightId) ?? flight) };
  return { ...next, currency: currencyOf(next.flights), ...bestCabin(next, party, asked) };
}

/** A flight of a departures board as a row of its own. */
export function rowOfFlight(flight: FlightSummary, party: Party, asked: Cabin | null): BoardRow {
  const row: BoardRow = {
    key: String(flight.flightId),
    flights: [flight],
    connections: [],
    stops: 0,
    elapsedMinutes: Math.round((flight.arrivesAt - flight.departsAt) / 60_000),
    cabin: null,
    total: null,
    currency: flight.currency,
  };
  return { ...row, ...bestCabin(row, party, asked) };
}

import type { FlightSummary } from '../../shared/methods/flights.ts';
import type { PassengerView } from '../../shared/methods/passenger.ts';
import { isSeat } from '../../shared/open-seat.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { FlightSeats } from '../seats/seat-events.ts';

/** The seat maps that this console has read, by the number of the flight. */
export type KnownFlights = Readonly<Record<number, FlightSeats>>;

type ShownFlight = PassengerView['flights'][number];
export type ShownName = PassengerView['names'][number];

/** What is told of a flight, whoever knows it. */
export type Flown = Pick<FlightSummary, 'flight' | 'origin' | 'destination' | 'originZone' | 'destinationZone' | 'departsAt' | 'arrivesAt'>;

/** `seats`: by passenger. Who has none yet is shown without one, whatever the reason. */
export const shownFlight = (leg: Flown, cabin: Cabin | null, seats: readonly (string | null)[]): ShownFlight => ({
  flight: leg.flight,
  origin: leg.origin,
  destination: leg.destination,
  originZone: leg.originZone,
  destinationZone: leg.destinationZone,
  departsAt: leg.departsAt,
  arrivesAt: leg.arrivesAt,
  cabin,
  seats: seats.map((seat) => (seat !== null && isSeat(seat) ? seat : null)),
});

/** The cabin of a flight, which is the one at place `flight` of those that are shown; null while its map is not known. */
export function shownPlan(flight: number, flightId: number, cabin: Cabin | null, known: KnownFlights): PassengerView['plan'] {
  const rows = known[flightId]?.answer.map.rows;
  if (!rows || !cabin) return null;
  return { flight, rows: rows.filter((row) => row.cabin === cabin).map(({ row, layout }) => ({ row, layout })) };
}

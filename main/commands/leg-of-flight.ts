import { dateOfDay } from '../../shared/instants.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { Airport } from '../reference/reference.ts';
import { type FlightRow, flightName } from '../store/tables/flights-table.ts';

type OwnPart = Pick<
  BookedLeg,
  'segment' | 'cabin' | 'back' | 'seats' | 'fare' | 'trace' | 'others' | 'laps' | 'priced' | 'refund' | 'given'
>;

/** What a leg takes over from its flight, the same for every booking, and this as JSON without its braces. */
export interface FlightPart {
  readonly part: Omit<BookedLeg, keyof OwnPart>;
  readonly json: string;
}

/** By row of a flight: the cache of a batch has one row for all holds on a flight. */
const known = new WeakMap<FlightRow, FlightPart>();

/**
 * What legs on this flight have in common. A rush sells one flight a hundred times, and this part is the longest of a leg's JSON, so it is
 * written once.
 */
export function flightPart(flight: FlightRow, origin: Airport, destination: Airport): FlightPart {
  let found = known.get(flight);
  if (!found) {
    const part = {
      flightId: flight.id,
      flight: flightName(flight),
      origin: flight.origin,
      destination: flight.destination,
      originZone: origin.zone,
      destinationZone: destination.zone,
      date: dateOfDay(flight.service_day),
      departsAt: flight.departs_at,
      arrivesAt: flight.arrives_at,
      equipment: flight.equipment,
    };
    found = { part, json: JSON.stringify(part).slice(1, -1) };
    known.set(flight, found);
  }
  return found;
}

/** A leg, and the same leg as JSON, in the order of `BookedLeg`. */
export function legOfFlight({ part, json }: FlightPart, own: OwnPart): { readonly leg: BookedLeg; readonly legJson: string } {
  const { segment, ...last } = own;
  const rest = JSON.stringify(last).slice(1);
  return { leg: { segment, ...part, ...last }, legJson: `{"segment":${segment},${json},${rest}` };
}

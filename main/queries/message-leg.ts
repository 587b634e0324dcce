import { assert } from '../../shared/assert.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { zonesNow } from '../views/zones-now.ts';
import type { QueryContext } from './query.ts';

/** A flight as a passenger reads it. */
export interface MessageLeg
  extends Pick<
    BookedLeg,
    | 'flight'
    | 'origin'
    | 'destination'
    | 'originZone'
    | 'destinationZone'
    | 'departsAt'
    | 'arrivesAt'
    | 'cabin'
    | 'seats'
    | 'segment'
    | 'back'
  > {
  readonly originCity: string;
  readonly destinationCity: string;
  /** False: the schedule cancelled it. */
  readonly flies: boolean;
  /** The carrier gave it, or its times, instead of what was sold. */
  readonly given: boolean;
  /** When it left and arrived as it was sold. */
  readonly sold: Pick<BookedLeg, 'departsAt' | 'arrivesAt' | 'originZone'>;
}

/** A flight of a booking as the schedule has it now, beside when it left and arrived as it was sold. */
export async function messageLeg({ db, reference }: Pick<QueryContext, 'db' | 'reference'>, leg: BookedLeg): Promise<MessageLeg> {
  const flight = await flightById(db, leg.flightId);
  assert(flight, `flight ${leg.flightId} is booked and not known`);
  const { destination } = flight;
  const { originZone, destinationZone } = zonesNow(reference, leg, flight);
  const [from, to] = [reference.airportAt(leg.origin, flight.departs_at), reference.airportAt(destination, flight.arrives_at)];
  return {
    ...{ flight: leg.flight, segment: leg.segment, origin: leg.origin, destination, cabin: leg.cabin, seats: leg.seats },
    ...{ originZone, destinationZone, departsAt: flight.departs_at, arrivesAt: flight.arrives_at },
    sold: { departsAt: leg.departsAt, arrivesAt: leg.arrivesAt, originZone: leg.originZone },
    ...(leg.back ? { back: leg.back } : {}),
    ...{ originCity: from?.city ?? leg.origin, destinationCity: to?.city ?? destination },
    ...{ flies: flight.cancelled === 0, given: leg.given !== undefined },
  };
}

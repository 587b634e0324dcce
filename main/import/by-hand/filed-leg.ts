import type { ScheduledLeg } from '../../store/tables/legs-of-number.ts';
import type { ScheduledFlight } from '../../store/tables/scheduled-flight.ts';

/** A leg of the store as a file would say it, so that to stage it changes nothing. */
export const filedLeg = (leg: ScheduledLeg): ScheduledFlight => ({
  carrier: leg.carrier,
  number: leg.number,
  suffix: leg.suffix,
  origin: leg.origin,
  destination: leg.destination,
  serviceDay: leg.service_day,
  departsAt: leg.departs_at,
  arrivesAt: leg.arrives_at,
  equipment: leg.equipment,
  seatMap: leg.seat_map,
  baseFare: leg.base_fare,
  currency: leg.currency,
  departure: leg.departure,
  dayShift: leg.day_shift,
  operatingDay: leg.operating_day,
});

/** What a change by hand of one leg is about. */
export const aboutLeg = ({ id, carrier, number, suffix, service_day }: ScheduledLeg) => ({
  ...{ flightId: id, carrier, number, suffix },
  ...{ fromDay: service_day, toDay: service_day },
});

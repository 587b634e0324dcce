import type { Value } from '../database.ts';

/** A dated flight as a schedule says it. `serviceDay`: local date at the origin, in days since 1970; instants in UTC milliseconds. */
export interface ScheduledFlight {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly origin: string;
  readonly destination: string;
  readonly serviceDay: number;
  readonly departsAt: number;
  readonly arrivesAt: number;
  readonly equipment: string;
  readonly seatMap: string;
  readonly baseFare: number;
  readonly currency: string;
  /** 2 and more where the number has left the origin before on that day; 1 when not told. */
  readonly departure?: number;
  /** Days from the day of operation, as the file counts it, to the day of departure; 0 when not told. Legs after midnight have more. */
  readonly dayShift?: number;
  /** The day of operation as the file counts it, in days since 1970; when not told: by service day and shift. */
  readonly operatingDay?: number;
  /** A competitor's fare for an economy seat, in minor units of the currency, and the instant at which it was read. */
  readonly competitor?: { readonly fare: number; readonly readAt: number } | undefined;
}

/** The same in the order of `SCHEDULED_COLUMNS`, as flights travel between threads and into the store: far quicker than objects. */
export const SCHEDULED_COLUMNS =
  'carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency, departure, day_shift, competitor_fare, competitor_read_at, operating_day';
export const SCHEDULED_WIDTH = 17;

export function pushFlight(values: Value[], flight: ScheduledFlight): void {
  values.push(
    flight.carrier,
    flight.number,
    flight.suffix,
    flight.origin,
    flight.destination,
    flight.serviceDay,
    flight.departsAt,
    flight.arrivesAt,
    flight.equipment,
    flight.seatMap,
    flight.baseFare,
    flight.currency,
    flight.departure ?? 1,
    flight.dayShift ?? 0,
    flight.competitor?.fare ?? null,
    flight.competitor?.readAt ?? null,
    flight.operatingDay ?? flight.serviceDay - (flight.dayShift ?? 0),
  );
}

import { DAY_MS, dateOfDay, dayNumber, type Instant, type LocalDate, MINUTE_MS } from '../../../shared/instants.ts';
import { localDay as dayAt, momentOf, offsetAt } from '../../reference/zone-time.ts';

/**
 * A date at some place, from its first moment to the first moment of the next date. It has 23 or 25 hours when the clocks change. It is
 * worked out from the zone's offsets, as an import does. A calendar library took a tenth of a search, and some milliseconds for a new zone.
 */
export interface LocalDay {
  readonly from: Instant;
  readonly until: Instant;
  /** Minutes of the wall clock since midnight, at an instant of this day. */
  minuteOf(at: number): number;
}

/**
 * Where the clocks skip midnight, the day begins with the first moment after what they skip. `zoneAfter`: the zone of the next day, which is another one
 * where the zone of an airport was corrected from that day on.
 */
export function localDay(date: string, zone: string, zoneAfter = zone): LocalDay {
  const midnight = dayNumber(date) * DAY_MS;
  const from = momentOf(zone, midnight).at;
  const until = momentOf(zoneAfter, midnight + DAY_MS).at;
  const plain = until - from === DAY_MS;
  return {
    from,
    until,
    minuteOf: (at) => Math.floor((plain ? at - from : at + offsetAt(zone, at) - midnight) / MINUTE_MS),
  };
}

export const localDateAt = (at: number, zone: string): LocalDate => dateOfDay(dayAt(zone, at));

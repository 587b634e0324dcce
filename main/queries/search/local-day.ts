import { Temporal } from 'temporal-polyfill';
import { DAY_MS, type Instant, instant, type LocalDate, localDate, MINUTE_MS } from '../../../shared/instants.ts';

/** A date at some place: from its first moment to the first moment of the next. 23 or 25 hours where clocks change. */
export interface LocalDay {
  readonly from: Instant;
  readonly until: Instant;
  /** Minutes of the wall clock since midnight, at an instant of this day. */
  minuteOf(at: number): number;
}

export function localDay(date: string, zone: string): LocalDay {
  const day = Temporal.PlainDate.from(date);
  const from = instant(day.toZonedDateTime(zone).epochMilliseconds);
  const until = instant(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
  const plain = until - from === DAY_MS;
  return {
    from,
    until,
    minuteOf(at) {
      if (plain) return Math.floor((at - from) / MINUTE_MS);
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      return local.hour * 60 + local.minute;
    },
  };
}

export const localDateAt = (at: number, zone: string): LocalDate =>
  localDate(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString());

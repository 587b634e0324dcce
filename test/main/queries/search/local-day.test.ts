import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { localDateAt, localDay } from '../../../../main/queries/search/local-day.ts';
import { shippedAirports } from '../../../../main/reference/shipped-airports.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';
import { dateOfDay, dayNumber, HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

describe('a date at some place', () => {
  it.each([
    ['America/New_York', '2026-11-21', '2026-11-21T05:00', 24],
    // Clocks go forward, and back, in the night.
    ['America/New_York', '2026-03-08', '2026-03-08T05:00', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00', 25],
    // There is no midnight: the day begins at one o'clock.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00', 23],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00', 23],
    // Midnight comes twice: the day begins with the first.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00', 25],
  ])('%s %s begins at %sZ and has %i hours', (zone, date, from, hours) => {
    const day = localDay(date, zone);
    expect(day.from).toBe(utc(from));
    expect(day.until - day.from).toBe(hours * HOUR_MS);
  });

  it('tells the time by the clock, also after the clocks were put back', () => {
    const day = localDay('2026-11-01', 'America/New_York');
    expect(day.minuteOf(day.from + 90 * MINUTE_MS)).toBe(90);
    expect(day.minuteOf(day.from + 150 * MINUTE_MS)).toBe(90);
    expect(day.minuteOf(day.until - MINUTE_MS)).toBe(1_439);
  });

  const seed = 20_150_102;
  it(`agrees with the calendar at every airport (seed ${seed})`, () => {
    const random = seededRandom(seed);
    const zones = [...new Set(shippedAirports().airports.map(({ zone }) => zone))];
    const firstDay = dayNumber('2024-01-01');
    for (let step = 0; step < 2_000; step++) {
      const zone = random.pick(zones);
      const date = dateOfDay(firstDay + random.below(15 * 366));
      const day = localDay(date, zone);
      const plain = Temporal.PlainDate.from(date);
      const title = `${date} ${zone}`;
      expect(day.from, title).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
      expect(day.until, title).toBe(plain.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
      const at = day.from + random.below(day.until - day.from);
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(day.minuteOf(at), title).toBe(local.hour * 60 + local.minute);
      expect(localDateAt(at, zone), title).toBe(date);
      expect(localDateAt(day.from - 1, zone), title).toBe(dateOfDay(dayNumber(date) - 1));
    }
  });
});

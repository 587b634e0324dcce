import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { localDay, momentOf, offsetAt } from '../../../main/reference/zone-time.ts';
import { DAY_MS, dayNumber, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';

const local = (text: string): number => Date.parse(`${text}Z`);

describe('the moment of a local time', () => {
  it.each([
    ['America/New_York', '2026-11-21T10:00', '2026-11-21T15:00', 'once'],
    ['America/New_York', '2026-07-04T10:00', '2026-07-04T14:00', 'once'],
    // The clocks go from 02:00 to 03:00.
    ['America/New_York', '2026-03-08T01:59', '2026-03-08T06:59', 'once'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30', 'never'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00', 'once'],
    // And back from 02:00 to 01:00.
    ['America/New_York', '2026-11-01T00:59', '2026-11-01T04:59', 'once'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30', 'twice'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00', 'once'],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45', 'never'],
    ['Asia/Kathmandu', '2026-11-21T05:45', '2026-11-21T00:00', 'once'],
    ['Pacific/Kiritimati', '2026-11-21T14:00', '2026-11-21T00:00', 'once'],
    // A day that was left out.
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00', 'never'],
  ])('%s %s is %sZ, %s', (zone, text, utc, exists) => {
    expect(momentOf(zone, local(text))).toEqual({ at: local(utc), exists });
  });

  const seed = 20_150_102;
  it(`agrees with the calendar everywhere (seed ${seed})`, () => {
    let state = seed;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const zones = [
      'Europe/London',
      'America/Sao_Paulo',
      'Africa/Casablanca',
      'Asia/Tehran',
      'America/St_Johns',
      'Pacific/Chatham',
      'Indian/Reunion',
    ];
    for (let step = 0; step < 2_000; step++) {
      const zone = zones[random(zones.length)] ?? 'UTC';
      const time = Date.UTC(1990, 0, 1) + random(60 * 366) * DAY_MS + random(1440) * MINUTE_MS;
      const plain = Temporal.PlainDateTime.from(new Date(time).toISOString().slice(0, 19));
      expect(momentOf(zone, time).at, `${zone} ${plain}`).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
    }
  });
});

it('tells the local day of a moment', () => {
  const at = Date.UTC(2026, 10, 21, 4, 0);
  expect(localDay('America/New_York', at)).toBe(dayNumber('2026-11-20'));
  expect(localDay('Pacific/Guam', at)).toBe(dayNumber('2026-11-21'));
  expect(offsetAt('America/New_York', at)).toBe(-5 * HOUR_MS);
});

it('refuses a zone that does not exist', () => {
  expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
});

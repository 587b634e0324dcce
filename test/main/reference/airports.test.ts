import { describe, expect, it } from 'vitest';
import type { AirportChange } from '../../../main/reference/airport-change.ts';
import { Airports } from '../../../main/reference/airports.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { dayNumber } from '../../../shared/instants.ts';
import { TINY_AIRPORTS } from '../support/tiny-reference.ts';

const change = (number: number, code: string, from: string, more: Partial<AirportChange> = {}): AirportChange => ({
  ...{ number, code, fromDay: dayNumber(from), name: `${code} ${number}`, city: 'New Bridge', cityCode: 'XNB', country: 'US' },
  ...{ north: 415_000, east: -742_500, zone: 'America/New_York', closed: false, ...more },
});

describe('an airport that was changed', () => {
  const airports = new Airports(TINY_AIRPORTS, [
    // Not in the order of their days.
    change(1, 'DEN', '2027-06-01', { zone: 'America/Chicago' }),
    change(2, 'XNB', '2027-03-01'),
    change(3, 'DEN', '2027-01-01'),
    // Instead of the third.
    change(4, 'DEN', '2027-01-01', { zone: 'America/Phoenix' }),
    change(5, 'XNB', '2027-09-01', { closed: true }),
  ]);

  it.each([
    // A correction: as it came with Aisle before its first day.
    ['DEN', '2026-12-31', 'DEN Airport', 'America/Denver', false],
    ['DEN', '2027-01-01', 'DEN 4', 'America/Phoenix', false],
    ['DEN', '2027-05-31', 'DEN 4', 'America/Phoenix', false],
    ['DEN', '2027-06-01', 'DEN 1', 'America/Chicago', false],
    ['DEN', '2099-01-01', 'DEN 1', 'America/Chicago', false],
    // One that was added is known before it opens, and closed.
    ['XNB', '1990-01-01', 'XNB 2', 'America/New_York', true],
    ['XNB', '2027-02-28', 'XNB 2', 'America/New_York', true],
    ['XNB', '2027-03-01', 'XNB 2', 'America/New_York', false],
    ['XNB', '2027-08-31', 'XNB 2', 'America/New_York', false],
    ['XNB', '2027-09-01', 'XNB 5', 'America/New_York', true],
    // Nobody changed it.
    ['JFK', '2027-01-01', 'JFK Airport', 'America/New_York', false],
  ])('%s on %s is %s in %s, closed: %s', (code, date, name, zone, closed) => {
    expect(airports.on(code, dayNumber(date))).toMatchObject({ code, name, zone, closed });
  });

  it.each([
    // Midnight in Phoenix is 07:00 UTC.
    ['2027-01-01T06:59:59Z', 'America/Denver'],
    ['2027-01-01T07:00:00Z', 'America/Phoenix'],
    // Midnight in Chicago in summer is 05:00 UTC.
    ['2027-06-01T04:59:59Z', 'America/Phoenix'],
    ['2027-06-01T05:00:00Z', 'America/Chicago'],
  ])('at %s Denver is in %s', (moment, zone) => {
    expect(airports.at('DEN', Date.parse(moment))?.zone).toBe(zone);
  });

  it('is found by its newest change at once', () => {
    expect(airports.byCode.get('DEN')?.name).toBe('DEN 1');
    expect(airports.byCity.get('XNB')?.map(({ code }) => code)).toEqual(['DEN', 'XNB']);
    expect(airports.byCity.get('DEN')).toBeUndefined();
  });

  it('stays what it was in the list that a change was made from', () => {
    const before = new Airports(TINY_AIRPORTS);
    const after = before.with([change(1, 'XNB', '2027-03-01')]).with([change(2, 'XNC', '2027-03-01')]);
    expect([before.byCode.has('XNB'), after.byCode.has('XNB'), after.byCode.has('XNC')]).toEqual([false, true, true]);
    expect(after.shipped('XNB')).toBeUndefined();
  });

  it('has the place that the supervisor gave, in degrees, and is not disputed any more', () => {
    expect(new Airports(TINY_AIRPORTS, [change(1, 'XXS', '2027-01-01')]).on('XXS', dayNumber('2027-01-01'))).toMatchObject({
      ...{ latitude: 41.5, longitude: -74.25, suspect: false },
    });
  });
});

it('the place finder knows an airport that was added by its code, its name and its city', () => {
  const shipped = loadReference();
  const known = shipped.withAirports([change(1, 'QQX', '2027-03-01', { name: 'Hudson Field', city: 'Newburgh', cityCode: 'NYC' })]);
  expect(shipped.places('QQX', 3).filter(({ code }) => code === 'QQX')).toEqual([]);
  for (const text of ['qqx', 'hudson field', 'newburgh']) expect(known.places(text, 8).map(({ code }) => code)).toContain('QQX');
  expect(known.airportsOf('NYC').map(({ code }) => code)).toContain('QQX');
  expect(known.places('NYC', 1)[0]?.airports).toContain('QQX');
});

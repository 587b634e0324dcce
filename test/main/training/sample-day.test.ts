import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { offsetAt } from '../../../main/reference/zone-time.ts';
import { sampleFlights } from '../../../main/training/sample-day.ts';
import { DAY_MS, dayNumber, instant, MINUTE_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { reference } from '../support/once/reference.ts';
import { openTestHub, value } from '../support/test-hub.ts';

const DAY = 16_741;

describe('the sample day', () => {
  // Still the 20th in New York, already the 21st in Guam.
  const now = instant(Date.UTC(2026, 10, 21, 4));
  const flights = [...sampleFlights(reference, now)];

  it('is three whole days, each flight once a day', () => {
    expect(flights).toHaveLength(3 * DAY);
    expect(new Set(flights.map((flight) => `${flight.carrier}${flight.number}${flight.origin}${flight.serviceDay}`)).size).toBe(3 * DAY);
  });

  it('begins today by the calendar of each airport', () => {
    const first = (origin: string) => Math.min(...flights.filter((flight) => flight.origin === origin).map((flight) => flight.serviceDay));
    expect(first('JFK')).toBe(dayNumber('2026-11-20'));
    expect(first('GUM')).toBe(dayNumber('2026-11-21'));
  });

  it('keeps local departure and duration', () => {
    const found = flights.find((flight) => flight.carrier === 'AA' && flight.number === 1 && flight.origin === 'JFK');
    expect(found).toMatchObject({ destination: 'LAX', equipment: '321', seatMap: 'a321', currency: 'USD', baseFare: 311_00 });
    const local = (found?.departsAt ?? 0) + offsetAt('America/New_York', found?.departsAt ?? 0);
    expect(new Date(local).toISOString().slice(11, 16)).toBe('09:00');
    expect(((found?.arrivesAt ?? 0) - (found?.departsAt ?? 0)) / MINUTE_MS).toBe(390);
  });

  it('flies between known airports, on equipment with a seat map, for a fare', () => {
    for (const flight of flights) {
      expect(flight.arrivesAt).toBeGreaterThan(flight.departsAt);
      expect(flight.baseFare).toBeGreaterThanOrEqual(39_00);
      expect(flight.baseFare % 100).toBe(0);
    }
    expect(new Set(flights.map((flight) => flight.seatMap)).size).toBeGreaterThanOrEqual(15);
  });
});

it('is laid once, and again only for the days that a closed store missed', async () => {
  const { hub, clock } = await openTestHub({ clock: new FakeClock(Date.UTC(2026, 10, 21, 14)) });
  const load = async () => {
    const reply = await hub.change('schedule.loadSample', {}, SYSTEM, null);
    return reply.ok ? reply.value.added : -1;
  };
  expect(await load()).toBe(3 * DAY);
  expect(await load()).toBe(0);
  clock.advance(DAY_MS);
  expect(await load()).toBe(DAY);
  clock.advance(7 * DAY_MS);
  expect(await load()).toBe(3 * DAY);
  await hub.close();
});

it('is not inserted again until a day ends at one of its airports (each start went through all 50,000 flights for nothing)', async () => {
  const { hub, clock, db } = await openTestHub({ clock: new FakeClock(Date.UTC(2026, 10, 21, 14)) });
  const load = async () => value(await hub.change('schedule.loadSample', {}, SYSTEM, null)).added;
  await load();
  // Whoever looked for all flights would bring this one back.
  await db.change('DELETE FROM flights WHERE id = 1').run();
  expect(await load()).toBe(0);
  clock.advance(DAY_MS);
  expect(await load()).toBeGreaterThanOrEqual(DAY);
  await hub.close();
});

import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import { FLIGHT_CURVE_DAYS } from '../../../../shared/pricing/curve-days.ts';
import { readCurves } from '../../pricing/revenue/read-curves.ts';
import { codeOf, MERCY, openTestHub, type TestHub, value } from '../../support/test-hub.ts';
import { sellFlight } from './sell-flight.ts';

const flightOf = async (test: TestHub, flightId: number) => value(await test.hub.ask('pricing.flight', { flightId, cabin: 'Y' }, MERCY));

/** The published departures, a third of each so that they fit the aircraft, as past flights of one weekday, one a week. Only what came onto the books. */
async function publishedPast(test: TestHub, leaves: number, most: number) {
  const whole = readCurves().filter(({ onBooks }) => onBooks.every((seats) => seats !== undefined && seats <= 3 * 178));
  for (const [place, { onBooks }] of whole.slice(0, most).entries()) {
    const sold: (readonly [number, number])[] = [];
    let before = 0;
    for (let day = 90; day >= 0; day--) {
      const now = Math.round((onBooks[day] ?? 0) / 3);
      if (now > before) sold.push([day + 0.5, now - before]);
      before = Math.max(before, now);
    }
    await sellFlight(test, await test.addFlight({ departs_at: leaves - (place + 3) * 7 * DAY_MS }), sold);
  }
}

describe('the chosen flight', () => {
  it('has its curve, what is usual, the way that is ahead, and a forecast whose error is stated at 60, 30, 14 and 7 days', async () => {
    const test = await openTestHub();
    const leaves = test.clock.now() + 14 * DAY_MS + HOUR_MS;
    await publishedPast(test, leaves, 23);
    const flight = await test.addFlight({ departs_at: leaves });
    await sellFlight(test, flight, [
      [60.5, 30],
      [30.5, 40],
    ]);
    const told = await flightOf(test, flight.id);
    expect(told.past).toBe(23);
    expect(told.errors.map((error) => error?.daysBefore)).toEqual([60, 30, 14, 7]);
    // The error shrinks as departure comes nearer.
    const means = told.errors.map((error) => error?.meanPerMille ?? 0);
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(told.errors[3]?.departures).toBeGreaterThanOrEqual(10);
    const final = told.flight.forecast?.seats ?? 0;
    expect(told.flight.forecast).toMatchObject({ from: 'history', departures: 23 });
    expect(told.toCome).toBe(final - 70);
    expect(told.band?.low).toBeLessThanOrEqual(final);
    expect(told.band?.high).toBeGreaterThanOrEqual(final);
    // The curve ends today, and what is ahead begins there and ends at the forecast.
    FLIGHT_CURVE_DAYS.forEach((day, place) => {
      expect([told.flight.curve[place] === null, told.ahead[place] === null]).toEqual([day < 15, day > 14]);
    });
    expect(told.ahead.at(-1)).toBe(final);
    expect(told.flight.usual?.low.length).toBe(91);
  });

  it('has no band and no error where too few past flights are known, and says from what the forecast is', async () => {
    const test = await openTestHub();
    const flight = await test.addFlight({ departs_at: test.clock.now() + 14 * DAY_MS });
    await sellFlight(test, flight, [[20, 95]]);
    expect(await flightOf(test, flight.id)).toMatchObject({
      flight: { forecast: { seats: 100, from: 'stated', departures: 0 }, usual: null },
      band: null,
      errors: [null, null, null, null],
      past: 0,
      toCome: 5,
    });
  });

  it('is refused when there is no such flight or cabin', async () => {
    const test = await openTestHub();
    const { id } = await test.addFlight();
    expect(codeOf(await test.hub.ask('pricing.flight', { flightId: 99, cabin: 'Y' }, MERCY))).toBe('FLIGHT_UNKNOWN');
    expect(codeOf(await test.hub.ask('pricing.flight', { flightId: id, cabin: 'J' }, MERCY))).toBe('CABIN_UNKNOWN');
  });
});

describe('the next 30 days of a route', () => {
  const days = (test: TestHub, more = {}) =>
    test.hub.ask('pricing.routeDays', { origin: 'JFK', destination: 'LAX', cabin: null, ...more }, MERCY);

  it('has each flight with load and price of the cabin with the most seats, or of the one asked for', async () => {
    const test = await openTestHub();
    const now = test.clock.now();
    await sellFlight(test, await test.addFlight({ departs_at: now + 3 * DAY_MS }), [[4, 89]]);
    await test.addFlight({ departs_at: now + 2 * DAY_MS, seat_map: '777-300er', equipment: '77W' });
    await test.addFlight({ departs_at: now - HOUR_MS });
    await test.addFlight({ departs_at: now + 31 * DAY_MS });
    await test.addFlight({ departs_at: now + DAY_MS, destination: 'SFO' });
    const answer = value(await days(test));
    expect(answer.from).toBe('2026-11-21');
    expect(answer.flights.map(({ flight, cabin, sold, price }) => [flight, cabin, sold, price])).toEqual([
      ['B6 102', 'Y', 0, 100_00],
      ['B6 101', 'Y', 89, 125_00],
    ]);
    expect(value(await days(test, { cabin: 'J' })).flights.map(({ flight, cabin }) => [flight, cabin])).toEqual([['B6 102', 'J']]);
  });

  it.each([
    [{ destination: 'QQQ' }, 'PLACE_UNKNOWN'],
    [{ destination: 'JFK' }, 'SAME_PLACE'],
  ])('%o is refused', async (more, code) => {
    expect(codeOf(await days(await openTestHub(), more))).toBe(code);
  });
});

import { expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { Value } from '../../../main/store/database.ts';
import { pushFlight, type ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { applied, flight, KEPT, NOW, openAtNow, SCOPE, SMALL } from '../support/staged-schedule.ts';
import { ANA, sale, type TestHub, value } from '../support/test-hub.ts';

const at = (hour: number, minutes = 0): number => Date.UTC(2026, 10, 23, hour) + minutes * MINUTE_MS;
const ONWARD = { origin: 'LAX', destination: 'SFO', departsAt: at(22), arrivesAt: at(23, 30) };
const numbers = [41, 42, 43, 44, 45, 46];
const AS_SOLD = [...numbers.map((number) => flight(number)), flight(50, ONWARD)];

/** A booking on each of 41 to 46, with 1 on 50 after 46, and a hold on 41. */
async function sold(test: TestHub): Promise<Map<number, string>> {
  await applied(test, AS_SOLD, KEPT);
  const locators = new Map<number, string>();
  for (const number of numbers) {
    const id = number - 40;
    const flights = number === 46 ? [id, 7] : [id];
    const legs = flights.map((flightId) => ({ flightId, cabin: 'Y' as const, seats: ['30A'] }));
    const held = value(await test.hold(id, ['30A'], { legs }));
    const paid = value(await test.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, test.requestId()));
    locators.set(number, paid.locator);
  }
  locators.set(0, value(await test.hold(1, ['30C'])).locator);
  return locators;
}

async function compared({ hub }: TestHub, flights: readonly ScheduledFlight[], importId = 'import-0002') {
  const values: Value[] = [];
  for (const one of flights) pushFlight(values, one);
  await hub.change('schedule.stage', { importId, values, keptNumbers: [] }, SYSTEM, null);
  return value(
    await hub.look('schedule.compare', {
      ...{ importId, legs: flights.length, flights: flights.length, refused: 0, scopes: SCOPE },
    }),
  );
}

test('the preview of an import says what it would mean for each booking that it touches, the worst first', async () => {
  const store = await openAtNow();
  const locators = await sold(store);
  const { touched, counts } = await compared(store, [
    // 41 is dropped.
    flight(42, { destination: 'SAN' }),
    flight(43, { departsAt: at(15, 90), arrivesAt: at(21, 90) }),
    flight(44, { departsAt: at(15, 35), arrivesAt: at(21, 35) }),
    flight(45, { equipment: '733', seatMap: SMALL }),
    flight(46, { departsAt: at(15, 50), arrivesAt: at(21, 50) }),
    flight(50, ONWARD),
  ]);
  expect(counts.bookingsTouched).toBe(7);
  expect(touched.bookings.map(({ locator, held, flight: name, kind, movedMinutes }) => [locator, held, name, kind, movedMinutes])).toEqual([
    [locators.get(41), false, 'QX 41', 'cancelled', 0],
    [locators.get(0), true, 'QX 41', 'cancelled', 0],
    [locators.get(46), false, 'QX 50', 'connection', 0],
    [locators.get(43), false, 'QX 43', 'movedFar', 90],
    [locators.get(45), false, 'QX 45', 'seatGone', 0],
    [locators.get(42), false, 'QX 42', 'otherDestination', 0],
    [locators.get(44), false, 'QX 44', 'moved', 35],
  ]);
  expect(touched).toMatchObject({ more: 0, unread: 0 });
  expect(touched.counts).toContainEqual({ kind: 'cancelled', bookings: 2 });
  expect(touched.bookings[3]).toMatchObject({ departsAt: at(15), leavesAt: at(15, 90), origin: 'JFK', destination: 'LAX', passengers: 1 });
  expect((await compared(store, AS_SOLD, 'import-0003')).touched).toEqual({ bookings: [], more: 0, counts: [], unread: 0 });
});

test('a daily 00:05 that leaves at 23:55 of the evening before carries nobody a day later without a word', async () => {
  const store = await openAtNow();
  const early = { departsAt: at(5, 5), arrivesAt: at(11, 5) };
  await applied(store, [flight(41, early)], KEPT);
  const held = value(await store.hold(1, ['30A']));
  await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId());
  // The flight of that day in the file leaves at 23:55 of it.
  const late = { departsAt: early.departsAt + 24 * HOUR_MS - 10 * MINUTE_MS, arrivesAt: early.arrivesAt + 24 * HOUR_MS - 10 * MINUTE_MS };
  const { touched } = await compared(store, [flight(41, late)]);
  expect(touched.bookings).toMatchObject([{ kind: 'movedFar', movedMinutes: 1430 }]);
  expect(NOW).toBeLessThan(early.departsAt);
});

test('who paid for an exit row that the other aircraft has not is listed as who loses a seat, where the desk said so only afterwards', async () => {
  const store = await openAtNow();
  const small = (more = {}) => flight(41, { equipment: '733', seatMap: SMALL, ...more });
  await applied(store, [small()], KEPT);
  await store.price(1, 'seatTypes');
  const held = value(await store.hold(1, ['10A'], { exitRowConfirmed: true }));
  const paid = value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  // It has a seat 10A, in a row that is no exit row.
  const other = [small({ equipment: 'D38', seatMap: 'plain-30' })];
  const { touched } = await compared(store, other);
  expect(touched.bookings).toMatchObject([{ locator: paid.locator, kind: 'seatGone' }]);
  await applied(store, other, KEPT, 'import-0003', { unseat: true });
  const { bookings } = value(await store.hub.ask('reaccommodation.list', { group: 'seatGone' }, ANA));
  expect(bookings.map(({ locator }) => locator)).toEqual([paid.locator]);
});

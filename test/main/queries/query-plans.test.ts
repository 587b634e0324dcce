import { expect, it } from 'vitest';
import { FAILED_PAYMENTS } from '../../../main/queries/failed-payments.ts';
import { FLIGHT_CLAIMS } from '../../../main/queries/flight-claims.ts';
import { CANCELLED_SALES, SOLD_SEATS } from '../../../main/store/tables/flight-sales.ts';
import { FLIGHT_TO_PRICE } from '../../../main/store/tables/flight-to-price.ts';
import {
  COUNTERS_BY_FLIGHT,
  DEPARTING,
  DEPARTING_NARROWED,
  DEPARTURE_COUNTERS,
  DEPARTURES,
  FLIGHTS_BY_ID,
  FLIGHTS_OF_NUMBER,
  ORIGINS,
  SEATING_BY_ID,
  SERVED_ORIGINS,
} from '../../../main/store/tables/flights-table.ts';
import { COUNTERS_BETWEEN, FLIGHTS_BETWEEN, ROUTE_FLIGHT_IDS } from '../../../main/store/tables/flights-to-come.ts';
import { HAND_CHANGES_OF_FLIGHT } from '../../../main/store/tables/hand-changes-table.ts';
import { LEGS_OF_NUMBER } from '../../../main/store/tables/legs-of-number.ts';
import { DESTINATIONS, ROUTE, ROUTE_TRAITS } from '../../../main/store/tables/route-flights.ts';
import {
  DEPARTED,
  NEXT_FROM,
  NEXT_ON_ROUTE,
  OPERATING_FROM,
  OPERATING_NUMBER,
  OPERATING_ON_ROUTE,
} from '../../../main/store/tables/scope-flights.ts';
import { FAILED_PAYMENT } from '../../../main/views/queued.ts';
import { TinyStore } from '../support/tiny-store.ts';

const BY_ROUTE = 'COVERING INDEX flights_route (origin=? AND destination=? AND departs_at>? AND departs_at<?)';

// What a search or a screen reads all the time, and the index that must answer it.
const PLANS: readonly [name: string, sql: string, uses: readonly string[]][] = [
  ['flights of a route', ROUTE, [BY_ROUTE]],
  ['flights of a route with carrier and equipment', ROUTE_TRAITS, [BY_ROUTE.replace('COVERING ', '')]],
  ['many flights', FLIGHTS_BY_ID, ['SEARCH flights USING INTEGER PRIMARY KEY (rowid=?)']],
  ['who flies many flights and with what seats', SEATING_BY_ID, ['SEARCH flights USING INTEGER PRIMARY KEY (rowid=?)']],
  [
    'a flight with what decides its price',
    FLIGHT_TO_PRICE,
    ['SEARCH flights USING INTEGER PRIMARY KEY (rowid=?)', 'SEARCH cabin_counters USING PRIMARY KEY (flight_id=?)', 'SEARCH policies'],
  ],
  ['counters of many flights', COUNTERS_BY_FLIGHT, ['SEARCH cabin_counters USING PRIMARY KEY (flight_id=?)']],
  ['served origins', SERVED_ORIGINS, ['SEARCH flights USING COVERING INDEX flights_route', 'COVERING INDEX flights_route (origin>?)']],
  [
    'origins, also of what is cancelled',
    ORIGINS,
    ['SEARCH flights USING COVERING INDEX flights_departures', 'COVERING INDEX flights_departures (origin>?)'],
  ],
  ['ids of departures, narrowed', DEPARTING_NARROWED, ['INDEX flights_departures (origin=? AND departs_at>? AND departs_at<?)']],
  ['ids of departures', DEPARTING, ['COVERING INDEX flights_departures (origin=? AND departs_at>? AND departs_at<?)']],
  [
    'destinations of an airport',
    DESTINATIONS,
    ['SEARCH flights USING COVERING INDEX flights_route (origin=?)', 'COVERING INDEX flights_route (origin=? AND destination>?)'],
  ],
  ['departures of an airport', DEPARTURES, ['INDEX flights_departures (origin=? AND departs_at>? AND departs_at<?)']],
  [
    'counters of those departures',
    DEPARTURE_COUNTERS,
    ['COVERING INDEX flights_departures (origin=? AND departs_at>? AND departs_at<?)', 'SEARCH c USING PRIMARY KEY (flight_id=?)'],
  ],
  ['legs of a flight number', FLIGHTS_OF_NUMBER, ['INDEX flights_key (carrier=? AND number=?)']],
  ['legs of a flight number around a day', LEGS_OF_NUMBER, ['INDEX flights_key (carrier=? AND number=? AND suffix=?)']],
  [
    'what was changed by hand about a flight',
    HAND_CHANGES_OF_FLIGHT,
    ['INDEX hand_changes_flight (carrier=? AND flight_number=? AND suffix=? AND to_day>?)'],
  ],
  ['a part of all flights', FLIGHTS_BETWEEN, ['SEARCH flights USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)']],
  ['the counters of that part', COUNTERS_BETWEEN, ['SEARCH cabin_counters USING PRIMARY KEY (flight_id>? AND flight_id<?)']],
  ['flights of a route to come', ROUTE_FLIGHT_IDS, ['COVERING INDEX flights_route (origin=? AND destination=? AND departs_at>?)']],
  ['payments that failed in the last day', FAILED_PAYMENTS, ['SEARCH bookings USING COVERING INDEX bookings_failed (failed_at>?)']],
  [
    'the queue of payments that failed',
    FAILED_PAYMENT,
    [
      'SEARCH b USING INDEX bookings_failed (failed_at>?)',
      'SEARCH j USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH e USING INDEX journal_booking (booking_id=?)',
    ],
  ],
  ['claims on a flight', FLIGHT_CLAIMS, ['SEARCH c USING PRIMARY KEY (flight_id=?)', 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)']],
  [
    'flights of a route to come',
    OPERATING_ON_ROUTE,
    ['INDEX flights_route (origin=? AND destination=? AND departs_at>? AND departs_at<?)'],
  ],
  ['the next flight of a route', NEXT_ON_ROUTE, ['INDEX flights_route (origin=? AND destination=? AND departs_at>?)']],
  ['the next departure', NEXT_FROM, ['INDEX flights_departures (origin=? AND departs_at>?)']],
  ['departures to come', OPERATING_FROM, ['INDEX flights_departures (origin=? AND departs_at>? AND departs_at<?)']],
  ['legs of a flight number to come', OPERATING_NUMBER, ['INDEX flights_key (carrier=? AND number=?)']],
  ['past flights of a route', DEPARTED, ['INDEX flights_route (origin=? AND destination=? AND departs_at>? AND departs_at<?)']],
  ['seats sold on flights', SOLD_SEATS, ['SEARCH c USING PRIMARY KEY (flight_id=?)', 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)']],
  [
    'cancelled sales of flights',
    CANCELLED_SALES,
    ['SEARCH l USING PRIMARY KEY (flight_id=?)', 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)', 'INDEX journal_booking (booking_id=?)'],
  ],
];

it.each(PLANS)('%s', async (_name, sql, uses) => {
  const { db } = await TinyStore.open();
  const values = Array.from(sql.matchAll(/\?/g), () => 1);
  const plan = (await db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)).map(({ detail }) => detail).join('\n');
  for (const part of uses) expect(plan).toContain(part);
  expect(plan).not.toMatch(/SCAN (f|flights|c|b|claims|bookings|cabin_counters)$/m);
});

import type { SeatMapAnswer } from '../../../renderer/seats/seat-events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { LOS_ANGELES, NEW_YORK, NOON } from '../support/samples.ts';
import { SINGLE_AISLE } from './maps.ts';

/** Flight 7, AA 185 JFK to LAX, with nobody on it unless told otherwise; known up to event 100. */
export const seatMapAnswer = (change: Partial<SeatMapAnswer> = {}): SeatMapAnswer => ({
  flight: {
    flightId: 7,
    flight: 'AA 185',
    carrier: 'AA',
    origin: 'JFK',
    destination: 'LAX',
    originZone: NEW_YORK,
    destinationZone: LOS_ANGELES,
    date: '2026-11-21',
    departsAt: NOON + 300 * MINUTE_MS,
    arrivesAt: NOON + 685 * MINUTE_MS,
    equipment: '320',
    currency: 'USD',
    cabins: [{ cabin: 'Y', capacity: 35, authorised: 35, sold: 0, held: 0, price: 10_000 }],
  },
  departed: false,
  cancelled: false,
  strategy: 'demand',
  map: SINGLE_AISLE,
  taken: [],
  version: 100,
  ...change,
});

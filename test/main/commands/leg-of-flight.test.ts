import { expect, it } from 'vitest';
import { flightPart, legOfFlight } from '../../../main/commands/leg-of-flight.ts';
import type { FlightRow } from '../../../main/store/tables/flights-table.ts';
import { assert } from '../../../shared/assert.ts';
import { bookedLeg } from '../../../shared/methods/booking-view.ts';
import { minor } from '../../../shared/money.ts';
import { reference } from '../support/once/reference.ts';

const flight: FlightRow = {
  ...{ id: 7, carrier: 'B6', number: 123, suffix: '', origin: 'JFK', destination: 'LAX', service_day: 20_781, currency: 'USD' },
  ...{ departs_at: 1_795_500_000_000, arrives_at: 1_795_520_000_000, equipment: '3"0', seat_map: 'a320' },
  ...{ base_fare: 10_000, cancelled: 0, competitor_fare: null, competitor_read_at: null, operating_day: 20_781 },
};
const [origin, destination] = [reference.airport('JFK'), reference.airport('LAX')];

it('writes a leg as JSON.stringify would, for the first booking of a flight and for the next', () => {
  assert(origin && destination, 'both airports are known');
  for (const segment of [1, 2]) {
    const trace = [{ label: 'Base fare, "Economy"', detail: 'of this flight', amount: minor(10_000) }];
    const own = { segment, cabin: 'Y' as const, seats: ['12A', '12B'], fare: minor(10_000), trace };
    const { leg, legJson } = legOfFlight(flightPart(flight, origin, destination), own);
    expect(legJson).toBe(JSON.stringify(leg));
    expect(legJson).toBe(JSON.stringify(bookedLeg.parse(leg)));
    expect(leg).toMatchObject({ ...own, flightId: 7, flight: 'B6 123', date: '2026-11-24', originZone: 'America/New_York' });
  }
});

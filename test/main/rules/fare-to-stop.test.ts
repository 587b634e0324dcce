import { describe, expect, it } from 'vitest';
import { fareToStop } from '../../../main/rules/fare-to-stop.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';

const party: BookingView['party'] = [
  { passenger: 1, type: 'ADT', infant: false, assistance: false },
  { passenger: 3, type: 'ADT', infant: false, assistance: false },
];

function leg(segment: number, departs: number, fare: number, others: BookedLeg['others'] = []): BookedLeg {
  return {
    ...{
      segment,
      flightId: segment,
      flight: `B6 ${segment}`,
      origin: 'JFK',
      destination: 'LAX',
      originZone: 'UTC',
      destinationZone: 'UTC',
    },
    ...{ date: '2026-11-23', departsAt: departs * HOUR_MS, arrivesAt: (departs + 1) * HOUR_MS, equipment: '320', cabin: 'Y' },
    ...{ seats: ['20A', '20B'], fare, trace: [], ...(others.length > 0 ? { others } : {}) },
  };
}

// Legs by hour of departure and fare, each an hour long; the leg that is denied; the passenger.
const CASES: readonly [says: string, legs: readonly BookedLeg[], at: number, passenger: number, fare: number][] = [
  ['the only flight', [leg(1, 10, 131_00)], 0, 1, 131_00],
  ['a connection goes on after four hours', [leg(1, 10, 100_00), leg(2, 15, 50_00)], 0, 1, 150_00],
  ['a longer stay is a stopover', [leg(1, 10, 100_00), leg(2, 15.01, 50_00)], 0, 1, 100_00],
  ['what was flown before does not count', [leg(1, 10, 100_00), leg(2, 12, 50_00)], 1, 1, 50_00],
  ['nothing counts behind a stopover', [leg(1, 10, 100_00), leg(2, 40, 50_00), leg(3, 42, 25_00)], 0, 1, 100_00],
  ['who pays another fare', [leg(1, 10, 100_00, [{ at: 1, fare: 75_00, trace: [] }]), leg(2, 12, 50_00)], 0, 3, 125_00],
];

describe('the fare by which compensation is worked out', () => {
  it.each(CASES)('%s', (_, legs, at, passenger, fare) => {
    expect(fareToStop(party, legs, legs[at] as BookedLeg, passenger)).toBe(fare);
  });
});

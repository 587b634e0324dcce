import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { ChangedBooking, Proposal, Way } from '../../../../shared/methods/reaccommodation.ts';
import { NOON } from '../../support/samples.ts';

const NYC = 'America/New_York';
const CHICAGO = 'America/Chicago';
const DEPARTS = NOON + 24 * HOUR_MS;
const ARRIVES = DEPARTS + 165 * MINUTE_MS;
export const KEPT_UNTIL = NOON + 3 * MINUTE_MS;

type Leg = ChangedBooking['legs'][number];

/** AA 317 from LaGuardia to Chicago, as the schedule has it now: cancelled, unless said otherwise. */
export function changedLeg(more: Partial<Leg> = {}): Leg {
  const times = { destination: 'ORD', destinationZone: CHICAGO, departsAt: DEPARTS, arrivesAt: ARRIVES };
  return {
    ...{ segment: 1, flightId: 317, flight: 'AA 317', origin: 'LGA', originZone: NYC, cabin: 'Y', seats: ['14C'] },
    ...{ sold: times, now: { ...times, originZone: NYC, equipment: '319', status: 'HX' } },
    ...{ change: 'cancelled', movedMinutes: 0, moneyBack: 0, connection: null, ...more },
  };
}

export const changed = (bookingId: number, locator: string, name: string, more: Partial<ChangedBooking> = {}): ChangedBooking => ({
  ...{ bookingId, locator, name, version: 1, group: 'cancelled', done: false, ended: false, more: 0, currency: 'USD', total: 298_00 },
  ...{ legs: [changedLeg()], contact: { by: 'email', email: `${locator.toLowerCase()}@example.com`, phone: '', language: 'en' }, ...more },
});

/** Way number `place` of a booking: so many minutes later than sold. */
export function way(hold: number, flight: string, seats: string[], laterMinutes: number, more: Partial<Way> = {}): Way {
  const leg = { flightId: hold, flight, origin: 'LGA', destination: 'ORD', originZone: NYC, destinationZone: CHICAGO };
  const later = laterMinutes * MINUTE_MS;
  return {
    ...{ hold, expiresAt: KEPT_UNTIL, replaces: [1], laterMs: later, otherAirports: [], back: 0, cost: null },
    legs: [{ ...leg, departsAt: DEPARTS + later, arrivesAt: ARRIVES + later, cabin: 'Y', seats, kept: false }],
    ...more,
  };
}

export const proposed = ({ bookingId, locator, version }: ChangedBooking, ways: Way[], more: Partial<Proposal> = {}): Proposal => ({
  ...{ bookingId, locator, version, ways, outcome: ways.length > 0 ? 'kept' : 'none', desk: null, until: KEPT_UNTIL, ...more },
});

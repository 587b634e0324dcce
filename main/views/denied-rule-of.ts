import { assert } from '../../shared/assert.ts';
import { dateOfDay } from '../../shared/instants.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import { deniedRule, type KnownRule } from '../rules/denied-boarding.ts';
import { flownBetween } from '../rules/flown-between.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';

const KM_PER_MILE = 1.609344;

/** The rule of denied boarding that a flight is under, or why nobody knows it. */
export function deniedRuleOf(reference: Reference, flight: FlightRow, plan: SeatPlan): KnownRule {
  const [from, to] = flownBetween(reference, flight);
  assert(from && to, `flight ${flight.id} flies between airports that this Aisle does not know`);
  const miles = reference.miles(from, to);
  const km = miles === undefined ? undefined : miles * KM_PER_MILE;
  const seats = Object.values(plan.capacity).reduce((all, some) => all + some, 0);
  return deniedRule({ from, to, km, seats, date: dateOfDay(flight.service_day) });
}

import type { Input, Output } from '../../../shared/contract.ts';
import { dayNumber } from '../../../shared/instants.ts';
import type { ClassOverride } from '../../../shared/methods/class-overrides.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { overridesAfter } from '../../store/tables/class-overrides-table.ts';
import { type FlightRow, flightById } from '../../store/tables/flights-table.ts';
import type { Query } from '../query.ts';

/** Decisions about classes, newest first. They are few, so all are read. */
export const pricingOverrides: Query<Input<'pricing.overrides'>, Output<'pricing.overrides'>> = async ({ db }, input) => {
  const flight = input.flightId === undefined ? undefined : await flightById(db, input.flightId);
  if (input.flightId !== undefined && !flight) return refuse('FLIGHT_UNKNOWN', { flightId: input.flightId });
  const before = input.before ?? Number.POSITIVE_INFINITY;
  const asked = (one: ClassOverride): boolean =>
    one.number < before && (!flight || isAboutFlight(one, flight)) && (!input.route || isAboutRoute(one, input.route));
  const all = (await overridesAfter(db, 0)).filter(asked).reverse();
  return accept({ overrides: all.slice(0, input.limit), more: all.length > input.limit });
};

function isAboutFlight({ scope }: ClassOverride, flight: FlightRow): boolean {
  if (scope.kind === 'flight') return scope.flightId === flight.id;
  if (scope.origin !== flight.origin || scope.destination !== flight.destination) return false;
  return dayNumber(scope.from) <= flight.service_day && flight.service_day <= dayNumber(scope.to);
}

const isAboutRoute = (
  { scope }: ClassOverride,
  { origin, destination }: { readonly origin: string; readonly destination: string },
): boolean => scope.kind === 'route' && scope.origin === origin && scope.destination === destination;

import { type Refused, refuse } from '../../shared/refusals.ts';
import { isTimeZone } from '../../shared/time-zone.ts';
import type { Reference } from '../reference/reference.ts';

/** Why an airport cannot be so, whatever it was. */
export function airportProblem(
  { zone, country }: { readonly zone: string; readonly country: string },
  reference: Pick<Reference, 'countries'>,
): Refused | undefined {
  if (!isTimeZone(zone)) return refuse('AIRPORT_ZONE', { zone });
  if (!reference.countries.has(country)) return refuse('AIRPORT_COUNTRY', { country });
  return undefined;
}

import type { Value } from '../store/database.ts';
import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';
import type { ReadLeg } from './read-leg.ts';

/** Adds what one dated leg tells, in the order of CODESHARE_COLUMNS. Returns how many numbers it tells of. */
export function pushCodeshares(values: Value[], flight: ScheduledFlight, { told, others }: NonNullable<ReadLeg['codeshare']>): number {
  const { origin, serviceDay, departsAt, operatingDay = serviceDay } = flight;
  for (const other of others) {
    const [sold, flies] = told === 'marketing' ? [flight, other] : [other, flight];
    values.push(sold.carrier, sold.number, sold.suffix, origin, serviceDay, told, departsAt);
    values.push(flies.carrier, flies.number, flies.suffix, operatingDay);
  }
  return others.length;
}

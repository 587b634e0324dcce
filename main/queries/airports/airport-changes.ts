import type { Input, Output } from '../../../shared/contract.ts';
import { dateOfDay, instant } from '../../../shared/instants.ts';
import type { AirportChange as ListedChange } from '../../../shared/methods/airports.ts';
import { accept } from '../../../shared/refusals.ts';
import type { AirportChange } from '../../reference/airport-change.ts';
import { type AirportChangeRow, airportChangeRows, airportChanges } from '../../store/tables/airport-changes-table.ts';
import { airportFacts } from '../../views/airport-facts.ts';
import type { Query } from '../query.ts';

const listed = ({ fromDay, closed, at, ...row }: AirportChangeRow): ListedChange => ({
  ...row,
  from: dateOfDay(fromDay),
  closed: closed === 1,
  at: instant(at),
});

/** All that was added or corrected, the newest first. */
export const airportList: Query<Input<'airports.list'>, Output<'airports.list'>> = async ({ db }) =>
  accept({ changes: (await airportChangeRows(db)).map(listed) });

/** What is known of one code. */
export const airportRead: Query<Input<'airports.read'>, Output<'airports.read'>> = async ({ db, reference }, { code }) => {
  const changes = (await airportChangeRows(db)).filter((row) => row.code === code);
  return accept({ shipped: airportFacts(reference.airportShipped(code)), changes: changes.map(listed) });
};

/** Every change, for threads that load their own facts. */
export const airportChangesKnown: Query<object, { readonly changes: readonly AirportChange[] }> = async ({ db }) =>
  accept({ changes: await airportChanges(db) });

import type { Input, Output } from '../../shared/contract.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { accept } from '../../shared/refusals.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { readSummary } from '../views/flight-view.ts';
import type { Query } from './query.ts';

/** Some flights by their numbers in the store. Those that there are not are left out. */
export const flightsNamed: Query<Input<'flights.named'>, Output<'flights.named'>> = async (context, { flightIds }) => {
  const flights: FlightSummary[] = [];
  for (const flightId of new Set(flightIds)) {
    const row = await flightById(context.db, flightId);
    if (row) flights.push(await readSummary(context, row));
  }
  return accept({ flights });
};

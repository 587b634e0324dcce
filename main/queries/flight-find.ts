import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber } from '../../shared/instants.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { accept } from '../../shared/refusals.ts';
import { flightsOfNumber } from '../store/tables/flights-table.ts';
import { readSummary } from '../views/flight-view.ts';
import type { Query } from './query.ts';

/** All legs of a flight number on a local date, by departure. Also one that is cancelled: its seat map says so, and its bookings are asked for. */
export const flightFind: Query<Input<'flights.find'>, Output<'flights.find'>> = async ({ db, reference }, { carrier, number, date }) => {
  const flights: FlightSummary[] = [];
  for (const row of await flightsOfNumber(db, carrier, number, dayNumber(date))) flights.push(await readSummary(db, row, reference));
  return accept({ flights });
};

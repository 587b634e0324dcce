import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber, instant, isDue } from '../../shared/instants.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { accept } from '../../shared/refusals.ts';
import { flightsOfNumber, nextServiceDay } from '../store/tables/flights-table.ts';
import { readSummary } from '../views/flight-view.ts';
import type { Query } from './query.ts';

/**
 * All legs of a flight number on a local date, by departure. Also one that is cancelled: its seat map says so, and its bookings are asked for.
 * Without a date the agent wants to sell: the legs of its next day that are still to depart.
 */
export const flightFind: Query<Input<'flights.find'>, Output<'flights.find'>> = async (context, { carrier, number, date }) => {
  const { db, now } = context;
  const day = date === null ? await nextServiceDay(db, carrier, number, now) : dayNumber(date);
  if (day === undefined) return accept({ flights: [] });
  const flights: FlightSummary[] = [];
  for (const row of await flightsOfNumber(db, carrier, number, day)) {
    const toCome = row.cancelled === 0 && !isDue(instant(row.departs_at), now);
    if (date !== null || toCome) flights.push(await readSummary(context, row));
  }
  return accept({ flights });
};

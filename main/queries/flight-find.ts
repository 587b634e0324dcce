import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber, type Instant, instant, isDue } from '../../shared/instants.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { accept } from '../../shared/refusals.ts';
import type { ReadDatabase } from '../store/database.ts';
import { flightsOperatedAs, nextOperatedDay } from '../store/tables/codeshares-table.ts';
import { flightsOfNumber, nextServiceDay } from '../store/tables/flights-table.ts';
import { readSummary } from '../views/flight-view.ts';
import type { Query } from './query.ts';

/** The day of the next departure of a number, or of the flight that is sold under it. */
const nextDay = async (db: ReadDatabase, carrier: string, number: number, now: Instant) =>
  (await nextServiceDay(db, carrier, number, now)) ?? nextOperatedDay(db, carrier, number, now);

/**
 * All legs of a flight number on a local date, by departure. Also one that is cancelled: its seat map says so, and its bookings are asked for.
 * A number under which another flight is sold leads to that flight. Without a date the agent wants to sell: the legs of its next day that are still to depart.
 */
export const flightFind: Query<Input<'flights.find'>, Output<'flights.find'>> = async (context, { carrier, number, date }) => {
  const { db, now } = context;
  const day = date === null ? await nextDay(db, carrier, number, now) : dayNumber(date);
  if (day === undefined) return accept({ flights: [] });
  const flights: FlightSummary[] = [];
  const operated = await flightsOperatedAs(db, carrier, number, day);
  for (const row of [...(await flightsOfNumber(db, carrier, number, day)), ...operated]) {
    const toCome = row.cancelled === 0 && !isDue(instant(row.departs_at), now);
    if (date !== null || toCome) flights.push(await readSummary(context, row));
  }
  return accept({ flights });
};

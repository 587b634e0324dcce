import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber, type Instant, instant, isDue } from '../../shared/instants.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { accept } from '../../shared/refusals.ts';
import { throughJourneys } from '../rules/through-journeys.ts';
import type { ReadDatabase } from '../store/database.ts';
import { flightsOperatedAs, nextOperatedDay } from '../store/tables/codeshares-table.ts';
import { type FlightRow, flightsOfNumber, nextServiceDay } from '../store/tables/flights-table.ts';
import { readSummary } from '../views/flight-view.ts';
import type { Query } from './query.ts';

/** The day of the next departure of a number, or of the flight that is sold under it. */
const nextDay = async (db: ReadDatabase, carrier: string, number: number, now: Instant) =>
  (await nextServiceDay(db, carrier, number, now)) ?? nextOperatedDay(db, carrier, number, now);

/**
 * All legs of a flight number on a local date, by departure. Also one that is cancelled: its seat map says so, and its bookings are asked for.
 * A number under which another flight is sold leads to that flight. Without a date the agent wants to sell: the legs of its next day that are still to depart.
 * What can be sold as one journey on board is told too.
 */
export const flightFind: Query<Input<'flights.find'>, Output<'flights.find'>> = async (context, { carrier, number, date }) => {
  const { db, now, reference } = context;
  const day = date === null ? await nextDay(db, carrier, number, now) : dayNumber(date);
  if (day === undefined) return accept({ flights: [] });
  const legsOf = async (of: number): Promise<FlightRow[]> => [
    ...(await flightsOfNumber(db, carrier, number, of)),
    ...(await flightsOperatedAs(db, carrier, number, of)),
  ];
  const isToCome = (row: FlightRow): boolean => row.cancelled === 0 && !isDue(instant(row.departs_at), now);
  const legs = await legsOf(day);
  const flights: FlightSummary[] = [];
  for (const row of legs) if (date !== null || isToCome(row)) flights.push(await readSummary(context, row));
  const toCome = legs.filter(isToCome);
  if (toCome.length === 0) return accept({ flights });
  // The last leg of a journey may leave after midnight.
  const onward = (await legsOf(day + 1)).filter(isToCome);
  const journeys: FlightSummary[][] = [];
  for (const journey of throughJourneys([...toCome, ...onward], reference)) {
    if (journey[0]?.service_day !== day) continue;
    const told: FlightSummary[] = [];
    for (const row of journey) told.push(await readSummary(context, row));
    journeys.push(told);
  }
  return accept({ flights, ...(journeys.length > 0 ? { journeys } : {}) });
};

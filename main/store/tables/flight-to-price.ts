import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase } from '../database.ts';
import { type CabinCounter, FLIGHT_COLUMNS, type FlightRow } from './flights-table.ts';
import { NEWEST_RULES, type NewestRules } from './newest-rules.ts';

/** The flight with the numbers of the newest rules, and its counters in any order. */
export interface FlightToPrice {
  readonly row: FlightRow & NewestRules;
  readonly counters: readonly CabinCounter[];
}

// The counters are one text, because a join would repeat the flight for each cabin.
export const FLIGHT_TO_PRICE = `SELECT ${FLIGHT_COLUMNS}, ${NEWEST_RULES}, (SELECT string_agg(cabin || ' ' || authorised || ' ' || held || ' ' || sold, ',')
    FROM cabin_counters WHERE flight_id = flights.id) AS counters
  FROM flights WHERE id IN (?)`;

/**
 * A flight with all that decides its prices, as long as the rules are known that its numbers name. One statement reads it, and so from one snapshot,
 * whether or not somebody began one: to begin and to end one takes as long as two statements.
 */
export async function flightToPrice(db: ReadDatabase, id: number): Promise<FlightToPrice | undefined> {
  const row = await db.query<FlightToPrice['row'] & { readonly counters: string | null }>(FLIGHT_TO_PRICE).get(id);
  return row && { row, counters: row.counters === null ? NO_COUNTERS : row.counters.split(',').map(counterOf) };
}

const NO_COUNTERS: readonly CabinCounter[] = [];

function counterOf(text: string): CabinCounter {
  const [cabin = '', authorised, held, sold] = text.split(' ');
  return { cabin: cabin as Cabin, authorised: Number(authorised), held: Number(held), sold: Number(sold) };
}

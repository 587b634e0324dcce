import type { ReadDatabase } from '../database.ts';
import { FLIGHT_COLUMNS, type FlightRow } from './flights-table.ts';

const OPERATING = `SELECT ${FLIGHT_COLUMNS} FROM flights WHERE`;
const IN_TIME = 'departs_at >= ? AND departs_at < ? AND cancelled = 0 LIMIT 0 + ?';

export const OPERATING_ON_ROUTE = `${OPERATING} origin IN (?) AND destination IN (?) AND ${IN_TIME}`;
export const OPERATING_FROM = `${OPERATING} origin IN (?) AND ${IN_TIME}`;
export const OPERATING_NUMBER = `${OPERATING} carrier IN (?) AND number IN (?) AND ${IN_TIME}`;

/** Flights between two airports that operate and leave in [from, until), in UTC milliseconds: at most `most`, in any order. */
export const operatingOnRoute = (db: ReadDatabase, origin: string, destination: string, from: number, until: number, most: number) =>
  db.query<FlightRow>(OPERATING_ON_ROUTE).all(origin, destination, from, until, most);

/** The same for all flights from one airport. */
export const operatingFrom = (db: ReadDatabase, origin: string, from: number, until: number, most: number) =>
  db.query<FlightRow>(OPERATING_FROM).all(origin, from, until, most);

/** The same for all legs of a flight number. */
export const operatingNumber = (db: ReadDatabase, carrier: string, number: number, from: number, until: number, most: number) =>
  db.query<FlightRow>(OPERATING_NUMBER).all(carrier, number, from, until, most);

const NEXT = 'departs_at >= ? AND cancelled = 0 ORDER BY departs_at LIMIT 1';
export const NEXT_ON_ROUTE = `${OPERATING} origin IN (?) AND destination IN (?) AND ${NEXT}`;
export const NEXT_FROM = `${OPERATING} origin IN (?) AND ${NEXT}`;

/** The first flight between two airports that operates and leaves at `from` or later, in UTC milliseconds. */
export const nextOnRoute = (db: ReadDatabase, origin: string, destination: string, from: number) =>
  db.query<FlightRow>(NEXT_ON_ROUTE).get(origin, destination, from);

/** The same for all flights from one airport. */
export const nextFrom = (db: ReadDatabase, origin: string, from: number) => db.query<FlightRow>(NEXT_FROM).get(origin, from);

/** Monday is 1. Day 0 of the store, 1 January 1970, was a Thursday. */
export const weekdayOf = (serviceDay: number): number => ((serviceDay + 3) % 7) + 1;

export type DepartedFlight = Pick<FlightRow, 'id' | 'service_day' | 'departs_at' | 'seat_map'>;

export const DEPARTED = `SELECT id, service_day, departs_at, seat_map FROM flights
  WHERE origin IN (?) AND destination IN (?) AND departs_at >= ? AND departs_at < ? AND service_day < ? AND cancelled = 0 AND (service_day + 3) % 7 = ?
  ORDER BY departs_at DESC LIMIT 0 + ?`;

/** The latest flights between two airports on one weekday (1 is Monday, local to the departure) that left in [from, until), on days before `day`. */
export const departedFlights = (
  db: ReadDatabase,
  route: { readonly origin: string; readonly destination: string; readonly weekday: number },
  from: number,
  until: number,
  day: number,
  most: number,
) => db.query<DepartedFlight>(DEPARTED).all(route.origin, route.destination, from, until, day, route.weekday - 1, most);

import { dayNumber } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { legsOfNumber, type ScheduledLeg } from '../store/tables/legs-of-number.ts';
import type { Query } from './query.ts';

/** A leg after midnight leaves up to two days after the day of operation, and one may leave the day before. */
const RUN_DAYS = 3;

interface FlightLegs {
  readonly leg: ScheduledLeg;
  /** All legs of its number on its day of operation as they leave, itself among them. */
  readonly run: readonly ScheduledLeg[];
  /** The same of the days around too. */
  readonly legs: readonly ScheduledLeg[];
}

/** A leg, and what else its number flies. */
export const runOfFlight: Query<{ readonly flightId: number }, FlightLegs> = async ({ db }, { flightId }) => {
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const day = flight.service_day;
  const legs = await legsOfNumber(db, flight, day - 2 * RUN_DAYS, day + 2 * RUN_DAYS);
  const run = legs.filter((one) => one.operating_day === flight.operating_day);
  const leg = run.find(({ id }) => id === flightId);
  return leg ? accept({ leg, run, legs }) : refuse('FLIGHT_UNKNOWN', { flightId });
};

interface LegsAsked {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  /** Days of operation, both included. */
  readonly from: string;
  readonly to: string;
}

/** All legs of a number that operate on some days, and some of the days around. */
export const scheduledLegs: Query<LegsAsked, { readonly legs: readonly ScheduledLeg[] }> = async ({ db }, asked) => {
  const legs = await legsOfNumber(db, asked, dayNumber(asked.from) - RUN_DAYS, dayNumber(asked.to) + RUN_DAYS);
  return accept({ legs });
};

import { baseFare, FARE_CURRENCY } from '../reference/base-fare.ts';
import type { Reference } from '../reference/reference.ts';
import { flownBetween } from '../rules/flown-between.ts';

interface Flight {
  readonly origin: string;
  readonly destination: string;
  readonly departs_at: number;
  readonly arrives_at: number;
  /** Minor units of `currency`. */
  readonly base_fare: number;
  readonly currency: string;
}

/**
 * Where the base fare of a flight comes from, for its trace. The store keeps the amount alone: one that is not the fare by distance was in
 * the schedule file. One that is the same says how it compares, which is true of both.
 */
export function fareOrigin(reference: Reference, flight: Flight): string {
  const { departs_at, arrives_at, base_fare, currency } = flight;
  const [from, to] = flownBetween(reference, flight);
  if (!from || !to || currency !== FARE_CURRENCY || baseFare(reference, from, to, arrives_at - departs_at) !== base_fare)
    return 'from the schedule file';
  return reference.miles(from, to) === undefined ? 'as by flying time' : 'as by distance';
}

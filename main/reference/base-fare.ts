import { MINUTE_MS } from '../../shared/instants.ts';
import { type Minor, minor, roundHalfUp } from '../../shared/money.ts';
import { dataJson } from './data-file.ts';
import type { Airport, Reference } from './reference.ts';

interface FaresFile {
  readonly currency: string;
  /** Minor units: for any flight, for each great circle mile, and what the sum is rounded to. */
  readonly base: number;
  readonly perMile: number;
  readonly roundedTo: number;
  /** The speed that turns a flight's duration into miles, where the distance is not known. */
  readonly milesPerMinute: number;
}

const FARES = dataJson<FaresFile>('fares.json');
export const FARE_CURRENCY = FARES.currency;

/** The base fare of an economy seat: 39.00 and 0.11 a great circle mile, in whole US dollars. Where a place is disputed, the duration stands for the distance. */
export function baseFare(reference: Pick<Reference, 'miles'>, from: Airport, to: Airport, flownMs: number): Minor {
  const miles = reference.miles(from, to) ?? (flownMs / MINUTE_MS) * FARES.milesPerMinute;
  return minor(roundHalfUp((FARES.base + FARES.perMile * miles) / FARES.roundedTo) * FARES.roundedTo);
}

import type { Airport, Reference } from '../reference/reference.ts';

interface Flown {
  readonly origin: string;
  readonly destination: string;
  readonly departs_at: number;
  readonly arrives_at: number;
}

/** Both airports of a flight, as they are when it leaves the one and arrives at the other. */
export const flownBetween = (
  reference: Pick<Reference, 'airportAt'>,
  { origin, destination, departs_at, arrives_at }: Flown,
): [from: Airport | undefined, to: Airport | undefined] => [
  reference.airportAt(origin, departs_at),
  reference.airportAt(destination, arrives_at),
];

import { z } from 'zod';
import { FARE_UNITS_MAX, FARES_FILE_BYTES_MAX, FARES_SET_MAX } from '../bounds.ts';
import { dateText, instantMs, method, requestId, rowId } from '../method.ts';

/** What a competitor asks for an economy seat, in minor units of `currency`, which is that of the flight, and when that was read. */
const competitorFare = z.strictObject({
  flightId: rowId,
  fare: z
    .int()
    .min(1)
    .max(FARE_UNITS_MAX * 1_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
  readAt: instantMs,
});

const fareOfFlight = z.strictObject({
  ...competitorFare.shape,
  /** Of the file, counted from 1. */
  line: z.int(),
  flight: z.string(),
  origin: z.string(),
  destination: z.string(),
  date: dateText,
  /** What is known now; null for nothing. */
  before: z.strictObject({ fare: z.int(), readAt: instantMs }).nullable(),
});
export type FareOfFlight = z.infer<typeof fareOfFlight>;

export const competitorFareMethods = {
  /**
   * Reads a CSV of competitors’ fares, base64, and tells which flights it would change. Nothing is kept. `known`: flights of the file of which
   * the store knows the same fare or a later one. A line that cannot be used is a problem and stops no other line.
   */
  'pricing.readFares': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ bytes: z.base64().max(Math.ceil(FARES_FILE_BYTES_MAX / 3) * 4) }),
    output: z.strictObject({
      lines: z.int(),
      known: z.int(),
      fares: z.array(fareOfFlight),
      problems: z.array(z.strictObject({ line: z.int(), problem: z.string() })),
      problemsMore: z.int(),
    }),
    refusals: ['FARES_UNREADABLE'],
  }),
  /**
   * Sets competitors’ fares of flights, all in one step. A flight that has departed, is cancelled or priced in another currency meanwhile, or of
   * which a later fare is known, is left as it is and counted in `left`.
   */
  'pricing.setFares': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, fares: z.array(competitorFare).min(1).max(FARES_SET_MAX) }),
    output: z.strictObject({ set: z.int(), left: z.int() }),
    refusals: [],
  }),
};

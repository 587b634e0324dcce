import { z } from 'zod';
import { AIRPORT_NAME_MAX } from '../bounds.ts';
import { dateText, instantMs, method, personText, placeCode, requestId } from '../method.ts';
import { reasonText } from '../reason.ts';

/** In the units of the contract. */
export const DEGREE = 10_000;

const name = personText(AIRPORT_NAME_MAX).pipe(z.string().min(1, 'is empty'));

/** All that is known of an airport beside its code. */
export const airportFacts = z.strictObject({
  name,
  city: name,
  /** Airports of one city have one city code. It may be the code of an airport too. */
  cityCode: placeCode,
  country: z.string().regex(/^[A-Z]{2}$/, 'is two capital letters'),
  /** Its place in ten-thousandths of a degree, some ten metres. South and west are negative. */
  north: z
    .int()
    .min(-90 * DEGREE)
    .max(90 * DEGREE),
  east: z
    .int()
    .min(-180 * DEGREE)
    .max(180 * DEGREE),
  /** IANA name. */
  zone: z.string().regex(/^[A-Za-z][A-Za-z0-9_+/-]{2,49}$/, 'is the name of a time zone, such as Europe/Paris'),
  /** Nothing is scheduled there. */
  closed: z.boolean(),
});
export type AirportFacts = z.infer<typeof airportFacts>;

/** A change that a supervisor made. It holds from a day on, local to the airport, until a later one; of two for one day the newer counts. */
export const airportChange = z.strictObject({
  number: z.int().min(1),
  code: placeCode,
  from: dateText,
  ...airportFacts.shape,
  reason: z.string(),
  user: z.string(),
  at: instantMs,
});
export type AirportChange = z.infer<typeof airportChange>;

const dated = { code: placeCode, from: dateText, ...airportFacts.shape };

export const airportMethods = {
  /** All that was added or corrected, the newest first. */
  'airports.list': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ changes: z.array(airportChange) }),
    refusals: [],
  }),
  /** What is known of a code: what came with Aisle, and what was changed, the newest first. A code that nobody knows has neither. */
  'airports.read': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ code: placeCode }),
    output: z.strictObject({ shipped: airportFacts.nullable(), changes: z.array(airportChange) }),
    refusals: [],
  }),
  /** What a change would do. It changes nothing. */
  'airports.preview': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject(dated),
    output: z.strictObject({
      /** As it is on that day without the change; null for a code that is not known. */
      before: airportFacts.nullable(),
      /** Until the day before this one; null: for good. */
      until: dateText.nullable(),
      /** Flights to come on these days. */
      leaving: z.int(),
      arriving: z.int(),
      /** By how much their local times are shown later, in minutes, at the first of them; 0 where the zone has the same time. */
      movedMinutes: z.int(),
      /** Of those leaving, how many would be shown on another day than they are scheduled for. */
      otherDay: z.int(),
    }),
    refusals: ['AIRPORT_ZONE', 'AIRPORT_COUNTRY'],
  }),
  /**
   * Adds an airport or corrects it, from a day on. `basedOn`: the newest change of this airport that the supervisor saw, 0 for none. Moments of flights
   * stay: where the zone changes, their schedule must be imported again.
   */
  'airports.set': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, ...dated, basedOn: z.int().min(0), reason: reasonText }),
    output: z.strictObject({ number: z.int().min(1) }),
    refusals: ['AIRPORT_ZONE', 'AIRPORT_COUNTRY', 'AIRPORT_CHANGED', 'AIRPORT_SAME', 'AIRPORT_SCHEDULED', 'AIRPORTS_FULL'],
  }),
};

import { z } from 'zod';
import { dateText, method, placeCode } from '../method.ts';
import { PASSENGER_TYPES } from '../passengers.ts';
import { SEAT_TYPES } from '../pricing/policy.ts';
import { cabinSchema } from '../seat-map.ts';
import { flightSummary } from './flights.ts';
import { policyScope } from './policy-view.ts';

const seatsTaken = z.strictObject({ authorised: z.int(), held: z.int(), sold: z.int() });

/** A PriceQuestion as it travels: null for what is not known. */
const askedQuestion = z.strictObject({
  baseFare: z.int(),
  currency: z.string(),
  origin: z.string(),
  miles: z.int().nullable(),
  date: dateText,
  daysAhead: z.int(),
  cabin: cabinSchema,
  ofCabin: seatsTaken,
  ofFlight: seatsTaken,
  seat: z.enum(SEAT_TYPES),
  competitor: z.strictObject({ fare: z.int(), ageHours: z.int() }).nullable(),
  passenger: z.enum(PASSENGER_TYPES),
  party: z.int().optional(),
  closed: z.array(z.string()),
  opened: z.array(z.string()),
});

export const pricingExampleMethods = {
  /**
   * A flight by which a policy is told: the flight of the scope, or the next one of its route, or of `home` for the network, that leaves in a day
   * or more. One question for each of its cabins, with all that any rule may ask for. Null when no such flight is to come.
   */
  'pricing.example': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ scope: policyScope, home: placeCode }),
    output: z.strictObject({
      example: z.strictObject({ flight: flightSummary, questions: z.array(askedQuestion).min(1) }).nullable(),
    }),
    refusals: ['PLACE_UNKNOWN', 'FLIGHT_UNKNOWN'],
  }),
};

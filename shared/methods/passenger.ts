import { z } from 'zod';
import { BOOKING_FLIGHTS_MAX, PARTY_MAX } from '../bounds.ts';
import { MESSAGE_LANGUAGES } from '../message-kinds.ts';
import { amountMinor, instantMs, isPrintable, method, placeCode, seatText } from '../method.ts';
import { cabinSchema } from '../seat-map.ts';
import { REFUND_ORDER } from '../tender-kinds.ts';

const shortText = (max: number) => z.string().max(max).refine(isPrintable, 'holds a control character');

/** The most rows of a cabin that are drawn, and fares of one sale. */
const ROWS_MAX = 80;
const LINES_MAX = BOOKING_FLIGHTS_MAX * 2 * PARTY_MAX;

const flight = z.strictObject({
  flight: shortText(12),
  origin: placeCode,
  destination: placeCode,
  originZone: shortText(64),
  destinationZone: shortText(64),
  departsAt: instantMs,
  arrivesAt: instantMs,
  cabin: cabinSchema.nullable(),
  /** By passenger; null where none is chosen yet. */
  seats: z.array(seatText.nullable()).max(PARTY_MAX),
});

/** What one desk shows its passengers of the sale that its agent makes. Nothing else of the sale leaves the agent's console for it. */
export const passengerSale = z.strictObject({
  language: z.enum(MESSAGE_LANGUAGES),
  /** sold: paid for, with its locator. Before that seats are chosen, then names are taken. */
  stage: z.enum(['choosing', 'held', 'sold']),
  locator: shortText(8).nullable(),
  flights: z.array(flight).min(1).max(BOOKING_FLIGHTS_MAX),
  /** The rows of the cabin of one of the flights, as a seat map has them (`ABC DEF`). */
  plan: z
    .strictObject({
      flight: z.int().min(0).max(BOOKING_FLIGHTS_MAX),
      rows: z.array(z.strictObject({ row: z.int().min(1).max(99), layout: z.string().regex(/^[A-HJ-Z ]{1,20}$/) })).max(ROWS_MAX),
    })
    .nullable(),
  /** By passenger, then the infants on laps: as it is spelt so far. Both are empty where nothing was typed. */
  names: z.array(z.strictObject({ surname: shortText(200), given: shortText(200), infant: z.boolean() })).max(2 * PARTY_MAX),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** By flight and fare: so many passengers at so much each. Before the hold: what one adult pays, once a flight. */
  fares: z
    .array(
      z.strictObject({
        flight: z.int().min(0).max(BOOKING_FLIGHTS_MAX),
        count: z
          .int()
          .min(1)
          .max(2 * PARTY_MAX),
        each: amountMinor,
      }),
    )
    .max(LINES_MAX),
  /** For the whole party; null before the hold. */
  total: amountMinor.nullable(),
  /** What was given, and by which tender: of cash the sum that was handed over. */
  given: z.array(z.strictObject({ kind: z.enum(REFUND_ORDER), amount: amountMinor })).max(20),
  /** What is still to be paid, and what goes back in cash. */
  due: amountMinor.nullable(),
  change: amountMinor.nullable(),
});
export type PassengerSale = z.infer<typeof passengerSale>;

/** With the cities of its airports, which the hub knows. */
export const shownToPassenger = z.strictObject({ ...passengerSale.shape, cities: z.record(placeCode, z.string()) });
export type ShownToPassenger = z.infer<typeof shownToPassenger>;

export const passengerMethods = {
  /** The passenger's screen of this desk shows this sale from now on; null: none. It is shown as long as the session is open at this console. */
  'passenger.show': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ sale: passengerSale.nullable() }),
    output: z.strictObject({}),
    refusals: [],
  }),
  /** Makes the caller a passenger's screen of its desk: it hears `passenger.shown` from now on. */
  'passenger.follow': method({
    kind: 'hub',
    access: 'anybody',
    input: z.strictObject({}),
    output: z.strictObject({
      /** The company of Admin, Settings; empty where none was written. */
      company: z.string(),
      zone: z.string(),
      now: instantMs,
      sale: shownToPassenger.nullable(),
    }),
    refusals: [],
  }),
};

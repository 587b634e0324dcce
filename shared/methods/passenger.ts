import { z } from 'zod';
import { AMOUNT_MINOR_MAX, BOOKING_FLIGHTS_MAX, PARTY_MAX, WAYS_MAX } from '../bounds.ts';
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

const name = z.strictObject({
  surname: shortText(200),
  given: shortText(200),
  infant: z.boolean(),
  /** What a change makes of a passenger: comes too, does not travel, gets a booking of its own. Left out for all others. */
  becomes: z.enum(['joins', 'leaves', 'apart']).optional(),
});

/** Money that was given, or goes back: of cash that is given the sum that was handed over. */
const share = z.strictObject({ kind: z.enum(REFUND_ORDER), amount: amountMinor });
const shares = z.array(share).max(20);
const flights = z.array(flight).max(BOOKING_FLIGHTS_MAX);

/** What every view has. */
const shown = {
  language: z.enum(MESSAGE_LANGUAGES),
  flights,
  /** The rows of the cabin of one of the flights, as a seat map has them (`ABC DEF`). */
  plan: z
    .strictObject({
      flight: z.int().min(0).max(BOOKING_FLIGHTS_MAX),
      rows: z.array(z.strictObject({ row: z.int().min(1).max(99), layout: z.string().regex(/^[A-HJ-Z ]{1,20}$/) })).max(ROWS_MAX),
    })
    .nullable(),
  /** By passenger, then the infants on laps: as it is spelt so far. Both are empty where nothing was typed. */
  names: z.array(name).max(4 * PARTY_MAX),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** What was given, and by which tender. */
  given: shares,
  /** What is still to be paid, and what goes back in cash of what was given. */
  due: amountMinor.nullable(),
  change: amountMinor.nullable(),
};

/** What one desk shows its passengers of the sale that its agent makes. Nothing else of the sale leaves the agent's console for it. */
export const passengerSale = z.strictObject({
  what: z.literal('sale'),
  ...shown,
  flights: flights.min(1),
  /** sold: paid for, with its locator. Before that seats are chosen, then names are taken. */
  stage: z.enum(['choosing', 'held', 'sold']),
  locator: shortText(8).nullable(),
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
});
export type PassengerSale = z.infer<typeof passengerSale>;

const signedMinor = z.int().min(-AMOUNT_MINOR_MAX).max(AMOUNT_MINOR_MAX);

/** The same of what becomes of a booking that was sold: a change, ways on, a party that is split, or its end. `flights`: as they would be. */
export const passengerChange = z.strictObject({
  what: z.literal('change'),
  ...shown,
  kind: z.enum(['change', 'ways', 'split', 'cancel']),
  /** offered: it is known what it costs. done: it is so now. */
  stage: z.enum(['choosing', 'offered', 'done']),
  locator: shortText(8),
  /** Of the booking that was split off. */
  made: shortText(8).nullable(),
  /** The flights as they were sold, where others come instead or none: another flight, cabin, time or seats. */
  before: flights,
  /** The price as it would be, what was paid, and what is kept or is a fee. They add up to `total`. */
  lines: z.array(z.strictObject({ what: z.enum(['price', 'paid', 'kept']), amount: signedMinor })).max(3),
  /** Above 0 to be paid, below 0 it goes back; null while it is not known. */
  total: signedMinor.nullable(),
  /** How it goes back. */
  back: shares,
  /** Flights that may be taken instead, best first. `total` as above. */
  ways: z.array(z.strictObject({ flights: flights.min(1), total: signedMinor.nullable(), chosen: z.boolean() })).max(WAYS_MAX),
});
export type PassengerChange = z.infer<typeof passengerChange>;

export const passengerView = z.discriminatedUnion('what', [passengerSale, passengerChange]);
export type PassengerView = z.infer<typeof passengerView>;

/** With the cities of its airports, which the hub knows. */
const cities = z.record(placeCode, z.string());
export const shownToPassenger = z.discriminatedUnion('what', [passengerSale.extend({ cities }), passengerChange.extend({ cities })]);
export type ShownToPassenger = z.infer<typeof shownToPassenger>;
export type ShownSale = Extract<ShownToPassenger, { what: 'sale' }>;
export type ShownChange = Extract<ShownToPassenger, { what: 'change' }>;

export const passengerMethods = {
  /** The passenger's screen of this desk shows this from now on; null: nothing. It is shown as long as the session is open at this console. */
  'passenger.show': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ view: passengerView.nullable() }),
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
      view: shownToPassenger.nullable(),
    }),
    refusals: [],
  }),
};

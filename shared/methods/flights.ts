import { z } from 'zod';
import {
  BOOKING_FLIGHTS_MAX,
  CARRIERS_COMPARED_MAX,
  ITINERARIES_SHOWN_MAX,
  ITINERARY_FLIGHTS_MAX,
  NARROWED_TO_MAX,
  PARTY_MAX,
} from '../bounds.ts';
import { dateText, deskName, equipmentCode, instantMs, method, personText, placeCode, placeSought, rowId, seatText } from '../method.ts';
import { blockCode } from '../seat-blocks.ts';
import { cabinSchema, seatMapSchema } from '../seat-map.ts';
import { SEAT_WISHES } from '../seat-wishes.ts';
import { flightAircraft } from './aircraft.ts';
import { holdPassenger } from './holds.ts';
import { pricedBy } from './policy-view.ts';

/** Seats of one cabin: what may be sold (authorised), what is taken, what an adult pays now. */
export const cabinLoad = z.strictObject({
  cabin: cabinSchema,
  /** Seats the map can sell. */
  capacity: z.int(),
  /** Seats that may be sold; may differ from capacity. */
  authorised: z.int(),
  sold: z.int(),
  held: z.int(),
  /** Price for one adult now, in minor units, all in. */
  price: z.int(),
});

/** One dated flight as lists show it. Instants are UTC; dates and `zone`s let a screen show local times. */
export const flightSummary = z.strictObject({
  flightId: rowId,
  /** `AA 185` */
  flight: z.string(),
  carrier: z.string(),
  origin: placeCode,
  destination: placeCode,
  originZone: z.string(),
  destinationZone: z.string(),
  /** The date of departure, local to the origin. */
  date: dateText,
  departsAt: instantMs,
  arrivesAt: instantMs,
  equipment: z.string(),
  currency: z.string(),
  /** Left out of the thousands that do operate. */
  cancelled: z.literal(true).optional(),
  /** The numbers of others under which it is sold too: `LH 9123`. Left out where there are none. */
  marketedAs: z.array(z.string()).optional(),
  cabins: z.array(cabinLoad),
});
export type FlightSummary = z.infer<typeof flightSummary>;
export type CabinLoad = z.infer<typeof cabinLoad>;

/** Between two flights: where one arrives and leaves from, how long one has, and the least that is needed there. */
export const connectionSchema = z.strictObject({
  airport: placeCode,
  toAirport: placeCode,
  minutes: z.int(),
  minimumMinutes: z.int(),
  /** One number that goes on with the same aircraft: nobody changes planes, and no least time counts. */
  staysOnBoard: z.literal(true).optional(),
});
export type Connection = z.infer<typeof connectionSchema>;

export const itinerarySchema = z.strictObject({
  /** Stable within one answer: the flight ids joined by `-`. */
  key: z.string(),
  flights: z.array(flightSummary).min(1).max(ITINERARY_FLIGHTS_MAX),
  /** Between flight n and n+1: how long, and the least that the airport asks. */
  connections: z.array(connectionSchema),
  stops: z.int(),
  elapsedMinutes: z.int(),
  /** Cheapest cabin that seats the party on every flight (or the one asked for), and the party's total; null when none does. */
  cabin: cabinSchema.nullable(),
  total: z.int().nullable(),
  /** Null when the flights are priced in several currencies: they cannot be sold together, and there is no total. */
  currency: z.string().nullable(),
});
export type Itinerary = z.infer<typeof itinerarySchema>;

/** What a search found for one way. */
export const foundWay = z.strictObject({
  itineraries: z.array(itinerarySchema),
  /** How many more there were beyond those shown, and how many of each number of stops in all. */
  more: z.int(),
  found: z.strictObject({ direct: z.int(), oneStop: z.int(), twoStops: z.int() }),
});
export type FoundWay = z.infer<typeof foundWay>;

/** `carrier` and `aircraft`: of the first flight, in the order of their codes. */
export const SORTS = ['departure', 'price', 'duration', 'stops', 'carrier', 'aircraft'] as const;

const carrierCode = z.string().regex(/^[A-Z0-9]{2}$/);
/** Only flights that these carriers operate, with these types of aircraft; all flights of an itinerary must be so. Left out: any. */
const narrowing = {
  carriers: z.array(carrierCode).min(1).max(NARROWED_TO_MAX).optional(),
  /** Equipment codes, or families of them: `737` means 738 and 73H too. */
  aircraft: z.array(equipmentCode).min(1).max(NARROWED_TO_MAX).optional(),
};

/** One way that is asked for: what a search and a comparison of carriers have in common. */
const wishOfWay = {
  from: placeSought,
  to: placeSought,
  /** Local to the place of departure. */
  date: dateText,
  adults: z.int().min(0).max(99).default(1),
  children: z.int().min(0).max(99).default(0),
  cabin: cabinSchema.nullable().default(null),
  /** Only itineraries leaving between these local minutes of the day. */
  leavesFrom: z.int().min(0).max(1440).default(0),
  leavesTo: z.int().min(0).max(1440).default(1440),
  /** Without itineraries that arrive at one airport and go on from another. */
  sameAirport: z.boolean().optional(),
};

const departure = z.strictObject({ origin: placeCode, originZone: z.string(), departsAt: instantMs });

/** What one carrier offers on a route and a day: its direct flights and itineraries with one stop, all of them counted. */
const comparedCarrier = z.strictObject({
  /** Who operates all flights of these itineraries; null: several carriers do. */
  carrier: carrierCode.nullable(),
  name: z.string().nullable(),
  direct: z.int(),
  oneStop: z.int(),
  /** What the cheapest of them costs the party, in which cabin; null when none has seats for it or all have closed. */
  cabin: cabinSchema.nullable(),
  total: z.int().nullable(),
  currency: z.string().nullable(),
  shortestMinutes: z.int(),
  /** The most seats that one cabin of one of them has left on all its flights. */
  seatsLeft: z.int(),
  first: departure,
  last: departure,
});
export type ComparedCarrier = z.infer<typeof comparedCarrier>;

export const place = z.strictObject({
  /** `HOU` is an airport. `HOU*` are all airports of the city that has the same code. */
  code: placeSought,
  kind: z.enum(['airport', 'city']),
  name: z.string(),
  city: z.string(),
  country: z.string(),
  /** For a city: its airports. */
  airports: z.array(z.string()),
});

export const SEAT_STATES = ['free', 'held-here', 'held-elsewhere', 'sold', 'blocked', 'restricted'] as const;
/** A seat that is not simply free. Every seat of the map that is not listed is free. */
export const takenSeat = z.strictObject({
  seat: seatText,
  state: z.enum(SEAT_STATES).exclude(['free', 'restricted']),
  /** For a held seat: the desk that holds it and until when. */
  desk: deskName.nullable(),
  until: instantMs.nullable(),
  locator: z.string().nullable(),
  /** For a blocked seat: why, the most severe first, with what a person typed and until when each stands, if it ends by itself. */
  blocks: z.array(z.strictObject({ code: blockCode, remark: z.string(), until: instantMs.nullable() })).optional(),
});

export const flightMethods = {
  /** Airports and cities by code or by the beginning of a word of their name: best first, at most 20. */
  'flights.places': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ text: personText(60) }),
    output: z.strictObject({ places: z.array(place) }),
    refusals: [],
  }),
  'flights.search': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({
      ...wishOfWay,
      /** The day of the way back, local to where it begins: the same passengers, at any hour. None may leave before the first way out arrives. */
      back: dateText.optional(),
      maxStops: z.int().min(0).max(2).default(1),
      sort: z.enum(SORTS).default('price'),
      /** So many of the best at most, which are there sooner than all. The counts are those of all. Left out: ITINERARIES_SHOWN_MAX. */
      most: z.int().min(1).max(ITINERARIES_SHOWN_MAX).optional(),
      ...narrowing,
    }),
    /** `back`: what was found for the way back, if it was asked for. Each way has its own price; a return costs both. */
    output: foundWay.extend({ back: foundWay.optional() }),
    refusals: ['GROUP', 'PLACE_UNKNOWN', 'SAME_PLACE', 'DATE_PAST', 'DATE_TOO_FAR'],
  }),
  /** The carriers of a route and a day, the cheapest first. `more`: so many more are left out. */
  'flights.carriers': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ ...wishOfWay, maxStops: z.int().min(0).max(1).default(1), aircraft: narrowing.aircraft }),
    output: z.strictObject({ carriers: z.array(comparedCarrier).max(CARRIERS_COMPARED_MAX), more: z.int() }),
    refusals: ['GROUP', 'PLACE_UNKNOWN', 'SAME_PLACE', 'DATE_PAST', 'DATE_TOO_FAR'],
  }),
  /** Departures of an airport or city on a local date, by time, also cancelled ones; `from` null: of all airports, at most BOARD_FLIGHTS_MAX. */
  'flights.board': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ from: placeSought.nullable(), date: dateText, ...narrowing }),
    output: z.strictObject({
      flights: z.array(flightSummary),
      /** The board would have been too long with the cancelled flights. */
      cancelledLeftOut: z.literal(true).optional(),
    }),
    refusals: ['PLACE_UNKNOWN', 'BOARD_TOO_LONG'],
  }),
  /**
   * All legs of a flight number on a local date. Without a date: those of the day of its next departure that have not departed and do operate. `journeys`:
   * legs for which passengers stay on board, as they can be sold together, from the first of these to the last. Left out where there are none.
   */
  'flights.find': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({
      carrier: carrierCode,
      number: z.int().min(1).max(9999),
      date: dateText.nullable(),
    }),
    output: z.strictObject({
      flights: z.array(flightSummary),
      journeys: z.array(z.array(flightSummary).min(2).max(ITINERARY_FLIGHTS_MAX)).optional(),
    }),
    refusals: [],
  }),
  /** Flights by their ids, for lists that hold nothing but ids. Those that there are not are left out. */
  'flights.named': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightIds: z.array(rowId).min(1).max(100) }),
    output: z.strictObject({ flights: z.array(flightSummary) }),
    refusals: [],
  }),
  /** The connections between flights in the order they are flown, by the schedule as it is now: one fewer than flights. */
  'flights.connections': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightIds: z.array(rowId).min(1).max(BOOKING_FLIGHTS_MAX) }),
    output: z.strictObject({ connections: z.array(connectionSchema) }),
    refusals: ['FLIGHT_UNKNOWN'],
  }),
  'flights.seatMap': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightId: rowId }),
    output: z.strictObject({
      flight: flightSummary,
      /** Cabins that have passengers and that another aircraft took away. Left out where there are none. */
      gone: z.array(z.strictObject({ cabin: cabinSchema, held: z.int(), sold: z.int() })).optional(),
      /** Left out where the flight got none. */
      aircraft: flightAircraft.optional(),
      departed: z.boolean(),
      policy: pricedBy,
      map: seatMapSchema,
      /** The map was made from the seats that the schedule counts: seat numbers may differ on board. Left out where it was drawn. */
      made: z.literal(true).optional(),
      taken: z.array(takenSeat),
      /** Number of the newest event that this answer knows; later ones apply on top. */
      version: z.int(),
    }),
    refusals: ['FLIGHT_UNKNOWN'],
  }),
  /** Best free seats for a party: together, nobody orphaned, a child beside an adult; relaxed step by step. */
  'flights.bestSeats': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({
      flightId: rowId,
      cabin: cabinSchema,
      party: z.array(holdPassenger).min(1).max(PARTY_MAX),
      /** The booking of this party, which is counted in the cabin already: other seats for it, or seats at last. */
      bookingId: rowId.optional(),
      wish: z.enum(SEAT_WISHES).default('together'),
      /** The leg before or after, for which the party stays on board, and its seats there, if it has some: the same seats come first, then those that are free on both. */
      staysOn: z.strictObject({ flightId: rowId, seats: z.array(seatText).max(PARTY_MAX) }).optional(),
    }),
    output: z.strictObject({
      /** Best first, at most three; seats in the order of the party. `relaxed` names the rules given up, in the trade's words. Each can be held. */
      choices: z.array(z.strictObject({ seats: z.array(seatText), relaxed: z.array(z.string()) })),
      /** How many more seats the cabin may hold. */
      mayHold: z.int(),
    }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN'],
  }),
};

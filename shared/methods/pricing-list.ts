import { z } from 'zod';
import { LIST_FLIGHTS_SHOWN_MAX } from '../bounds.ts';
import { dateText, instantMs, isPrintable, method, placeCode, rowId } from '../method.ts';
import { FILTER_LENGTH_MAX, FLIGHT_MARKS } from '../pricing/flight-filter.ts';
import { cabinSchema } from '../seat-map.ts';
import { cabinLoad } from './flights.ts';
import { pricedBy } from './policy-view.ts';

/** Seats on the books at the days of curve-days.ts, in their order; null where that day is still to come. */
const curveSeats = z.array(z.int().nullable());

/** Seats on the books of eight in ten comparable flights (low to high), and of the middle one, at those same days. */
const usualBand = z.strictObject({
  low: z.array(z.int()),
  middle: z.array(z.int()),
  high: z.array(z.int()),
  /** Past departures of the same route and weekday, or the stated demand of a training day. */
  from: z.enum(['history', 'stated']),
});
export type UsualBand = z.infer<typeof usualBand>;

const loadForecast = z.strictObject({
  /** Seats at departure; it may be more than may be sold. */
  seats: z.int(),
  /** `stated`: too few past flights, so seats sold over the stated booking curve. */
  from: z.enum(['history', 'stated']),
  /** Past departures that it leans on. */
  departures: z.int(),
});

/** One cabin of a flight to come, as pricing sees it. Amounts in minor units of `currency`; null is not known. */
export const pricedFlight = z.strictObject({
  flightId: rowId,
  flight: z.string(),
  carrier: z.string(),
  origin: placeCode,
  destination: placeCode,
  originZone: z.string(),
  /** Local to the origin. */
  date: dateText,
  departsAt: instantMs,
  /** Days until `date`, by the calendar of the origin. */
  daysLeft: z.int(),
  equipment: z.string(),
  currency: z.string(),
  /** The cabin that the figures below are of. */
  cabin: cabinSchema,
  cabins: z.array(cabinLoad),
  /** Net change of the seats sold over the last 1, 3 and 7 days of 24 hours. */
  pickUp: z.strictObject({ day1: z.int(), days3: z.int(), days7: z.int() }),
  /** What the last free seat is expected to earn. */
  bid: z.int().nullable(),
  forecast: loadForecast.nullable(),
  /** Seats that are expected to leave empty; below 0: seats that are expected to be asked for in vain. */
  empty: z.int().nullable(),
  /** Those seats at the price now. */
  stake: z.int().nullable(),
  policy: pricedBy,
  /** What each booking class can still sell, `Y9 B4 M0`; null where the policy has none. */
  open: z.string().nullable(),
  marks: z.array(z.enum(FLIGHT_MARKS)),
  curve: curveSeats,
  usual: usualBand.nullable(),
});
export type PricedFlight = z.infer<typeof pricedFlight>;

export const FLIGHT_SORTS = ['stake', 'departure', 'load', 'pickup', 'price', 'bid'] as const;
export type FlightSort = (typeof FLIGHT_SORTS)[number];

/** What the forecast of a flight like this one was worth in the past, so many days before departure. */
const forecastError = z.strictObject({
  daysBefore: z.int(),
  /** Past departures that could be foretold from those before them. */
  departures: z.int(),
  /** Mean of |forecast - load| over the load, in thousandths. */
  meanPerMille: z.int(),
  /** Mean of forecast less load, in tenths of a seat: above 0 if it promises too much. */
  biasTenths: z.int(),
});

/** One booking class of the cabin, from dear to cheap. */
const classTold = z.strictObject({
  code: z.string(),
  fare: z.int(),
  /** What is still expected of it, in tenths of a seat; null: nothing is known. */
  meanTenths: z.int().nullable(),
  deviationTenths: z.int().nullable(),
  /** Seats that are kept for it and the classes above from the class below; null for the last class. */
  kept: z.union([z.int(), z.literal('all')]).nullable(),
  /** Seats that it can still sell. */
  left: z.int(),
  byHand: z.enum(['opened', 'closed']).nullable(),
});
export type ClassTold = z.infer<typeof classTold>;

const routeDay = z.strictObject({
  flightId: rowId,
  flight: z.string(),
  date: dateText,
  departsAt: instantMs,
  cabin: cabinSchema,
  currency: z.string(),
  authorised: z.int(),
  sold: z.int(),
  held: z.int(),
  price: z.int(),
});
export type RouteDay = z.infer<typeof routeDay>;

export const pricingListMethods = {
  /**
   * Flights to come that a filter line asks for, by money at stake unless told otherwise. `filter`: as flight-filter.ts reads it. FILTER_WRONG says
   * where it cannot be read. Amounts of several currencies are not compared: sorted by money, flights of one currency stand together.
   */
  'pricing.flights': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({
      filter: z.string().max(FILTER_LENGTH_MAX).refine(isPrintable, 'holds a control character'),
      sort: z.enum(FLIGHT_SORTS),
      /** The other way round than usual: the least money, the latest departure first. */
      reversed: z.boolean(),
      limit: z.int().min(1).max(LIST_FLIGHTS_SHOWN_MAX),
    }),
    output: z.strictObject({
      flights: z.array(pricedFlight),
      /** How many flights fit the line, and how many of its scope leave in the days that it asks for. */
      matched: z.int(),
      of: z.int(),
      /** When the scope has more flights than one question looks at: only those that leave before this moment were looked at. */
      until: instantMs.nullable(),
      /** Routes and weekdays whose past flights are still to be read: ask again, and these are compared too. */
      pastLeft: z.int(),
    }),
    refusals: ['FILTER_WRONG', 'PLACE_UNKNOWN', 'LIST_TOO_LONG'],
  }),
  /** One cabin of a flight: its whole curve, what is usual, and the forecast with its error. */
  'pricing.flight': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({ flightId: rowId, cabin: cabinSchema }),
    output: z.strictObject({
      /** `curve` and `usual` by FLIGHT_CURVE_DAYS. */
      flight: pricedFlight,
      /** Seats that are expected on the books at those days still to come; null for days that are over. */
      ahead: curveSeats,
      /** Four of five forecasts ended so near. Null: too few can be checked. */
      band: z.strictObject({ low: z.int(), high: z.int() }).nullable(),
      /** By ERROR_DAYS; null: no past departure could be foretold then. */
      errors: z.array(forecastError.nullable()),
      /** Past departures of the route on this weekday that the store knows. */
      past: z.int(),
      /** Null where the policy has no booking classes for this cabin. */
      classes: z.array(classTold).nullable(),
      /** What another airline asks for the route, as a schedule file brought it. */
      competitor: z.strictObject({ fare: z.int(), readAt: instantMs }).nullable(),
      /** What is expected to be sold still, in the mean. */
      toCome: z.int().nullable(),
    }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN'],
  }),
  /** Every flight of a route over the next 30 days, local to the departure, by departure: load and price of a cabin. At most ROUTE_FLIGHTS_MAX. */
  'pricing.routeDays': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({ origin: placeCode, destination: placeCode, cabin: cabinSchema.nullable() }),
    output: z.strictObject({
      /** The first of the 30 dates. */
      from: dateText,
      flights: z.array(routeDay),
      more: z.boolean(),
    }),
    refusals: ['PLACE_UNKNOWN', 'SAME_PLACE'],
  }),
};

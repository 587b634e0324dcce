import type { Airport, SeatPlan } from '../reference/reference.ts';

/** Departure or arrival of a leg, as the file gives it. */
export interface LegEnd {
  readonly airport: Airport;
  /** Minute of the day, 0 to 1440. */
  readonly minute: number;
  /** Days after the date of operation; undefined where the file leaves it blank and it must be inferred. */
  readonly dayShift: number | undefined;
  /** Minutes ahead of UTC that the file gives for this end, if it does. */
  readonly variation: number | undefined;
}

/** A repeating leg: the same flight on certain weekdays of a period. */
export interface LegPattern {
  readonly line: number;
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly departure: LegEnd;
  readonly arrival: LegEnd;
  /** Days since 1970, both inclusive. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Monday first. */
  readonly weekdays: readonly boolean[];
  /** 2: every second week, counted from the first day of the period. */
  readonly everyWeeks: 1 | 2;
  /** Place of the leg in the itinerary of its number, where the file tells it. */
  readonly itinerary?: { readonly variation: string; readonly leg: string };
  /** First and last day for which the carrier record holds, where it tells them. */
  readonly validity?: { readonly fromDay: number | undefined; readonly toDay: number | undefined };
  /** How times, dates and days are given. */
  readonly times: 'local' | 'utc';
  readonly equipment: string;
  /** As the file says it (`F8Y120`); undefined where it says none. */
  readonly configuration: string | undefined;
  /** By which it is sold on days for which the airline has no map of its own. */
  readonly plan: SeatPlan;
  /** Minor units of the currency; undefined: by distance, in FARE_CURRENCY. */
  readonly fare: number | undefined;
  readonly currency: string;
  /** A competitor's fare in minor units of the currency, and the instant at which it was read. */
  readonly competitor?: { readonly fare: number; readonly readAt: number } | undefined;
}

/** 1970-01-01 was a Thursday. 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

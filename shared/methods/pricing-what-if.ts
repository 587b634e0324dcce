import { z } from 'zod';
import { dateText, instantMs, placeCode, rowId } from '../method.ts';
import { cabinSchema } from '../seat-map.ts';

/** A cabin of a flight as it is loaded now. */
const cabinFacts = {
  flightId: rowId,
  flight: z.string(),
  origin: placeCode,
  destination: placeCode,
  originZone: z.string(),
  date: dateText,
  departsAt: instantMs,
  cabin: cabinSchema,
  authorised: z.int(),
  /** Held and sold. */
  taken: z.int(),
  currency: z.string(),
};

/** What one adult pays for a standard seat, in minor units: by what is in force, and by the draft. */
export const changedCabin = z.strictObject({ ...cabinFacts, before: z.int(), after: z.int() });
export type ChangedCabin = z.infer<typeof changedCabin>;

/**
 * narrower: a policy of a narrower scope prices the flight. floor, ceiling: the new price would be lower or higher, and a rail of the draft
 * holds it where it is. same: the rules give the same price here.
 */
export const UNCHANGED = ['narrower', 'floor', 'ceiling', 'same'] as const;
export type Unchanged = (typeof UNCHANGED)[number];
export const unchangedCabin = z.strictObject({ ...cabinFacts, price: z.int(), why: z.enum(UNCHANGED) });
export type UnchangedCabin = z.infer<typeof unchangedCabin>;

/** What a draft does to flights as they are loaded now. Counts are of all flights that were looked at; lists are bounded. */
export const presentLoads = z.strictObject({
  flights: z.int(),
  up: z.int(),
  down: z.int(),
  /** Flights with cabins that become dearer and cabins that become cheaper. */
  mixed: z.int(),
  cabins: z.int(),
  cabinsChanged: z.int(),
  /** Flights that do not change, by why. */
  why: z.strictObject({ narrower: z.int(), floor: z.int(), ceiling: z.int(), same: z.int() }),
  /** The mean price of the cabins that change, in minor units, by currency. */
  means: z.array(z.strictObject({ currency: z.string(), cabins: z.int(), before: z.int(), after: z.int() })),
  /** Most percent first. */
  largest: z.array(changedCabin),
  /** Most money first, for the seats that are left, in one currency. */
  byMoney: z.array(changedCabin),
  unchanged: z.array(unchangedCabin),
});
export type PresentLoads = z.infer<typeof presentLoads>;

/** mixed: people ask in the order of their days. low-fare-first: those who would pay least ask first, which is the worst for revenue. */
export const DEMAND_ORDERS = ['mixed', 'low-fare-first'] as const;
export type DemandOrder = (typeof DEMAND_ORDERS)[number];

/** A mean of runs, and the interval that holds the true mean in 95 of 100 simulations. */
const meanInterval = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

const simulatedFigures = z.strictObject({
  /** Minor units a flight. */
  revenue: meanInterval,
  /** Passengers by seats, 0 to 1. */
  loadFactor: meanInterval,
  /** Passengers a flight who found no seat. */
  spilled: meanInterval,
  /** Passengers a flight who found it too dear. */
  declined: meanInterval,
  /** Minor units a passenger. */
  averagePrice: meanInterval,
});

/** Departures of the scope, sold by what is in force and by the draft to the same arrivals. */
export const simulated = z.strictObject({
  runs: z.int(),
  /** Flights of the scope that were flown by turns. */
  flights: z.int(),
  currency: z.string(),
  published: simulatedFigures,
  draft: simulatedFigures,
  /** Draft less published, run by run. */
  change: simulatedFigures,
  /** How the change of revenue became surer, in percent of the revenue in force. */
  points: z.array(z.strictObject({ runs: z.int(), low: z.number(), mean: z.number(), high: z.number() })),
});
export type Simulated = z.infer<typeof simulated>;

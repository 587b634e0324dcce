import { z } from 'zod';
import { WHAT_IF_DEMAND_MAX, WHAT_IF_RUNS_MAX, WHAT_IF_SEED_MAX } from '../bounds.ts';
import { dateText, instantMs, method, placeCode, rowId } from '../method.ts';
import { cabinSchema } from '../seat-map.ts';
import { policyRules, policyScope } from './policy-view.ts';

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

/**
 * The demand by which each published policy is simulated, and with which a what-if begins. Of 140 % of the seats who ask, a price between the
 * filed fare and half of it more leaves some three quarters of the seats sold.
 */
export const DEFAULT_DEMAND = { seed: 41, runs: 1_000, demandPercent: 140, order: 'mixed' } as const;

export const WHAT_IF_STAGES = ['loads', 'simulation'] as const;
export type WhatIfStage = (typeof WHAT_IF_STAGES)[number];

/** What is tried: rules of a scope that are not published (null: the scope has no policy of its own), and how demand is simulated. */
const whatIfInput = z.strictObject({
  scope: policyScope,
  rules: policyRules.nullable(),
  seed: z.int().min(1).max(WHAT_IF_SEED_MAX),
  runs: z.int().min(2).max(WHAT_IF_RUNS_MAX),
  /** Passengers who ask, in percent of the seats, before anybody finds it too dear. */
  demandPercent: z.int().min(1).max(WHAT_IF_DEMAND_MAX),
  order: z.enum(DEMAND_ORDERS),
});

/** A what-if of one desk: the newest, under way or ended. It stays until the next one, or until the hub closes. */
export const whatIfRun = z.strictObject({
  /** Counts up from 1 in each hub. */
  number: z.int().min(1),
  ...whatIfInput.shape,
  /** failed: the store could not be read, and `problem` says why. */
  state: z.enum(['waits', 'runs', 'done', 'stopped', 'failed']),
  problem: z.string(),
  /** How many others are before it; 0 once it runs. */
  ahead: z.int(),
  /** The time by which prices were worked out. */
  at: instantMs,
  stage: z.enum(WHAT_IF_STAGES),
  /** How far the stage has come, in parts of its own; `total` is 0 until it is known. */
  done: z.int(),
  total: z.int(),
  /** Null before the first flights were read. After a stop the figures so far stay. */
  loads: presentLoads.nullable(),
  /** Null before the second run, and when the draft prices no flight that is still to leave. */
  simulated: simulated.nullable(),
});
export type WhatIfRun = z.infer<typeof whatIfRun>;

export const whatIfMethods = {
  /**
   * Tries rules on the flights of a scope, as they are loaded and on simulated demand, and answers at once. A desk has one what-if: another
   * one takes its place. How it goes is told by `whatIf.changed` notices and by `whatIf.status`.
   */
  'whatIf.start': method({
    kind: 'hub',
    access: 'supervisor',
    input: whatIfInput,
    output: z.strictObject({ run: whatIfRun }),
    refusals: ['POLICY_WRONG', 'WHAT_IF_BUSY'],
  }),
  /** Stops the what-if of this desk. Its figures so far stay. */
  'whatIf.stop': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ run: whatIfRun.nullable() }),
    refusals: [],
  }),
  /** The what-if of this desk; null before the first. From now on this console hears how it goes. */
  'whatIf.status': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ run: whatIfRun.nullable() }),
    refusals: [],
  }),
};

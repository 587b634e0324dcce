import { BUSINESS_LEADS, LEISURE_LEADS } from '../../../shared/pricing/revenue/lead-times.ts';

/** A kind of traveller. All of its parties ask for seats in one cabin. */
export interface Segment {
  /** Mean passengers who ask, before any are turned away or cancel. */
  readonly passengers: number;
  /** Days before departure at which 0, 1/n, 2/n ... 1 of them have asked, the latest first. Between them they ask evenly. */
  readonly leads: readonly number[];
  /** Deviation of the logarithm of how early a flight is asked for, from flight to flight. */
  readonly leadSpread: number;
  /** The fare that half of them would pay for a seat, as a multiple of the reference fare, and the deviation of its logarithm. */
  readonly worth: { readonly median: number; readonly spread: number };
  /** The chance of a party of one, of two and so on. They add up to 1. */
  readonly parties: readonly number[];
  /** The share of parties that cancel. They do so between their booking and departure, most of them late. */
  readonly cancelShare: number;
}

/** Blocks that a tour operator asks for early, and hands back in part. */
export interface GroupBlocks {
  readonly meanBlocks: number;
  readonly sizes: readonly [least: number, most: number];
  readonly leads: readonly [latest: number, earliest: number];
  /** Days before departure at which what was not filled goes back, and the largest share that does. */
  readonly returnDays: number;
  readonly returnShareMost: number;
  readonly worth: Segment['worth'];
}

/** What is expected to be asked for on one flight in one cabin. */
export interface DemandModel {
  readonly segments: readonly Segment[];
  readonly groups: GroupBlocks;
  /** Deviation of the logarithm of all demand from flight to flight. */
  readonly demandSpread: number;
  /** Mixed: in the order of their days. Low fare first: those who would pay least ask first, as EMSR assumes. */
  readonly order: 'mixed' | 'low-fare-first';
}

/**
 * Demand for a flight of about so many final passengers. Its shares on the books by days before departure, with every class open, match mean
 * and deviation of 182 real departures (the test says how nearly; NOTICE has the source). They were matched at the 469 passengers of those
 * departures. A smaller flight scatters more, because a group is more of it. Who would pay what is not in those curves: the worths, the
 * parties and the split into segments are our own.
 */
export function typicalDemand(passengers: number): DemandModel {
  const gross = passengers * 1.12;
  return {
    segments: [
      // Leisure
      {
        passengers: gross * 0.704,
        leads: LEISURE_LEADS,
        leadSpread: 0.66,
        worth: { median: 1.1, spread: 0.35 },
        parties: [0.45, 0.35, 0.09, 0.11],
        cancelShare: 0.096,
      },
      // Business
      {
        passengers: gross * 0.24,
        leads: BUSINESS_LEADS,
        leadSpread: 0.32,
        worth: { median: 2, spread: 0.45 },
        parties: [0.88, 0.12],
        cancelShare: 0.125,
      },
    ],
    groups: {
      meanBlocks: (gross * 0.056) / 20,
      sizes: [10, 30],
      leads: [60, 240],
      returnDays: 36,
      returnShareMost: 0.6,
      worth: { median: 0.9, spread: 0.2 },
    },
    demandSpread: 0.045,
    order: 'mixed',
  };
}

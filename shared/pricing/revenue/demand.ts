import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';
import { poissonMass } from './poisson-mass.ts';

// Why this library: a protection level is a quantile, and an error of 0.01 in the quantile moves a seat. @stdlib is right to 1e-14, typed,
// kept, and installs without scripts. Only the two functions that are used come into the bundle.

/** How many seats people ask for in one class while every class is open. Mean and deviation in seats. */
export type Demand =
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'poisson'; readonly mean: number };

const varianceOf = (demand: Demand): number => (demand.kind === 'normal' ? demand.deviation ** 2 : demand.mean);

/** The demand of several classes together, if what one class is asked for says nothing about another. */
export function joinDemand(demands: readonly Demand[]): Demand {
  const mean = demands.reduce((sum, one) => sum + one.mean, 0);
  if (demands.every((one) => one.kind === 'poisson')) return { kind: 'poisson', mean };
  return { kind: 'normal', mean, deviation: Math.sqrt(demands.reduce((sum, one) => sum + varianceOf(one), 0)) };
}

/** P(demand >= seats), from 0 to 1. A normal demand is taken as continuous, as EMSR takes it. */
export function chanceOfAtLeast(demand: Demand, seats: number): number {
  if (demand.kind === 'normal') return cdf(-seats, -demand.mean, demand.deviation);
  let below = 0;
  for (const chance of poissonMass(demand.mean, Math.ceil(seats)).slice(0, -1)) below += chance;
  return Math.max(0, 1 - below);
}

/**
 * The number of seats that demand exceeds with the given chance (0 to 1): seats and part of a seat for a normal demand, whole seats for a
 * Poisson demand (the least y with P(demand > y) <= chance). Never below 0. Infinity for chance 0.
 */
export function seatsExceededWith(demand: Demand, chance: number): number {
  if (chance >= 1) return 0;
  if (chance <= 0) return Number.POSITIVE_INFINITY;
  // The quantile is asked from the lower side, where a small chance keeps all its digits: 1 - chance would round them away.
  if (demand.kind === 'normal') return Math.max(0, demand.mean - quantile(chance, 0, 1) * demand.deviation);
  let above = 1;
  let seats = 0;
  for (const mass of poissonMass(demand.mean, poissonMost(demand.mean))) {
    above -= mass;
    if (above <= chance) return seats;
    seats += 1;
  }
  return seats;
}

/** Chances of 0, 1, ... `most` - 1 seats, and last of `most` or more. A normal demand is rounded to whole seats, half up, none below 0. */
export function massOf(demand: Demand, most: number): readonly number[] {
  if (demand.kind === 'poisson') return poissonMass(demand.mean, most);
  const below = (seats: number): number => cdf(seats - 0.5, demand.mean, demand.deviation);
  return Array.from({ length: most + 1 }, (_, seats) => (seats === most ? 1 : below(seats + 1)) - (seats === 0 ? 0 : below(seats)));
}

/** Beyond this a Poisson demand has no chance that a double can hold. */
const poissonMost = (mean: number): number => Math.ceil(mean + 40 * Math.sqrt(mean) + 40);

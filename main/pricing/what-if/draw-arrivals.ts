import quantile from '@stdlib/stats-base-dists-normal-quantile';
import type { DemandModel, GroupBlocks, Segment } from './demand-model.ts';

/** A power that brings cancellations near departure: half of them come in the last eighth of the time. */
const LATE_CANCEL = 3;

/** From 0 to below 1, the next of a seeded row. */
export type Chance = () => number;

/** A party that asks for seats. */
export interface Arrival {
  /** Days before departure, with parts. */
  readonly daysBefore: number;
  readonly seats: number;
  /** The most that it pays for a seat, as a multiple of the reference fare. */
  readonly worth: number;
  /** Seats that go back later, and when: all of a party that cancels, a part of a block. `seats` 0: none. */
  readonly goesBack: { readonly seats: number; readonly daysBefore: number };
}

/** One flight's demand, drawn from a model: the same chance gives the same arrivals. Who asks first stands first. */
export function drawArrivals(model: DemandModel, chance: Chance): readonly Arrival[] {
  const size = logNormal(1, model.demandSpread, chance);
  const arrivals = [
    ...model.segments.flatMap((segment) => drawSegment(segment, size, chance)),
    ...drawBlocks(model.groups, size, chance),
  ].sort((one, other) => other.daysBefore - one.daysBefore);
  return model.order === 'mixed' ? arrivals : lowFareFirst(arrivals);
}

function drawSegment(segment: Segment, size: number, chance: Chance): Arrival[] {
  const stretch = logNormal(1, segment.leadSpread, chance);
  const meanParty = segment.parties.reduce((sum, share, index) => sum + share * (index + 1), 0);
  return times(poisson((segment.passengers * size) / meanParty, chance), () => {
    const daysBefore = leadAt(segment.leads, chance()) * stretch;
    const seats = partyOf(segment.parties, chance());
    const cancels = chance() < segment.cancelShare;
    const back = { seats: cancels ? seats : 0, daysBefore: daysBefore * chance() ** LATE_CANCEL };
    return { daysBefore, seats, worth: logNormal(segment.worth.median, segment.worth.spread, chance), goesBack: back };
  });
}

function drawBlocks(groups: GroupBlocks, size: number, chance: Chance): Arrival[] {
  const between = ([least, most]: readonly [number, number]): number => least + (most - least) * chance();
  return times(poisson(groups.meanBlocks * size, chance), () => {
    const daysBefore = between(groups.leads);
    const seats = Math.round(between(groups.sizes));
    const back = {
      seats: Math.floor(seats * groups.returnShareMost * chance()),
      daysBefore: Math.min(groups.returnDays, daysBefore),
    };
    return { daysBefore, seats, worth: logNormal(groups.worth.median, groups.worth.spread, chance), goesBack: back };
  });
}

/** The same parties at the same moments, but those who would pay least ask first. What goes back keeps its place between asking and departure. */
function lowFareFirst(arrivals: readonly Arrival[]): readonly Arrival[] {
  const moments = arrivals.map(({ daysBefore }) => daysBefore);
  return [...arrivals]
    .sort((one, other) => one.worth - other.worth)
    .map((arrival, index) => {
      const daysBefore = moments[index] ?? 0;
      const kept = arrival.daysBefore > 0 ? arrival.goesBack.daysBefore / arrival.daysBefore : 0;
      return { ...arrival, daysBefore, goesBack: { seats: arrival.goesBack.seats, daysBefore: daysBefore * kept } };
    });
}

const times = (count: number, draw: () => Arrival): Arrival[] => Array.from({ length: count }, draw);

/** The half of a step keeps 0 and 1 out, where the quantile has no end. */
const normal = (chance: Chance): number => quantile((Math.floor(chance() * 2 ** 32) + 0.5) / 2 ** 32, 0, 1);

const logNormal = (median: number, spread: number, chance: Chance): number => median * Math.exp(spread * normal(chance));

/** Counts events of a steady stream until its time is over. */
function poisson(mean: number, chance: Chance): number {
  const wait = (): number => -Math.log(1 - chance());
  let count = 0;
  let passed = wait();
  while (passed < mean) {
    count += 1;
    passed += wait();
  }
  return count;
}

function leadAt(leads: readonly number[], share: number): number {
  const place = share * (leads.length - 1);
  const at = Math.floor(place);
  const nearer = leads[at] ?? 0;
  return nearer + ((leads[at + 1] ?? nearer) - nearer) * (place - at);
}

/** The party whose part of the row of shares holds `place`, from 0 to below 1. */
function partyOf(parties: readonly number[], place: number): number {
  let left = place;
  for (const [index, share] of parties.entries()) {
    if (left < share) return index + 1;
    left -= share;
  }
  return parties.length;
}

import { binomialMass } from './binomial-mass.ts';

/** Who is expected to turn up of those who are booked. Means have parts. */
export interface ExpectedShows {
  readonly mean: number;
  /** 95 of 100 flights are between these, both included. */
  readonly low: number;
  readonly high: number;
  /** On average so many more turn up than there are seats. */
  readonly turnedAway: number;
  /** P(shows > seats), 0 to 1. */
  readonly risk: number;
}

/** Of each tail, what is left out of the likely range. */
const TAIL = 0.025;

/** Looks ahead on `booked` passengers, each of whom turns up by the same chance without regard to the others, as overbooking advice does. */
export function expectedShows(booked: number, showRate: number, seats: number): ExpectedShows {
  const mass = binomialMass(booked, showRate);
  let [turnedAway, risk, below, low, high] = [0, 0, 0, booked, booked];
  mass.forEach((chance, shows) => {
    turnedAway += chance * Math.max(0, shows - seats);
    if (shows > seats) risk += chance;
    below += chance;
    if (below > TAIL) low = Math.min(low, shows);
    if (below >= 1 - TAIL) high = Math.min(high, shows);
  });
  return { mean: booked * showRate, low, high, turnedAway, risk };
}

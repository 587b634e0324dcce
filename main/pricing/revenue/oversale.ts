import type { Minor } from '../../../shared/money.ts';
import { binomialMass } from './binomial-mass.ts';

/** A cabin of one flight as overbooking sees it. */
export interface OversaleCase {
  readonly seats: number;
  /** The share of those sold who turn up, above 0 and at most 1. Each turns up or not without regard to the others. */
  readonly showRate: number;
  /** Mean fare of a seat sold on top, in minor units. */
  readonly fare: Minor;
  /** The share of the fare that goes back to a passenger who does not turn up, 0 to 1. */
  readonly refundShare: number;
  /** How many passengers are expected to give up a seat of their own will, and what each is paid in all. They are asked first. */
  readonly volunteers: number;
  readonly volunteerCost: Minor;
  /** What a passenger costs who is left behind against his will, in all: compensation, care, another flight. Not below a volunteer's cost. */
  readonly deniedCost: Minor;
}

/** What is expected to happen if a cabin is sold up to `authorised` seats. Expected numbers are means, with parts. */
export interface Oversale {
  readonly authorised: number;
  /** P(shows > seats), 0 to 1. */
  readonly risk: number;
  readonly volunteers: number;
  readonly denied: number;
  readonly empty: number;
  /** What volunteers and denied boarding cost, in minor units and part of one. */
  readonly cost: number;
  /** Fares, less refunds of those who do not turn up, less that cost. */
  readonly net: number;
}

/** Looks ahead on one number of seats to sell, all of which are sold. */
export function oversaleAt(one: OversaleCase, authorised: number): Oversale {
  let risk = 0;
  let volunteers = 0;
  let denied = 0;
  let empty = 0;
  binomialMass(authorised, one.showRate).forEach((chance, shows) => {
    const over = Math.max(0, shows - one.seats);
    if (over > 0) risk += chance;
    volunteers += chance * Math.min(over, one.volunteers);
    denied += chance * Math.max(0, over - one.volunteers);
    empty += chance * Math.max(0, one.seats - shows);
  });
  const cost = volunteers * one.volunteerCost + denied * one.deniedCost;
  const kept = one.fare * (1 - one.refundShare * (1 - one.showRate));
  return { authorised, risk, volunteers, denied, empty, cost, net: authorised * kept - cost };
}

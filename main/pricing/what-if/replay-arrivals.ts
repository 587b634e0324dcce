import type { Arrival } from './draw-arrivals.ts';

/**
 * Minor units for one seat to a party of so many seats, when so many are taken and so many whole days are left; undefined: nothing is open
 * for the whole party. It must be pure.
 */
export type Offer = (taken: number, daysAhead: number, seats: number) => number | undefined;

export interface SoldCabin {
  /** Seats that may be sold. */
  readonly authorised: number;
  /** What a worth of 1 pays for a seat, in minor units. */
  readonly referenceFare: number;
  /** The share of the fare that goes back with a seat that is given up, 0 to 1. */
  readonly refundShare: number;
}

/** How one flight ended. */
export interface Flown {
  /** Fares less refunds, in minor units and part of one. */
  readonly revenue: number;
  /** Seats sold and kept. */
  readonly passengers: number;
  /** Passengers turned away because nothing, or not enough for their party, was open. */
  readonly spilled: number;
  /** Passengers who would not pay what was asked. */
  readonly declined: number;
}

/** Sells one flight's arrivals by an offer. A party is sold whole or not at all, at one fare. Seats that go back are for sale again. */
export function replayArrivals(arrivals: readonly Arrival[], offer: Offer, cabin: SoldCabin): Flown {
  const back: { daysBefore: number; seats: number; refund: number }[] = [];
  let [taken, revenue, spilled, declined] = [0, 0, 0, 0];
  const giveBack = (until: number): void => {
    for (let last = back.at(-1); last !== undefined && last.daysBefore >= until; last = back.at(-1)) {
      taken -= last.seats;
      revenue -= last.refund;
      back.pop();
    }
  };
  for (const { daysBefore, seats, worth, goesBack } of arrivals) {
    giveBack(daysBefore);
    const fare = taken + seats <= cabin.authorised ? offer(taken, Math.floor(daysBefore), seats) : undefined;
    if (fare === undefined) spilled += seats;
    else if (fare > worth * cabin.referenceFare) declined += seats;
    else {
      taken += seats;
      revenue += fare * seats;
      if (goesBack.seats > 0) {
        const entry = { daysBefore: goesBack.daysBefore, seats: goesBack.seats, refund: fare * goesBack.seats * cabin.refundShare };
        // The next to go back stands last. There are few, so the place is found by going through them.
        let at = back.length;
        while (at > 0 && (back[at - 1]?.daysBefore ?? 0) > entry.daysBefore) at -= 1;
        back.splice(at, 0, entry);
      }
    }
  }
  giveBack(0);
  return { revenue, passengers: taken, spilled, declined };
}

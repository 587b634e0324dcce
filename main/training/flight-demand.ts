import type { SeededRandom } from '../seeded-random.ts';

/**
 * The demand of one training flight, stated here and nowhere else. These shares are our own and stand for no airline.
 * 1. Of a hundred flights one is cancelled after it was sold, and four are full.
 * 2. All others have sold 40 to 100 % of each cabin. In the morning and evening peak the better of two draws counts, otherwise their mean, so
 *    that most flights are near 70 %, and near 80 % in a peak.
 * 3. 55 of a hundred parties of a peak travel on business, else 25. Business books late: its lead is three tenths of the curve's.
 * 4. Of business parties 88 of a hundred are one person, the rest are two. Of leisure parties 45 are one, 35 two, 9 three and 11 four. A
 *    third person and a fourth are children in half of the parties.
 */
export const CANCELLED_SHARE = 0.01;
export const FULL_SHARE = 0.04;
export const LOAD_MIN = 0.4;
const BUSINESS_SHARE = { peak: 0.55, other: 0.25 };
export const BUSINESS_LEAD = 0.3;
const BUSINESS_PARTIES = [0.88, 1];
const LEISURE_PARTIES = [0.45, 0.8, 0.89, 1];
export const CHILDREN_SHARE = 0.5;
/** Local hours of departure, first and last. */
const PEAKS: readonly (readonly [number, number])[] = [
  [6, 9],
  [16, 19],
];

/** How many people a party of these shares has in the mean. */
const meanParty = (shares: readonly number[]): number => shares.reduce((mean, _, place) => mean + 1 - (shares[place - 1] ?? 0), 0);

/** The share of the seats that business takes: its parties are smaller. */
const businessSeats = (parties: number): number => {
  const business = parties * meanParty(BUSINESS_PARTIES);
  return business / (business + (1 - parties) * meanParty(LEISURE_PARTIES));
};
export const BUSINESS_SEATS = { peak: businessSeats(BUSINESS_SHARE.peak), other: businessSeats(BUSINESS_SHARE.other) };

export interface FlightDemand {
  readonly cancelled: boolean;
  /** The share of a cabin's seats that is sold, drawn anew for each cabin. */
  load(): number;
  /** Whether the next party travels on business, and how many they are. */
  party(): { readonly business: boolean; readonly size: number };
}

export const isPeak = (localHour: number): boolean => PEAKS.some(([first, last]) => localHour >= first && localHour <= last);

/** `localHour`: of departure, 0 to 23. */
export function flightDemand(random: SeededRandom, localHour: number): FlightDemand {
  const peak = isPeak(localHour);
  const fate = random.next();
  const full = fate >= CANCELLED_SHARE && fate < CANCELLED_SHARE + FULL_SHARE;
  return {
    cancelled: fate < CANCELLED_SHARE,
    load() {
      if (full) return 1;
      const [one, other] = [random.next(), random.next()];
      return LOAD_MIN + (1 - LOAD_MIN) * (peak ? Math.max(one, other) : (one + other) / 2);
    },
    party() {
      const business = random.next() < (peak ? BUSINESS_SHARE.peak : BUSINESS_SHARE.other);
      const drawn = random.next();
      return { business, size: 1 + (business ? BUSINESS_PARTIES : LEISURE_PARTIES).findIndex((share) => drawn < share) };
    },
  };
}

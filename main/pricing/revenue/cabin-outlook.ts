import { minor, roundHalfUp } from '../../../shared/money.ts';
import type { Demand } from '../../../shared/pricing/revenue/demand.ts';
import type { FareClass } from '../../../shared/pricing/revenue/fare-class.ts';
import { bidPrice } from './bid-price.ts';
import { laterSales } from './later-sales.ts';
import type { PastCurve } from './past-curve.ts';
import { type Usual, usualShare } from './usual-curve.ts';

/** What is said of flights of which the store knows too few: a curve that is stated somewhere. */
export interface StatedCurve {
  /** The share of the final sales that is on the books so many days before departure, 0 to 1. */
  sold(daysBefore: number): number;
  /** Which share of a cabin is usual then. Undefined: nobody stated it. */
  usual(daysBefore: number): Usual | undefined;
}

/** One cabin of a flight to come. `daysBefore` with the part of a day, fares in minor units of one currency. */
export interface CabinNow {
  readonly departureDay: number;
  readonly daysBefore: number;
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
  readonly price: number;
  /** What the policy asks for the last seat of the cabin. */
  readonly lastPrice: number;
  /** The booking classes of the policy, with what is still to come in each, and the seats that they keep; undefined where it has none. */
  readonly classes: { readonly toCome: readonly FareClass[]; readonly protections: readonly number[] } | undefined;
}

export interface CabinOutlook {
  /** The final load in seats and part of one; it may be more than may be sold. Undefined: nothing says it. */
  readonly forecast: { readonly seats: number; readonly from: 'history' | 'stated'; readonly departures: number } | undefined;
  /** Seats on the books that are usual at this day. */
  readonly usual: Usual | undefined;
  /** Whole seats that are expected to leave empty, or (below 0) to be asked for in vain. */
  readonly empty: number | undefined;
  /** The seats of `empty`, at the price now. Minor units. */
  readonly stake: number | undefined;
  /** What the last free seat is expected to earn, in whole minor units. Undefined: nothing says it, or no seat is free. */
  readonly bid: number | undefined;
}

/** Below this share of the final sales one booking more or less decides the forecast. */
const STATED_SHARE_MIN = 0.05;

/**
 * Looks ahead on one cabin.
 * 1. Forecast: pick-up on past departures of the same route and weekday. Where they are too few, seats sold divided by the stated share.
 * 2. Money at stake: the seats that are expected to leave empty, or the seats that more people are expected to ask for than there are, times
 *    the price now. Whole seats, so that anybody can check it by hand.
 * 3. Bid price: by EMSR-b where the policy has booking classes, from the demand that they state. Else the chance that the seats still free are
 *    all asked for, times what the policy asks for the last of them. The demand to come is forecast less sold then; it scatters as past
 *    departures did, or as Poisson where the curve is stated.
 */
export function cabinOutlook(now: CabinNow, past: readonly PastCurve[], stated: StatedCurve): CabinOutlook {
  const { authorised, sold, daysBefore, departureDay, price } = now;
  const share = usualShare(past, daysBefore) ?? stated.usual(daysBefore);
  const usual = share && inSeats(share, authorised);
  const told = authorised > 0 ? laterSales(past, departureDay, daysBefore, sold / authorised) : undefined;
  const part = stated.sold(daysBefore);
  if (!told && part < STATED_SHARE_MIN)
    return { forecast: undefined, usual, empty: undefined, stake: undefined, bid: bidOf(now, undefined) };
  const seats = told ? told.final * authorised : sold / part;
  const mean = Math.max(0, seats - sold);
  const toCome: Demand = told ? { kind: 'normal', mean, deviation: told.deviation * authorised } : { kind: 'poisson', mean };
  const empty = authorised - roundHalfUp(seats);
  return {
    forecast: { seats, from: told ? 'history' : 'stated', departures: told?.departures ?? 0 },
    usual,
    empty,
    stake: Math.abs(empty) * price,
    bid: bidOf(now, toCome),
  };
}

function bidOf({ authorised, held, sold, lastPrice, classes }: CabinNow, toCome: Demand | undefined): number | undefined {
  const free = authorised - sold - held;
  if (free < 1) return undefined;
  if (classes && classes.toCome.length > 0) return roundHalfUp(bidPrice(classes.toCome, classes.protections, free));
  if (!toCome) return undefined;
  // Without any demand a bid price is the top fare, because then nothing is known. Here it is known that nobody more is expected.
  return toCome.mean > 0 ? roundHalfUp(bidPrice([{ fare: minor(lastPrice), demand: toCome }], [], free)) : 0;
}

const inSeats = ({ low, middle, high }: Usual, seats: number): Usual => ({ low: low * seats, middle: middle * seats, high: high * seats });

import { type Instant, instant, isDue } from '../../../shared/instants.ts';
import type { MissedBy } from '../../../shared/methods/booking-view.ts';
import { sameJourney, sameWay } from '../../../shared/ways.ts';
import { type ChangedLeg, needsWay } from '../../views/changed-legs.ts';

/** Flights of one journey of a booking that other flights may replace together, by their places in `way`. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

export interface BrokenWay {
  /** The flights of the journey, in their order. */
  readonly way: readonly ChangedLeg[];
  /** Which of them may be replaced, the fewest first. */
  readonly parts: readonly Part[];
}

/** Those flights that have left with their passengers. */
const flownOf = (legs: readonly ChangedLeg[], now: Instant): ReadonlySet<ChangedLeg> =>
  new Set(legs.filter(({ flight, behind }) => !behind && isDue(instant(flight.departs_at), now)));

const missedThemselves = ({ leg }: ChangedLeg): boolean => leg.missed === 'passenger';

/** The flights of the same way around one of them, as far as its passengers were sold to change planes: what leaves a day later begins another journey. */
function journeyOf(legs: readonly ChangedLeg[], one: ChangedLeg): readonly ChangedLeg[] {
  const way = legs.filter(({ leg }) => sameWay(leg, one.leg));
  const begins = (at: number): boolean => {
    const [before, next] = [way[at - 1], way[at]];
    return !before || !next || !sameJourney(before.leg, next.leg);
  };
  const from = way.findLastIndex((_, at) => at <= way.indexOf(one) && begins(at));
  const next = way.findIndex((_, at) => at > from && begins(at));
  return way.slice(from, next < 0 ? way.length : next);
}

/**
 * The first journey of a booking with a flight that needs another way, and what of it may be replaced: from the first such flight to the last,
 * so that the flights after it are kept; or from there to the end. Where a connection is too short, an earlier flight before it mends it too. Flights
 * that have left stay. Undefined: nothing is broken. `by`: whose fault it is; what they missed themselves is looked at once the carrier owes nothing.
 */
export function brokenPart(legs: readonly ChangedLeg[], now: Instant, by: MissedBy): BrokenWay | undefined {
  const flown = flownOf(legs, now);
  const owed = legs.find((one) => needsWay(one) && !flown.has(one));
  const [first, isMeant] = by === 'carrier' ? [owed, needsWay] : [owed ? undefined : legs.find(missedThemselves), missedThemselves];
  if (!first) return undefined;
  const way = journeyOf(legs, first);
  const from = way.indexOf(first);
  const to = way.findLastIndex(isMeant);
  const end = way.length - 1;
  const last = way[from - 1];
  const before = last && first.change === 'connection' && !missedThemselves(last) && !flown.has(last) ? from - 1 : undefined;
  const parts: Part[] = [{ from, to }];
  if (before !== undefined) parts.push({ from: before, to: Math.max(before, to - 1) }, { from: before, to });
  parts.push({ from: before ?? from, to: end });
  return { way, parts: parts.filter((part, at) => parts.findIndex((one) => one.from === part.from && one.to === part.to) === at) };
}

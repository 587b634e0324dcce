// Booking curves are read once a night, and a night can go wrong: it is left out, or it is loaded twice, so that every flight shows twice its
// seats. Both are mended before anything is learned from the curves.
// 1. A night that is loaded twice doubles all flights at once. So nights are judged, not readings: a group that comes and goes can double one
//    flight for a day, and stays as it is when other flights were read that night.
// 2. A reading counts as doubled against the highest of its neighbours, two on each side, so that a step up or down is never one.
//    A night without later nights, such as the last one, cannot be judged by its own flights alone; it is taken as it is.
// 3. Fewer seats at departure than days before are no fault: people cancel, and some do not turn up.
import { roundHalfUp } from '../../../shared/money.ts';
import type { BookingCurve } from './booking-curve.ts';

/** A reading with fewer seats about it says nothing: 2 seats become 4 by one booking. */
const SEATS_TELLING = 8;
const DOUBLED_FROM = 1.6;
const DOUBLED_TO = 2.4;

export interface CleanedCurves {
  readonly curves: readonly BookingCurve[];
  /** Nights whose readings were halved, days since 1 January 1970. */
  readonly doubledDays: readonly number[];
  /** How many readings were filled in. */
  readonly filled: number;
}

type Readings = BookingCurve['onBooks'];

/** Halves nights that were loaded twice, and fills gaps between known readings in a straight line, in whole seats. Ends stay unknown. */
export function cleanCurves(dirty: readonly BookingCurve[]): CleanedCurves {
  const counted = dirty.map(({ departureDay, onBooks }) => ({ departureDay, onBooks: onBooks.map(seatsOrUnknown) }));
  const doubled = doubledDaysOf(counted);
  let filled = 0;
  const curves = counted.map(({ departureDay, onBooks }) => {
    const halved = onBooks.map((seats, before) =>
      seats !== undefined && doubled.has(departureDay - before) ? roundHalfUp(seats / 2) : seats,
    );
    const whole = fillGaps(halved);
    filled += halved.filter((seats, before) => seats === undefined && whole[before] !== undefined).length;
    return { departureDay, onBooks: whole };
  });
  return { curves, doubledDays: [...doubled].sort((a, b) => a - b), filled };
}

/** What is no number of seats was not read. */
const seatsOrUnknown = (seats: number | undefined): number | undefined =>
  seats !== undefined && Number.isInteger(seats) && seats >= 0 ? seats : undefined;

/** Nights on which most of the flights that tell anything show about twice the seats of the nights around. */
function doubledDaysOf(curves: readonly BookingCurve[]): ReadonlySet<number> {
  const votes = new Map<number, { doubled: number; all: number }>();
  for (const { departureDay, onBooks } of curves)
    onBooks.forEach((seats, before) => {
      const around = highestAround(onBooks, before);
      if (seats === undefined || around === undefined || around < SEATS_TELLING) return;
      const vote = votes.get(departureDay - before) ?? { doubled: 0, all: 0 };
      vote.all += 1;
      if (seats >= around * DOUBLED_FROM && seats <= around * DOUBLED_TO) vote.doubled += 1;
      votes.set(departureDay - before, vote);
    });
  return new Set([...votes].filter(([, { doubled, all }]) => doubled > all / 2).map(([day]) => day));
}

/** The highest of up to two known readings on each side; undefined if a side has none. */
function highestAround(onBooks: Readings, before: number): number | undefined {
  const known = (seats: number | undefined): seats is number => seats !== undefined;
  const later = onBooks.slice(Math.max(0, before - 2), before).filter(known);
  const earlier = onBooks.slice(before + 1, before + 3).filter(known);
  return later.length > 0 && earlier.length > 0 ? Math.max(...later, ...earlier) : undefined;
}

function fillGaps(onBooks: Readings): Readings {
  const filled = [...onBooks];
  let last: number | undefined;
  onBooks.forEach((seats, before) => {
    if (seats === undefined) return;
    const from = last === undefined ? undefined : onBooks[last];
    if (last !== undefined && from !== undefined)
      for (let gap = last + 1; gap < before; gap++) filled[gap] = roundHalfUp(from + ((seats - from) * (gap - last)) / (before - last));
    last = before;
  });
  return filled;
}

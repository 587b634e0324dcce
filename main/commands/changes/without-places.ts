import type { BookedLeg, OtherFare } from '../../../shared/methods/booking-view.ts';

const shifted = (fares: readonly OtherFare[], places: ReadonlySet<number>): OtherFare[] =>
  fares
    .filter(({ at }) => !places.has(at))
    .map((fare) => ({ ...fare, at: fare.at - [...places].filter((place) => place < fare.at).length }));

/** A leg without the seats at these places. The others cost what they did. */
export function withoutPlaces(leg: BookedLeg, places: ReadonlySet<number>): BookedLeg {
  if (places.size === 0) return leg;
  const { others = [], laps = [], ...rest } = leg;
  const kept = { others: shifted(others, places), laps: shifted(laps, places) };
  return {
    ...rest,
    seats: leg.seats.filter((_, at) => !places.has(at)),
    ...(kept.others.length > 0 ? { others: kept.others } : {}),
    ...(kept.laps.length > 0 ? { laps: kept.laps } : {}),
  };
}

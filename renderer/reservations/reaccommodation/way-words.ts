import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { minutesText } from '../../format/minutes-text.ts';
import { elapsed, localTime } from '../../format/times.ts';
import { seatsByRow } from '../booking-facts.ts';

/** What is said of a flight, sold or proposed. */
export type FlownLeg = Pick<
  BookedLeg,
  'flightId' | 'flight' | 'origin' | 'destination' | 'originZone' | 'destinationZone' | 'departsAt' | 'arrivesAt'
>;

const AS_SOLD = 'as sold';

/** `AA 317, AA 1657` */
export const flightsText = (legs: readonly Pick<FlownLeg, 'flight'>[]): string => legs.map(({ flight }) => flight).join(', ');

/** `ORD 10:30`: where the last flight ends, and when. */
export function endText(legs: readonly FlownLeg[]): string {
  const last = legs.at(-1);
  return last ? `${last.destination} ${localTime(last.arrivesAt, last.destinationZone)}` : '';
}

/** `9 min later`, `1 h 20 earlier`, `as sold`: the arrival of a way, against that of another. `same`: what is said of two that are the same. */
export function arrivalText(sold: readonly FlownLeg[], way: readonly FlownLeg[], same = AS_SOLD): string {
  const [before, after] = [sold.at(-1), way.at(-1)];
  if (!before || !after) return '';
  const minutes = Math.round((after.arrivesAt - before.arrivesAt) / MINUTE_MS);
  if (minutes === 0) return same;
  return `${minutesText(Math.abs(minutes))} ${minutes > 0 ? 'later' : 'earlier'}`;
}

/** `UA 711, then AA 1657 as sold`, `VX 407 direct`: the flights of a way, and which of them stay. */
export function wayText(sold: readonly FlownLeg[], way: readonly FlownLeg[]): string {
  const kept = new Set(sold.map(({ flightId }) => flightId));
  const [only] = way;
  if (way.length === 1 && only) return kept.has(only.flightId) ? `${only.flight} ${AS_SOLD}` : `${only.flight} direct`;
  return way
    .map(({ flight, flightId }, at) => {
      if (!kept.has(flightId)) return flight;
      return at === 0 ? `${flight} ${AS_SOLD}` : `then ${flight} ${AS_SOLD}`;
    })
    .join(', ');
}

/** `ORD 1 h 01`: where one changes flights, and for how long; `LGA to JFK 3 h 20` where the airport changes. */
function groundText(before: FlownLeg, next: FlownLeg): string {
  const place = before.destination === next.origin ? next.origin : `${before.destination} to ${next.origin}`;
  return `${place} ${elapsed(Math.round((next.departsAt - before.arrivesAt) / MINUTE_MS))}`;
}

/** `09:00, ORD 1 h 01, LAX 14:05`: from the departure on; the airport of the departure stands before it, marked where it is another one. */
export function wayCourse(way: readonly FlownLeg[]): string {
  const [first] = way;
  if (!first) return '';
  const grounds = way.slice(1).map((leg, at) => groundText(way[at] as FlownLeg, leg));
  return [localTime(first.departsAt, first.originZone), ...grounds, endText(way)].join(', ');
}

/** `LGA 09:45, ORD 11:25, seat 9D`: from where, to where, and the seats of the first flight. */
export function courseText(legs: readonly (FlownLeg & Pick<BookedLeg, 'seats'>)[]): string {
  const [first] = legs;
  if (!first) return '';
  const seats = `${first.seats.length === 1 ? 'seat' : 'seats'} ${seatsByRow(first.seats)}`;
  return [`${first.origin} ${localTime(first.departsAt, first.originZone)}`, endText(legs), seats].join(', ');
}

/** Whether a way begins at another airport than the one that was sold, so that the passenger must be told. */
export const beginsElsewhere = (sold: readonly FlownLeg[], way: readonly FlownLeg[]): boolean =>
  sold[0] !== undefined && way[0] !== undefined && sold[0].origin !== way[0].origin;

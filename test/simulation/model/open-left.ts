import type { Cabin } from '../../../shared/seat-map.ts';
import { isFree, seatsOf, usableSeats } from './blocks.ts';
import { withoutSeat } from './claim-keys.ts';
import type { Model } from './model.ts';

interface Place {
  readonly flightId: number;
  readonly cabin: Cabin;
}

const isOpen =
  ({ flightId, cabin }: Place) =>
  (key: string): boolean =>
    key.startsWith(withoutSeat(flightId, cabin)) && key.endsWith('.open');

/** Seats that nobody has and no block keeps, less those that are left for passengers who choose later. */
export const seatsLeft = (model: Model, place: Place, without: readonly string[] = []): number =>
  seatsOf(model, place.flightId, place.cabin).filter((seat) => isFree(model, place.flightId, seat) && !without.includes(seat)).length -
  [...model.claims.keys()].filter(isOpen(place)).length;

/**
 * Whether a seat is left for every passenger of a cabin who chooses later, once a booking has come back to it with what it had: `more` are the seats and
 * places that it claims again.
 */
export function isOpenLeft(model: Model, place: Place, more: readonly string[]): boolean {
  const { flightId, cabin } = place;
  const keys = new Set([...model.claims.keys(), ...more]);
  const named = seatsOf(model, flightId, cabin).filter((seat) => keys.has(`${flightId} ${seat}`));
  const given = named.filter((seat) => more.includes(`${flightId} ${seat}`));
  return named.length + [...keys].filter(isOpen(place)).length <= usableSeats(model, flightId, cabin, given);
}

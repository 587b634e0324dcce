import type { PassengerType } from '../../shared/passengers.ts';
import { seatTypeOf } from '../../shared/pricing/seat-type.ts';
import { type Seat, type SeatMap, seatsOf } from '../../shared/seat-map.ts';
import type { Quote } from './quote-store.ts';

/** What a seat costs a passenger by a quote, in minor units. A seat that is not picked yet counts as a standard one. */
export function seatFare({ fare, each }: Quote, map: SeatMap, seat: Seat | undefined, passenger: PassengerType): number {
  if (!each) return fare;
  const type = seat ? seatTypeOf(map, seat) : 'standard';
  return each.find((one) => one.seat === type && one.passenger === passenger)?.fare ?? fare;
}

/** What the seats of a leg cost those who sit there, in their order. Null: not picked yet. */
export function seatsFare(
  quote: Quote,
  map: SeatMap,
  seats: readonly (string | null)[],
  party: readonly { readonly type: PassengerType }[],
): number {
  if (!quote.each) return quote.fare * seats.length;
  const byName = new Map(seatsOf(map).map((seat) => [seat.seat, seat]));
  return seats.reduce((sum, name, at) => sum + seatFare(quote, map, byName.get(name ?? ''), party[at]?.type ?? 'ADT'), 0);
}

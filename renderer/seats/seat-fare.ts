import type { PassengerType } from '../../shared/passengers.ts';
import { seatTypeOf } from '../../shared/pricing/seat-type.ts';
import { type Seat, type SeatMap, seatsOf } from '../../shared/seat-map.ts';
import type { Quote } from './quote-store.ts';

/** What a seat costs a passenger by a quote, in minor units. A seat that is not picked yet counts as a standard one. */
export function seatFare({ fare, each }: Quote, map: SeatMap, seat: Seat | undefined, passenger: PassengerType): number {
  if (!each) return fare;
  return (each[passenger] ?? each.ADT)[seat ? seatTypeOf(map, seat) : 'standard'];
}

/** Who sits on a seat, and whether with an infant on the lap. */
interface Sitting {
  readonly type: PassengerType;
  readonly infant: boolean;
}

/** What the seats of a leg cost those who sit there, in their order, and the infants on their laps. Null: not picked yet. */
export function seatsFare(quote: Quote, map: SeatMap, seats: readonly (string | null)[], party: readonly Sitting[]): number {
  const { each } = quote;
  if (!each) return quote.fare * seats.length;
  const byName = new Map(seatsOf(map).map((seat) => [seat.seat, seat]));
  const onLap = each.INF?.standard ?? 0;
  return seats.reduce((sum, name, at) => {
    const { type, infant } = party[at] ?? { type: 'ADT', infant: false };
    return sum + seatFare(quote, map, byName.get(name ?? ''), type) + (infant ? onLap : 0);
  }, 0);
}

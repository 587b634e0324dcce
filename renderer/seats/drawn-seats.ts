import { type Seat, type SeatMap, seatsOf } from '../../shared/seat-map.ts';

/** The seats that a passenger would find in the cabin: a place marked 8 has none. */
export const drawnSeats = (map: SeatMap): Seat[] => seatsOf(map).filter((seat) => !seat.codes.includes('8'));

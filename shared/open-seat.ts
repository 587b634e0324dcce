/**
 * What stands in the place of a seat while a passenger has none. The passenger is counted in the cabin all the same.
 * open: it is asked for later, and one is left for the passenger. over: the cabin was sold above its seats, and none is left.
 */
export const NO_SEATS = ['open', 'over'] as const;
export type NoSeat = (typeof NO_SEATS)[number];

export const isNoSeat = (seat: string): seat is NoSeat => seat === 'open' || seat === 'over';
export const isSeat = (seat: string): boolean => !isNoSeat(seat);

/** Of one passenger: the seat, or that there is none yet. */
export const seatSaid = (seat: string): string => (isSeat(seat) ? seat : 'no seat yet');

/** Those that are seats. */
export const seatNames = (seats: readonly string[]): string[] => seats.filter(isSeat);

/** `12A 12B`, `no seat yet`, `12A, no seat yet for 2`. */
export function seatsSaid(seats: readonly string[]): string {
  const names = seatNames(seats);
  const without = seats.length - names.length;
  if (without === 0) return names.join(' ');
  return names.length === 0 ? 'no seat yet' : `${names.join(' ')}, no seat yet for ${without}`;
}

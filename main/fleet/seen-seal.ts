import { hash } from 'node:crypto';

/** Who loses a seat, wherever it goes. */
interface Loser {
  readonly bookingId: number;
  readonly flightId: number;
  readonly seat: string;
}

/** Stands for the schedule and for who loses a seat, so that a take-over is refused when others would than those whom a person saw. */
export const seenSeal = (generation: number, losers: readonly Loser[]): string => {
  const all = losers.map(({ bookingId, flightId, seat }) => `${flightId} ${bookingId} ${seat}`).sort();
  return `${generation}-${hash('sha256', all.join('\n'), 'hex').slice(0, 32)}`;
};

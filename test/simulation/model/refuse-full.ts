import { usableSeats } from './blocks.ts';
import { refused } from './expected.ts';
import type { Leg, Model } from './model.ts';

/** A cabin may not sell so many more, or has no seats for them: nobody who wants a seat is held above the seats of an aircraft. `unseated`: too few seats are free for who has none yet. */
export function refuseFull(model: Model, { flightId, cabin, seats }: Pick<Leg, 'flightId' | 'cabin' | 'seats'>, unseated = false): void {
  const { authorised, held, sold } = model.counter(flightId, cabin);
  const taken = held + sold;
  const usable = usableSeats(model, flightId, cabin);
  if (!unseated && taken + seats.length <= Math.min(authorised, usable)) return;
  const over = Math.max(0, authorised - Math.max(taken, usable));
  const details = { flightId, cabin, free: Math.max(0, Math.min(authorised, usable) - taken) };
  throw refused(over > 0 ? 'NO_SEAT_LEFT' : 'CABIN_FULL', over > 0 ? { ...details, over } : details);
}
